/// What mhchem recognizes at the beginning of its input: the length of a match, nil where there is none.
enum Pattern {
  /// What may follow the end of an entity.
  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    return first.isTeXSpace || ",;)]}".utf8.contains(first)
  }

  /// `+II`, `-I` as the whole input, also `±0`.
  static func oxidation(_ input: ArraySlice<UInt8>) -> Int? {
    var rest = input
    if rest.starts(with: "\\pm".utf8) || rest.starts(with: "$\\pm$".utf8) {
      rest = rest.drop { $0 != UInt8(ascii: "0") }
      return rest.count == 1 ? input.count : nil
    }
    let isSigned = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if isSigned { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy { "IVX".utf8.contains($0) } ? input.count : nil
  }

  /// `v`, `(v)`, `^`, `(^)` alone: a precipitate, a gas.
  static func upOrDown(_ input: ArraySlice<UInt8>) -> Int? {
    for sign in ["(v)", "(^)", "v", "^"] where input.starts(with: sign.utf8) && isEnd(input.dropFirst(sign.utf8.count))
    {
      return sign.utf8.count
    }
    return nil
  }

  static func uprightName(_ input: ArraySlice<UInt8>) -> Int? {
    for name in ["pOH", "pH", "pC", "pK", "iPr", "iBu"]
    where input.starts(with: name.utf8) && input.dropFirst(name.utf8.count).first?.isASCIILetter != true {
      return name.utf8.count
    }
    return nil
  }

  /// `1s`, `3d`, `sp`, `2sp`
  static func orbital(_ input: ArraySlice<UInt8>) -> Int? {
    let digits = input.prefix { $0.isASCIIDigit }.count
    guard digits < 3 else { return nil }
    let rest = input.dropFirst(digits)
    let length =
      rest.starts(with: "sp".utf8) ? 2 : digits > 0 && rest.first.map { "spdfgh".utf8.contains($0) } == true ? 1 : 0
    guard length > 0, rest.dropFirst(length).first?.isASCIILetter != true else { return nil }
    return digits + length
  }

  static func arrow(_ input: ArraySlice<UInt8>) -> (Int, String)? {
    for (sign, name) in arrows where input.starts(with: sign.utf8) { return (sign.utf8.count, name) }
    return nil
  }

  private static let arrows = [
    ("<=>>", "rightequilibrium"), ("<<=>", "leftequilibrium"), ("<-->", "rightleftarrows"), ("<->", "leftrightarrow"),
    ("<=>", "rightleftharpoons"), ("->", "rightarrow"), ("<-", "leftarrow"), ("→", "rightarrow"), ("⟶", "rightarrow"),
    ("⇌", "rightleftharpoons"),
  ]

  /// `2`, `0.5`, `1/2`, `(1/2)`, `n` before an entity, `$n-1$`
  static func amount(_ input: ArraySlice<UInt8>) -> Int? {
    if input.first == UInt8(ascii: "$") { return amountInMath(input) }
    if input.first == UInt8(ascii: "("), let end = input.prefix(32).firstIndex(of: UInt8(ascii: ")")) {
      let inside = input[input.startIndex + 1..<end]
      guard inside.contains(UInt8(ascii: "/")), fraction(inside) == inside.count else { return nil }
      return end + 1 - input.startIndex
    }
    if let length = fraction(input) { return withVariable(input, length) }
    let sign = input.first.map { "+-".utf8.contains($0) } == true ? 1 : 0
    let rest = input.dropFirst(sign)
    let whole = rest.prefix { $0.isASCIIDigit }.count
    let point = rest.dropFirst(whole)
    let decimals =
      point.first.map { ".,".utf8.contains($0) } == true ? point.dropFirst().prefix { $0.isASCIIDigit }.count : 0
    if decimals > 0, whole > 0 || point.first == UInt8(ascii: ".") {
      return withVariable(input, sign + whole + 1 + decimals)
    }
    if whole > 0 { return withVariable(input, sign + whole) }
    if rest.first.map({ $0 &- 0x61 < 26 }) == true, isBeforeEntity(rest.dropFirst()) { return sign + 1 }
    return input.first == UInt8(ascii: "+") && rest.first?.isTeXSpace != true && !rest.isEmpty ? 1 : nil
  }

  private static func isBeforeEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first(where: { !$0.isTeXSpace }).map { $0 &- 0x41 < 26 } ?? false
  }

  private static func withVariable(_ input: ArraySlice<UInt8>, _ length: Int) -> Int {
    let rest = input.dropFirst(length)
    return rest.first.map { $0 &- 0x61 < 26 } == true && isBeforeEntity(rest.dropFirst()) ? length + 1 : length
  }

  /// `1/2`, `n/2`
  private static func fraction(_ input: ArraySlice<UInt8>) -> Int? {
    let sign = input.first.map { "+-".utf8.contains($0) } == true ? 1 : 0
    var rest = input.dropFirst(sign)
    var length = rest.prefix { $0.isASCIIDigit }.count
    if length == 0 { length = rest.first.map { $0 &- 0x61 < 26 } == true ? 1 : 0 }
    rest = rest.dropFirst(length)
    guard length > 0, rest.first == UInt8(ascii: "/") else { return nil }
    let digits = rest.dropFirst().prefix { $0.isASCIIDigit }.count
    return digits > 0 ? sign + length + 1 + digits : nil
  }

  private static func amountInMath(_ input: ArraySlice<UInt8>) -> Int? {
    guard let length = math(input) else { return nil }
    let inside = input.prefix(length).dropFirst().dropLast()
    let isShort = inside.allSatisfy { $0.isASCIIDigit || "+-()".utf8.contains($0) || $0 &- 0x61 < 26 }
    let letters = inside.filter { $0 &- 0x61 < 26 }.count
    return isShort && !inside.isEmpty && (letters == 1 || letters == 2 || inside.count == 1 && letters == 0)
      ? length : nil
  }

  /// `+`, `=`, `<<`, `\pm` between entities, with the TeX for them.
  static func operation(_ input: ArraySlice<UInt8>) -> (Int, String)? {
    for sign in ["\\pm", "$\\pm$", "+-", "+/-"] where input.starts(with: sign.utf8) {
      return (sign.utf8.count, "\\pm ")
    }
    if input.first == UInt8(ascii: "+") { return (1, "+") }
    let signs = [
      ("<<", "\\ll "), (">>", "\\gg "), ("-", "-"), ("=", "="), ("<", "<"), (">", ">"), ("\\approx", "\\approx "),
      ("$\\approx$", "\\approx "),
    ]
    for (sign, tex) in signs where input.starts(with: sign.utf8) {
      let rest = input.dropFirst(sign.utf8.count)
      let next = rest.first == UInt8(ascii: "-") ? rest.dropFirst().first : rest.first
      if rest.isEmpty || rest.first?.isTeXSpace == true || next?.isASCIIDigit == true { return (sign.utf8.count, tex) }
    }
    return nil
  }

  /// Whether a hyphen ends an entity.
  static func isMinusAtEnd(_ input: ArraySlice<UInt8>) -> Bool {
    let rest = input.dropFirst()
    guard let first = rest.first else { return true }
    if first.isTeXSpace || "_},;]/".utf8.contains(first) { return true }
    guard first == UInt8(ascii: "(") else { return false }
    let letters = rest.dropFirst().prefix { $0 &- 0x61 < 26 }.count
    return letters > 0 && rest.dropFirst(1 + letters).first == UInt8(ascii: ")")
  }

  static func isOrbitalAfterMinus(_ input: ArraySlice<UInt8>) -> Bool {
    let rest = input.dropFirst()
    let length = rest.starts(with: "sp".utf8) ? 2 : rest.first.map { "spd".utf8.contains($0) } == true ? 1 : 0
    return length > 0 && isEnd(rest.dropFirst(length))
  }
}

