extension CommandTable {
  /// Defines the control sequences that build something or change how it is set.
  mutating func defineStructures() {
    defineFractions()
    defineAccents()
    defineStacks()
    defineDelimiterCommands()
    defineFonts()
    defineSpaces()
    defineStyles()
    defineSpecialCases()
    defineIgnored()
  }

  private mutating func defineFractions() {
    define("frac", as: Meaning(role: .fraction))
    define("dfrac cfrac", as: Meaning(role: .fraction, detail: FractionStyle.display.rawValue))
    define("tfrac smallfrac", as: Meaning(role: .fraction, detail: FractionStyle.text.rawValue))
    define("sfrac nicefrac case flatfrac", as: Meaning(role: .slashFraction))
    define("binom", as: Meaning(role: .binomial))
    define("dbinom", as: Meaning(role: .binomial, detail: FractionStyle.display.rawValue))
    define("tbinom", as: Meaning(role: .binomial, detail: FractionStyle.text.rawValue))
    define("genfrac", as: Meaning(role: .generalFraction))
    define("above", as: Meaning(role: .infixFraction, detail: InfixFraction.above.rawValue))
    define("over", as: Meaning(role: .infixFraction, detail: InfixFraction.over.rawValue))
    define("atop", as: Meaning(role: .infixFraction, detail: InfixFraction.atop.rawValue))
    define("choose", as: Meaning(role: .infixFraction, detail: InfixFraction.choose.rawValue))
    define("brack", as: Meaning(role: .infixFraction, detail: InfixFraction.brack.rawValue))
    define("brace", as: Meaning(role: .infixFraction, detail: InfixFraction.brace.rawValue))
    define("sqrt", as: Meaning(role: .root))
    define("root", as: Meaning(role: .oldRoot))
  }

  /// A character each that goes over its argument, then the names.
  private mutating func defineAccents() {
    let overs = """
      ˆ hat Hat ^
      ˜ tilde Tilde ~
      ˉ bar Bar =
      ˙ dot Dot .
      ¨ ddot Ddot "
      ˇ check Check
      ˘ breve Breve
      ´ acute Acute '
      ` grave Grave `
      ˚ mathring
      → vec Vec
      ⃛ dddot
      ⃜ ddddot
      """
    defineAccentLines(overs, detail: 0)
    defineWideAccents()
    defineCharacters("⏞ overbrace", as: Meaning(role: .brace))
    defineCharacters("⏟ underbrace", as: Meaning(role: .brace, detail: AccentOption.under))
    defineCharacters("⎴ overbracket", as: Meaning(role: .brace))
    defineCharacters("⎵ underbracket", as: Meaning(role: .brace, detail: AccentOption.under))
  }

  private mutating func defineWideAccents() {
    let wideOvers = """
      ˆ widehat what wh
      ˜ widetilde wt
      ˇ widecheck
      ‾ overline ol overlinesegment
      → overrightarrow
      ← overleftarrow
      ↔ overleftrightarrow
      ⏜ overparen wideparen overarc
      ⏠ overgroup
      ⇀ overrightharpoon
      ↼ overleftharpoon
      ⇒ Overrightarrow
      """
    defineAccentLines(wideOvers, detail: AccentOption.stretchy)
    let unders = """
      _ underline underbar ul underlinesegment
      → underrightarrow
      ← underleftarrow
      ↔ underleftrightarrow
      ⏝ underparen
      ⏡ undergroup
      ˜ undertilde utilde
      """
    defineAccentLines(unders, detail: AccentOption.stretchy | AccentOption.under)
  }

  private mutating func defineAccentLines(_ lines: String, detail: UInt8) {
    for line in lines.split(separator: "\n") {
      guard let scalar = line.unicodeScalars.first?.value else { continue }
      define(String(line.dropFirst()), as: Meaning(role: .accent, detail: detail, scalar: scalar))
    }
  }

  private mutating func defineStacks() {
    define("overset", as: Meaning(role: .stack, atom: .none))
    define("stackrel", as: Meaning(role: .stack, atom: .relation))
    define("underset", as: Meaning(role: .stack, atom: .none, detail: 1))
    define("buildrel", as: Meaning(role: .buildrel, atom: .relation))
    define("sideset", as: Meaning(role: .sideset, atom: .operation))
    define("prescript", as: Meaning(role: .prescript))
    let arrows = """
      → xrightarrow xrarr
      ← xleftarrow
      ↔ xleftrightarrow
      ⇒ xRightarrow
      ⇐ xLeftarrow
      ⇔ xLeftrightarrow
      ↦ xmapsto
      ↪ xhookrightarrow
      ↩ xhookleftarrow
      ↠ xtwoheadrightarrow
      ⇌ xrightleftharpoons
      ⇋ xleftrightharpoons
      ⇄ xrightleftarrows xtofrom
      ⥂ xrightequilibrium
      ⥄ xleftequilibrium
      ⇀ xrightharpoonup
      ⇁ xrightharpoondown
      ↼ xleftharpoonup
      ↽ xleftharpoondown
      ↞ xtwoheadleftarrow
      = xlongequal
      """
    for line in arrows.split(separator: "\n") {
      guard let scalar = line.unicodeScalars.first?.value else { continue }
      define(String(line.dropFirst()), as: Meaning(role: .extensibleArrow, atom: .relation, scalar: scalar))
    }
  }

