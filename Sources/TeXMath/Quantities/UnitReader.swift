/// Reads a unit as siunitx takes it, by macros (`\milli\metre\per\second`) or by symbols (`m.s^{-1}`), and writes it as
/// text: `mm/s`.
///
/// siunitx sets `\per` as a power of -1 unless it is told otherwise; here it is a solidus, as authors write in text. A
/// unit that has nothing above the line keeps its power: `\per\second` is s⁻¹.
struct UnitReader {
  private struct Factor {
    var symbol: String
    var power = ""
    var isBelow = false
  }

  private var factors: [Factor] = []
  private var prefix = ""
  private var power = ""
  private var isBelow = false
  /// Whether the next letter belongs to the symbol before.
  private var isInSymbol = false

  /// The unit that a part of a source names.
  static func text(_ source: ArraySlice<UInt8>) -> String {
    var reader = UnitReader()
    reader.read(source)
    return reader.text
  }

  private mutating func read(_ source: ArraySlice<UInt8>) {
    var index = source.startIndex
    while index < source.endIndex {
      switch source[index] {
      case UInt8(ascii: "\\"): readCommand(source, &index)
      case UInt8(ascii: "^"):
        index += 1
        setPower(Self.argument(source, &index))
      case UInt8(ascii: "_"):
        index += 1
        append(Self.argument(source, &index))
      case UInt8(ascii: "/"):
        index += 1
        (isBelow, isInSymbol) = (true, false)
      case UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "*"):
        index += 1
        isInSymbol = false
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"): index += 1
      default: readCharacter(source, &index)
      }
    }
    if !prefix.isEmpty { finish("") }
  }

  private mutating func readCharacter(_ source: ArraySlice<UInt8>, _ index: inout Int) {
    let end = min(index + Parser.sequenceLength(source[index]), source.endIndex)
    append(String(decoding: source[index..<end], as: UTF8.self))
    index = end
  }

  /// Appends to the symbol that is being read, or begins another.
  private mutating func append(_ characters: String) {
    if isInSymbol, !factors.isEmpty, factors[factors.count - 1].power.isEmpty {
      factors[factors.count - 1].symbol += characters
    } else {
      finish(characters)
      isInSymbol = true
    }
  }

  private mutating func finish(_ symbol: String) {
    factors.append(Factor(symbol: prefix + symbol, power: power, isBelow: isBelow))
    (prefix, power, isBelow, isInSymbol) = ("", "", false, false)
  }

  private mutating func setPower(_ power: String) {
    if power == "°" || power == "∘" || power == "o" { return append("°") }
    guard !factors.isEmpty else { return append(power) }
    factors[factors.count - 1].power = power
    isInSymbol = false
  }

  private mutating func readCommand(_ source: ArraySlice<UInt8>, _ index: inout Int) {
    index += 1
    let start = index
    while index < source.endIndex, source[index].isASCIILetter { index += 1 }
    if index == start {
      if index < source.endIndex, source[index] == UInt8(ascii: "%") || source[index] == UInt8(ascii: "$") {
        append(String(UnicodeScalar(source[index])))
      } else {
        isInSymbol = false
      }
      index = min(index + 1, source.endIndex)
      return
    }
    let name = String(decoding: source[start..<index], as: UTF8.self)
    while index < source.endIndex, source[index].isTeXSpace { index += 1 }
    guard let meaning = UnitName.named(name) else { return readOther(name) }
    switch meaning {
    case .unit(let symbol): if prefix.isEmpty, isInSymbol { append(symbol) } else { finish(symbol) }
    case .prefix(let symbol): prefix += symbol
    case .powerOfLast(let power): setPower(power)
    case .powerOfNext(let power): self.power = power
    case .per: (isBelow, isInSymbol) = (true, false)
    case .powerArgument(let isOfNext):
      let argument = Self.argument(source, &index)
      if isOfNext { power = argument } else { setPower(argument) }
    case .qualifier:
      let words = Self.argument(source, &index)
      if !factors.isEmpty { factors[factors.count - 1].symbol += "(" + words + ")" }
    }
  }

  /// Fonts and spaces mean nothing here; a symbol is what it is in a formula.
  private mutating func readOther(_ name: String) {
    if let symbol = TeXSymbol.text(named: Array(name.utf8)) { return append(symbol) }
    let meaning = CommandTable.standard.meaning(of: 0..<name.utf8.count, in: Array(name.utf8))
    switch meaning?.role {
    case nil: append(name)
    case .space: isInSymbol = false
    default: break
    }
  }

  /// Reads what is in braces, or one character with its sign.
  private static func argument(_ source: ArraySlice<UInt8>, _ index: inout Int) -> String {
    guard index < source.endIndex else { return "" }
    let isBraced = source[index] == UInt8(ascii: "{")
    if isBraced { index += 1 }
    let start = index
    if isBraced {
      while index < source.endIndex, source[index] != UInt8(ascii: "}") { index += 1 }
    } else if source[index] == UInt8(ascii: "\\") {
      index += 1
      while index < source.endIndex, source[index].isASCIILetter { index += 1 }
    } else {
      if source[index] == UInt8(ascii: "-") { index += 1 }
      index = min(index + (index < source.endIndex ? Parser.sequenceLength(source[index]) : 0), source.endIndex)
    }
    let content = source[start..<index]
    while content.first == UInt8(ascii: "\\"), index < source.endIndex, source[index].isTeXSpace { index += 1 }
    if isBraced { index = min(index + 1, source.endIndex) }
    guard content.first == UInt8(ascii: "\\") else { return String(decoding: content, as: UTF8.self) }
    return TeXSymbol.text(named: Array(content.dropFirst())) ?? String(decoding: content.dropFirst(), as: UTF8.self)
  }
}

extension UnitReader {
  private var text: String {
    let above = factors.filter { !$0.isBelow && !Self.isNegative($0.power) }
    let below = factors.filter { $0.isBelow || Self.isNegative($0.power) }
    guard !above.isEmpty else {
      return below.map {
        $0.symbol + Self.superscript($0.isBelow ? "-" + ($0.power.isEmpty ? "1" : $0.power) : $0.power)
      }
      .joined(separator: " ")
    }
    let upper = above.map(Self.spelled).joined(separator: " ")
    let lower = below.map(Self.spelled).joined(separator: " ")
    return below.isEmpty ? upper : below.count == 1 ? "\(upper)/\(lower)" : "\(upper)/(\(lower))"
  }

  private static func isNegative(_ power: String) -> Bool { power.hasPrefix("-") || power.hasPrefix("−") }

  private static func spelled(_ factor: Factor) -> String {
    let power = isNegative(factor.power) ? String(factor.power.dropFirst()) : factor.power
    return factor.symbol + (power == "1" ? "" : superscript(power))
  }

  /// A power in superscript characters, or after a caret where there are none for it.
  private static func superscript(_ power: String) -> String {
    var result = ""
    for character in power where character != " " {
      guard let index = "0123456789-−+".firstIndex(of: character) else { return "^" + power }
      let place = "0123456789-−+".distance(from: "0123456789-−+".startIndex, to: index)
      result.append(Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")[place])
    }
    return result
  }
}
