internal import ByteText

/// The names of TeX commands that begin with a letter which is also an escape of JSON or YAML.
enum TeXNames {
  /// The length of the longest name in bytes, and one more.
  static let longest = 24

  private static let names: [StaticString] = [
    // A tab.
    "tag", "tan", "tanh", "tau", "tbinom", "texorpdfstring", "text", "textasciitilde", "textbackslash", "textbf",
    "textcolor", "textdegree", "textellipsis", "textemdash", "textendash", "textgreater", "textit", "textless",
    "textmd",
    "textmu", "textnormal", "textquotedblleft", "textquoteleft", "textquoteright", "textregistered", "textrm", "textsc",
    "textsf", "textsl", "textstyle", "textsubscript", "textsuperscript", "texttrademark", "texttt", "textup", "tfrac",
    "therefore", "theta", "thickapprox", "thicksim", "thinspace", "tilde", "times", "tiny", "to", "top", "triangle",
    "triangledown", "triangleleft", "trianglelefteq", "triangleq", "triangleright", "trianglerighteq",
    "twoheadrightarrow",
    // A carriage return.
    "raise", "raisebox", "rangle", "rbrace", "rbrack", "rceil", "ref", "relax", "renewcommand", "restriction", "rfloor",
    "rgroup", "rhd", "rho", "right", "rightarrow", "rightarrowtail", "rightharpoondown", "rightharpoonup",
    "rightleftarrows", "rightleftharpoons", "rightrightarrows", "rightsquigarrow", "risingdotseq", "rm", "root",
    "rrbracket", "rtimes", "rule", "rvert", "rVert",
    // A line break.
    "nabla", "natural", "ncong", "ndownarrow", "ne", "nearrow", "neg", "negmedspace", "negthinspace", "neq",
    "newcommand", "newline", "nexists", "ngeq", "ngtr", "ni", "nleftarrow", "nleftrightarrow", "nleq", "nless", "nmid",
    "nolimits", "nonumber", "normalsize", "not", "notag", "notin", "nparallel", "nprec", "nrightarrow", "nsim",
    "nsubseteq",
    "nsucc", "nsupseteq", "ntriangleleft", "ntriangleright", "nu", "nvdash", "nwarrow", "nLeftarrow", "nRightarrow",
    "nVdash",
    // Separators of lines and paragraphs, which YAML has escapes for, too.
    "Lambda", "Leftarrow", "Leftrightarrow", "Longleftarrow", "Longleftrightarrow", "Longrightarrow", "Lsh", "Phi",
    "Pi",
    "Pr", "Psi", "Nu",
  ]

  /// Whether a word is one of the names.
  static func contains(_ word: UnsafeRawBufferPointer) -> Bool {
    names.contains { $0.utf8CodeUnitCount == word.count && isEqual($0, to: word) }
  }

  /// Whether a byte after a command shows that it is one.
  static func followsCommand(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "\\")
  }

  private static func isEqual(_ name: StaticString, to word: UnsafeRawBufferPointer) -> Bool {
    for index in word.indices where name.utf8Start[index] != word[index] { return false }
    return true
  }
}