extension Pattern {
  /// Letters of elements and Greek letters in a row.
  static func letters(_ input: ArraySlice<UInt8>) -> Int? {
    var rest = input
    while let first = rest.first {
      if first.isASCIILetter || first == UInt8(ascii: "?") || first == UInt8(ascii: "@") {
        rest = rest.dropFirst()
      } else if let (length, _) = greek(rest) {
        rest = rest.dropFirst(length)
      } else {
        break
      }
    }
    return rest.count < input.count ? input.count - rest.count : nil
  }

  /// A Greek letter by its command or itself, with the space after it, and the upright letter's TeX.
  static func greek(_ input: ArraySlice<UInt8>) -> (Int, String)? {
    if let first = input.first, first == 0xCE || first == 0xCF, input.count > 1 {
      return (2, "\\mathrm{\(String(decoding: input.prefix(2), as: UTF8.self))}")
    }
    guard input.first == UInt8(ascii: "\\") else { return nil }
    let name = input.dropFirst().prefix { $0.isASCIILetter }
    guard greekNames.contains(String(decoding: name, as: UTF8.self)) else { return nil }
    var length = 1 + name.count
    let rest = input.dropFirst(length)
    length += rest.starts(with: "{}".utf8) ? 2 : rest.prefix { $0.isTeXSpace }.count
    let isCapital = name.first.map { $0 &- 0x41 < 26 } ?? false
    return (length, (isCapital ? "\\" : "\\up") + String(decoding: name, as: UTF8.self) + " ")
  }

