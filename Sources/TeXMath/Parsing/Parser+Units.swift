extension Parser {
  /// `\SI{5e-3}{\milli\metre}`, `\num{…}`, `\si{…}` of the package siunitx: a number, a unit or both.
  mutating func parseQuantity(_ token: Token) throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    if token.meaning.detail > 0 { try parseNumeral(into: &list) }
    if token.meaning.detail == 2 { list.append(space(mu: 3), to: &tree) }
    if token.meaning.detail != 1 { list.append(try parseUnit(), to: &tree) }
    return row(list)
  }

  /// A number as siunitx reads it, with an exponent after `e`.
  private mutating func parseNumeral(into list: inout NodeList) throws(BrokenFormula) {
    let range = try rawArgument()
    let exponent = text[range].firstIndex(of: UInt8(ascii: "e"))
    if let mantissa = numeral(range.lowerBound..<(exponent ?? range.upperBound)) {
      list.append(mantissa, to: &tree)
      if exponent != nil { list.append(operation(0xD7, .binary), to: &tree) }
    }
    guard let exponent, let power = numeral(exponent + 1..<range.upperBound) else { return }
    let start = tree.text.count
    tree.text.append(contentsOf: "10".utf8)
    var node = Node(.scripts)
    node.first = tree.add(Node(.number), textFrom: start)
    node.third = power
    list.append(tree.add(node), to: &tree)
  }

  /// The number that a part of the source spells; nil where it is empty.
  private mutating func numeral(_ range: Range<Int>) -> NodeID? {
    let start = tree.text.count
    for index in range {
      switch text[index] {
      case UInt8(ascii: "-"): tree.text.append(scalar: 0x2212)
      case UInt8(ascii: "\\"), UInt8(ascii: " "), UInt8(ascii: "{"), UInt8(ascii: "}"): break
      default: tree.text.append(text[index])
      }
    }
    return tree.text.count > start ? tree.add(Node(.number), textFrom: start) : nil
  }

  private mutating func parseUnit() throws(BrokenFormula) -> NodeID {
    let range = try rawArgument()
    var node = Node(.text)
    node.alphabet = .roman
    let start = tree.text.count
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "\\") {
        var end = index + 1
        while end < range.upperBound, text[end].isASCIILetter { end += 1 }
        tree.text.append(contentsOf: Unit.symbol(text[index + 1..<end]).utf8)
        index = max(end, index + 1)
      } else {
        if !text[index].isTeXSpace { tree.text.append(text[index]) }
        index += 1
      }
    }
    return tree.add(node, textFrom: start)
  }
}

/// The names of units and prefixes of siunitx.
private enum Unit {
  /// The symbol of a unit or prefix; a name that is none of them stays as it is.
  static func symbol(_ name: ArraySlice<UInt8>) -> String {
    let word = String(decoding: name, as: UTF8.self)
    guard let index = names.firstIndex(of: word) else { return word }
    return symbols[index]
  }

  private static let pairs = """
    per / milli m micro μ nano n pico p femto f kilo k mega M giga G tera T centi c deci d hecto h atto a peta P
    meter m metre m second s gram g kilogram kg ampere A kelvin K mole mol candela cd hertz Hz newton N pascal Pa
    joule J watt W volt V ohm Ω tesla T coulomb C farad F electronvolt eV eV eV keV keV MeV MeV GeV GeV bar bar
    liter L litre L minute min hour h day d degree ° percent % decibel dB celsius °C angstrom Å squared ² cubed ³
    square ² cubic ³ arcsecond ″ arcminute ′ km km cm cm mm mm um μm nm nm us μs ms ms ns ns
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let names = stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }
  private static let symbols = stride(from: 1, to: pairs.count, by: 2).map { pairs[$0] }
}
