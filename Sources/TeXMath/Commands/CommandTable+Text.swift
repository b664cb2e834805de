extension CommandTable {
  /// Defines what switches to text, and the characters that need an escape.
  mutating func defineTextCommands() {
    let fonts: [(Alphabet, String)] = [
      (.roman, "text textrm textnormal mbox hbox textup textsc textmd tup txt mathtext makebox"),
      (Alphabet(.roman, bold: true), "textbf"),
      (Alphabet(.textItalic), "textit textsl emph"),
      (Alphabet(.sans), "textsf"),
      (Alphabet(.mono), "texttt verb"),
      (Alphabet(.fraktur), "textfrak textswab textgoth"),
    ]
    for (alphabet, names) in fonts {
      define(names, as: Meaning(role: .text, detail: alphabet.rawValue))
    }
    defineEscapes()
    defineCharacterRoles()
  }

  private mutating func defineEscapes() {
    define("% textpercent", as: Meaning(role: .ordinary, scalar: 0x25))
    define("&", as: Meaning(role: .operation, scalar: 0x26))
    define("$ textdollar mathdollar", as: Meaning(role: .ordinary, scalar: 0x24))
    define("# texthash", as: Meaning(role: .ordinary, scalar: 0x23))
    define("ldotp", as: Meaning(role: .ordinary, scalar: 0x2E))
    define("And", as: Meaning(role: .operation, scalar: 0x26))
    define("_ textunderscore", as: Meaning(role: .ordinary, scalar: 0x5F))
    define("textasciicircum", as: Meaning(role: .ordinary, scalar: 0x5E))
    define("textasciitilde", as: Meaning(role: .operation, atom: .relation, scalar: 0x223C))
    define("textless", as: Meaning(role: .operation, atom: .relation, scalar: 0x3C))
    define("textgreater", as: Meaning(role: .operation, atom: .relation, scalar: 0x3E))
    define("textbar", as: Meaning(role: .fence, scalar: 0x7C))
    define("lq textquoteleft", as: Meaning(role: .ordinary, scalar: 0x2018))
    define("rq textquoteright", as: Meaning(role: .ordinary, scalar: 0x2019))
    define("textemdash", as: Meaning(role: .ordinary, scalar: 0x2014))
    define("textendash", as: Meaning(role: .ordinary, scalar: 0x2013))
  }

  /// Defines the characters beyond ASCII that are spelled otherwise in the lists.
  private mutating func defineCharacterRoles() {
    define("−", as: Meaning(role: .operation, atom: .binary, scalar: 0x2212))
    define("– —", as: Meaning(role: .ordinary, scalar: 0x2013))
    define("µ", as: Meaning(role: .letter, detail: Alphabet.roman.rawValue, scalar: 0x3BC))
    define("Å", as: Meaning(role: .ordinary, scalar: 0xC5))
    define("Ω", as: Meaning(role: .letter, scalar: 0x3A9))
    define("’", as: Meaning(role: .prime))
    for space in ["\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{3000}"] {
      define(Array(space.utf8), as: Meaning(role: .space, atom: .none, scalar: 4))
    }
  }
}