  private mutating func defineDelimiterCommands() {
    define("left", as: Meaning(role: .left))
    define("right", as: Meaning(role: .right))
    define("middle", as: Meaning(role: .middle))
    for (size, name) in ["big", "Big", "bigg", "Bigg"].enumerated() {
      let detail = UInt8(size + 1)
      define(name, as: Meaning(role: .sized, atom: .ordinary, detail: detail))
      define(name + "l", as: Meaning(role: .sized, atom: .opening, detail: detail))
      define(name + "r", as: Meaning(role: .sized, atom: .closing, detail: detail))
      define(name + "m", as: Meaning(role: .sized, atom: .relation, detail: detail))
    }
    let pairs: [(UInt32, UInt32, String)] = [
      (0x7C, 0x7C, "abs"), (0x2016, 0x2016, "norm"), (0x7C, 0x27E9, "ket"), (0x27E8, 0x7C, "bra"),
      (0x27E8, 0x27E9, "braket"), (0x230A, 0x230B, "floor"), (0x2308, 0x2309, "ceil"), (0x7B, 0x7D, "set"),
    ]
    for (left, right, name) in pairs { define(name, as: Meaning(role: .enclosed, scalar: right << 16 | left)) }
    for (scalar, name) in [(UInt32(0x7C), "vert"), (0x2016, "Vert")] {
      define("l" + name, as: Meaning(role: .fence, atom: .opening, scalar: scalar))
      define("r" + name, as: Meaning(role: .fence, atom: .closing, scalar: scalar))
    }
  }

  private mutating func defineFonts() {
    let families: [(Alphabet, String, String)] = [
      (.roman, "mathrm mathup roman mathsc", "rm normalfont rmfamily upshape sc scshape"),
      (Alphabet(.roman, bold: true), "mathbf bold boldup mathbfup mbf", "bf bfseries"),
      (Alphabet(.textItalic), "mathit mathsl", "it itshape sl slshape em"),
      (Alphabet(.textItalic, bold: true), "mathbfit mathbi", "bfit"),
      (Alphabet(.sans), "mathsf", "sf sffamily"),
      (Alphabet(.sans, bold: true), "mathbfsf mathsfbf", "sfbf"),
      (Alphabet(.mono), "mathtt", "tt ttfamily"),
      (Alphabet(.script), "mathcal mathscr Cal EuScript pazocal CMcal mathpzc mathcaligr calligra mathcl", "cal scr"),
      (Alphabet(.script, bold: true), "mathbfcal mathbfscr mathbcal", ""),
      (Alphabet(.fraktur), "mathfrak frak goth Frak mathfrac mfrak EuFrak", "gothic"),
      (Alphabet(.doubleStruck), "mathbb Bbb mathds mathbbm mathbbmss mathbbm mathbbb bboard", ""),
      (.italic, "mathnormal", "mit"),
    ]
    for (alphabet, commands, switches) in families {
      define(commands, as: Meaning(role: .alphabet, detail: alphabet.rawValue))
      define(switches, as: Meaning(role: .alphabetSwitch, detail: alphabet.rawValue))
    }
    define("boldsymbol bm pmb mathbold", as: Meaning(role: .bold))
    define("QTR", as: Meaning(role: .namedAlphabet))
    define("boldmath", as: Meaning(role: .boldSwitch))
    define("dd", as: Meaning(role: .letter, detail: Alphabet.roman.rawValue, scalar: 0x64))
    define("Bbbk", as: Meaning(role: .letter, detail: Alphabet(.doubleStruck).rawValue, scalar: 0x6B))
  }

  /// Widths in mu, eighteen to an em.
  private mutating func defineSpaces() {
    let widths: [(Int32, String)] = [
      (3, ", thinspace"), (4, "> : medspace"), (5, "; thickspace"), (-3, "! negthinspace"), (-4, "negmedspace"),
      (-5, "negthickspace"), (6, "\u{00A0} space nobreakspace"), (9, "enspace enskip"), (18, "quad"), (36, "qquad"),
    ]
    for (mu, names) in widths {
      define(names, as: Meaning(role: .space, atom: .none, scalar: UInt32(bitPattern: mu)))
    }
    for name in [" ", "\n", "\t"] {
      define(Array(name.utf8), as: Meaning(role: .space, atom: .none, scalar: 6))
    }
    define("hspace hspace* mspace", as: Meaning(role: .hspace, atom: .none))
    define("kern mkern hskip mskip", as: Meaning(role: .dimension, atom: .none))
    define("raise lower", as: Meaning(role: .raise))
    define("rule", as: Meaning(role: .rule))
  }