  private static let greekNames: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
    "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
  ]

  static func isLowercaseGreek(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let (length, name) = greek(letters), length == letters.count else { return false }
    return name.hasPrefix("\\up") || name.hasPrefix("\\mathrm")
  }

  static func alignment(_ input: ArraySlice<UInt8>) -> Int? {
    for sign in ["&", "\\\\", "\\hline"] where input.starts(with: sign.utf8) {
      return sign.utf8.count + input.dropFirst(sign.utf8.count).prefix { $0.isTeXSpace }.count
    }
    return nil
  }

  static func isEllipsis(_ input: ArraySlice<UInt8>) -> Bool {
    input.starts(with: "...".utf8) && input.dropFirst(3).first != UInt8(ascii: ".")
  }

  /// `.`, `*`, `·` between the parts of an adduct.
  static func adduct(_ input: ArraySlice<UInt8>) -> Int? {
    for sign in [".", "*", "·", "⋅", "•"] where input.starts(with: sign.utf8) {
      return sign.utf8.count + input.dropFirst(sign.utf8.count).prefix { $0.isTeXSpace }.count
    }
    return nil
  }

  /// `(aq)`, `(s)`, `(aq, sat)`
  static func stateOfAggregation(_ input: ArraySlice<UInt8>) -> Int? {
    guard input.first == UInt8(ascii: "(") else { return nil }
    let letters = input.dropFirst().prefix { $0 &- 0x61 < 26 }.count
    let next = input.dropFirst(1 + letters).first
    if (1...3).contains(letters), next == UInt8(ascii: ")") || next == UInt8(ascii: ","),
      let end = input.prefix(64).firstIndex(of: UInt8(ascii: ")")), isEnd(input[(end + 1)...])
    {
      return end + 1 - input.startIndex
    }
    let start = input.starts(with: "(\\ca".utf8) ? input.dropFirst(4).drop { $0.isTeXSpace } : input.dropFirst()
    guard start.count > 3, start.starts(with: "$".utf8), "amothc".utf8.contains(start[start.startIndex + 1]),
      start.dropFirst(2).starts(with: "$)".utf8)
    else { return nil }
    return start.startIndex + 4 - input.startIndex
  }

  /// Whether a script is a formula, whose letters are variables: `n`, `2n+1`.
  static func isFormula(_ content: ArraySlice<UInt8>) -> Bool {
    var wasLetter = false
    var letters = 0
    for byte in content {
      let isLetter = byte &- 0x61 < 26
      if isLetter, wasLetter || !(isLetter || byte.isASCIIDigit) { return false }
      guard isLetter || byte.isASCIIDigit || " +-,.()".utf8.contains(byte) else { return false }
      if isLetter { letters += 1 }
      wasLetter = isLetter
    }
    return letters > 0
  }

  /// `$…$`, with its dollars.
  static func math(_ input: ArraySlice<UInt8>) -> Int? {
    guard input.first == UInt8(ascii: "$"), let end = input.dropFirst().firstIndex(of: UInt8(ascii: "$")) else {
      return nil
    }
    return end + 1 - input.startIndex
  }

  /// `{…}`, with its braces.
  static func braced(_ input: ArraySlice<UInt8>) -> Int? {
    guard input.first == UInt8(ascii: "{") else { return nil }
    var level = 0
    var index = input.startIndex
    while index < input.endIndex {
      switch input[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): level += 1
      case UInt8(ascii: "}"):
        level -= 1
        if level == 0 { return index + 1 - input.startIndex }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// A command with the arguments in braces that follow it at once.
  static func command(_ input: ArraySlice<UInt8>) -> Int? {
    guard input.first == UInt8(ascii: "\\") else { return nil }
    let letters = input.dropFirst().prefix { $0.isASCIILetter }.count
    guard letters > 0 else { return input.count > 1 ? 1 + Parser.sequenceLength(input[input.startIndex + 1]) : nil }
    var length = 1 + letters
    for _ in 0..<2 {
      guard let argument = braced(input.dropFirst(length)) else { break }
      length += argument
    }
    return length == 1 + letters ? length + input.dropFirst(length).prefix { $0.isTeXSpace }.count : length
  }

  /// Bonds of one sign.
  static let bonds: [UInt8: String] = [
    UInt8(ascii: "="): "{=}", UInt8(ascii: "<"): "{<}", UInt8(ascii: ">"): "{>}", UInt8(ascii: "#"): "{\\equiv}",
  ]

  /// Bonds by the names that `\bond` takes.
  static let namedBonds: [String: String] = [
    "-": "{-}", "1": "{-}", "=": "{=}", "2": "{=}", "#": "{\\equiv}", "3": "{\\equiv}", "~": "{\\tripledash}",
    "~-": "{\\mathord{≂}}", "~=": "{\\mathord{≅}}", "~--": "{\\mathord{≅}}", "-~-": "{\\mathord{≊}}",
    "...": "{\\cdot}{\\cdot}{\\cdot}", "....": "{\\cdot}{\\cdot}{\\cdot}{\\cdot}", "->": "{\\rightarrow}",
    "<-": "{\\leftarrow}", "<": "{<}", ">": "{>}",
  ]
}