  private mutating func defineStyles() {
    define("displaystyle", as: Meaning(role: .style, detail: Node.MathStyle.display.rawValue))
    define("textstyle", as: Meaning(role: .style, detail: Node.MathStyle.text.rawValue))
    define("scriptstyle", as: Meaning(role: .style, detail: Node.MathStyle.script.rawValue))
    define("scriptscriptstyle", as: Meaning(role: .style, detail: Node.MathStyle.scriptscript.rawValue))
    define("mathchoice", as: Meaning(role: .mathchoice))
    define("limits", as: Meaning(role: .limits, detail: Node.LimitPlacement.always.rawValue))
    define("displaylimits", as: Meaning(role: .limits, detail: Node.LimitPlacement.displayed.rawValue))
    define("nolimits", as: Meaning(role: .limits, detail: Node.LimitPlacement.beside.rawValue))
    define("phantom", as: Meaning(role: .phantom))
    define("hphantom", as: Meaning(role: .phantom, detail: 1))
    define("vphantom", as: Meaning(role: .phantom, detail: 2))
    define("boxed fbox framebox", as: Meaning(role: .box))
    define("cancel bcancel slashed", as: Meaning(role: .strike, scalar: 0x338))
    define("xcancel", as: Meaning(role: .strike, scalar: 0x338))
    define("sout", as: Meaning(role: .strike, scalar: 0x336))
  }

  private mutating func defineSpecialCases() {
    let classes: [(AtomClass, String)] = [
      (.ordinary, "mathord"), (.operation, "mathop"), (.binary, "mathbin"), (.relation, "mathrel"),
      (.opening, "mathopen"), (.closing, "mathclose"), (.punctuation, "mathpunct"), (.inner, "mathinner"),
    ]
    for (atom, name) in classes { define(name, as: Meaning(role: .classed, atom: atom)) }
    define("not", as: Meaning(role: .negation))
    define("operatorname func", as: Meaning(role: .operatorName, atom: .operation))
    define(
      "operatorname* operatornamewithlimits limfunc", as: Meaning(role: .operatorName, atom: .operation, detail: 1))
    define("pmod", as: Meaning(role: .modulo, detail: Modulo.parenthesized.rawValue))
    define("mod", as: Meaning(role: .modulo, detail: Modulo.spaced.rawValue))
    define("bmod", as: Meaning(role: .modulo, detail: Modulo.binary.rawValue))
    define("pod", as: Meaning(role: .modulo, detail: Modulo.nameless.rawValue))
    let definitions: [(DefinitionCommand, String)] = [
      (.newCommand, "newcommand renewcommand DeclareRobustCommand"), (.provided, "providecommand"),
      (.plain, "def gdef edef xdef"),
      (.alias, "let"), (.mathOperator, "DeclareMathOperator"),
    ]
    for (command, names) in definitions { define(names, as: Meaning(role: .definition, detail: command.rawValue)) }
    for (command, names) in QuantityCommand.names {
      define(names, as: Meaning(role: .quantity, detail: command.rawValue))
    }
    define("ce cf", as: Meaning(role: .chemistry))
    define("unicode", as: Meaning(role: .unicode))
    define("char symbol", as: Meaning(role: .characterCode))
    define("tag tag* eqno leqno", as: Meaning(role: .tag, atom: .none))
    define("href", as: Meaning(role: .link))
    define("textcircled", as: Meaning(role: .circled))
    define("ifmmode", as: Meaning(role: .condition, detail: Condition.begin.rawValue))
    define("else", as: Meaning(role: .condition, detail: Condition.otherwise.rawValue))
    define("fi", as: Meaning(role: .condition, detail: Condition.end.rawValue))
    define("xymatrix xy diagram tikzcd begintikzcd", as: Meaning(role: .unsupported))
    define("sp", as: Meaning(role: .upperScript))
    define("sb", as: Meaning(role: .lowerScript))
  }

  private mutating func defineIgnored() {
    let plain = """
      nonumber notag noindent allowbreak nobreak linebreak nolinebreak break par protect relax null mathstrut strut
      displaybreak tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge bigskip medskip smallskip
      hfill hfil hss ignorespaces centering hline toprule midrule bottomrule begingroup endgroup unboldmath xspace
      global leavevmode expandafter noexpand sixptsize arraystretch hdashline hfilll vfill / -
      """
    define(plain, as: Meaning(role: .ignored))
    define(
      """
      label ref eqref pageref cite citep citet color pagecolor cline intertext shortintertext footnote mathversion
      hypersetup includegraphics url nolinkurl textcolor colorbox hyperref scalebox index vspace vspace* vskip
      """, as: Meaning(role: .ignored, detail: 1))
    define("fcolorbox resizebox setlength addtolength setcounter", as: Meaning(role: .ignored, detail: 2))
    define("Rule Space", as: Meaning(role: .ignored, detail: 3))
    define("smash raisebox rotatebox", as: Meaning(role: .transparent, detail: 1))
    define(
      "ensuremath vcenter llap rlap clap mathllap mathrlap mathclap lowercase uppercase mathpalette",
      as: Meaning(role: .transparent))
  }
}
