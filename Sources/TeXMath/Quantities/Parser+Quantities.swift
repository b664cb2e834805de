extension Parser {
  /// A quantity where an argument follows; `\qty(x)` of the package physics is what is in its brackets.
  mutating func parseQuantityOrWord(_ token: Token) throws(BrokenFormula) -> NodeID {
    if isNext(UInt8(ascii: "{")) || isNext(UInt8(ascii: "[")) { return try parseQuantity(token) }
    let isBracketed = isNext(UInt8(ascii: "(")) || isNext(UInt8(ascii: "|"))
    return isBracketed ? tree.add(Node(.row)) : word(token)
  }

  /// `\SI{5e-3}{\milli\metre}`, `\num{…}`, `\qtyrange{…}{…}{…}` and all other quantities of siunitx.
  mutating func parseQuantity(_ token: Token) throws(BrokenFormula) -> NodeID {
    let command = QuantityCommand(rawValue: token.meaning.detail) ?? .unit
    _ = skip(UInt8(ascii: "*"))
    let option = bracketOption()
    var list = NodeList()
    switch command {
    case .unit, .unitFraction:
      if let option, text[option].first?.isASCIIDigit == true {
        appendNumber(option, into: &list)
        list.append(space(mu: 3), to: &tree)
      }
      try appendUnit(rawArgument(), isFraction: command == .unitFraction, into: &list)
    case .physical: appendPhysical(try rawArgument(), into: &list)
    case .number, .numberProduct: appendNumber(try rawArgument(), into: &list)
    case .angle: appendAngle(try rawArgument(), into: &list)
    case .numberList: appendList(parts(of: try rawArgument()), unit: nil, into: &list)
    case .numberRange: appendRange(try rawArgument(), try rawArgument(), unit: nil, into: &list)
    case .quantity, .quantityProduct: try parseNumberAndUnit(into: &list)
    case .quantityList:
      let numbers = parts(of: try rawArgument())
      appendList(numbers, unit: unitText(try rawArgument()), into: &list)
    case .quantityRange:
      let (first, last) = (try rawArgument(), try rawArgument())
      appendRange(first, last, unit: unitText(try rawArgument()), into: &list)
    }
    return row(list)
  }

  /// `\SI{5000}[\$]{}`: the unit in brackets is before the number.
  private mutating func parseNumberAndUnit(into list: inout NodeList) throws(BrokenFormula) {
    let number = try rawArgument()
    if let before = bracketOption() { appendText(unitText(before), into: &list) }
    let unit = unitText(try rawArgument())
    let isCompound = !unit.isEmpty && hasUncertainty(number)
    if isCompound { list.append(fence(0x28, .opening), to: &tree) }
    appendNumber(number, into: &list)
    if isCompound { list.append(fence(0x29, .closing), to: &tree) }
    appendUnit(unit, into: &list)
  }

  /// The number ends at the first space.
  private mutating func appendPhysical(_ range: Range<Int>, into list: inout NodeList) {
    let hasNumber = range.first.map { text[$0].isASCIIDigit || "+-.".utf8.contains(text[$0]) } ?? false
    let end = hasNumber ? range.first { text[$0].isTeXSpace } ?? range.upperBound : range.lowerBound
    appendNumber(range.lowerBound..<end, into: &list)
    let unit = unitText(end..<range.upperBound)
    if hasNumber { appendUnit(unit, into: &list) } else { appendText(unit, into: &list) }
  }

  private func hasUncertainty(_ range: Range<Int>) -> Bool {
    text[range].contains(UInt8(ascii: "+")) && text[range].contains(UInt8(ascii: "-"))
      || text[range].firstRange(of: Array("\\pm".utf8)) != nil || text[range].firstRange(of: Array("±".utf8)) != nil
  }

  /// Reads what is in square brackets, where they follow.
  mutating func bracketOption() -> Range<Int>? {
    guard skip(UInt8(ascii: "[")) else { return nil }
    let start = position
    var level = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "]"), level == 0 { break }
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "{") { level += 1 }
      if byte == UInt8(ascii: "}") { level -= 1 }
      position += 1
    }
    let end = min(position, text.count)
    position = min(end + 1, text.count)
    return start..<end
  }

  private func unitText(_ range: Range<Int>) -> String { UnitReader.text(text[range]) }

  private mutating func appendUnit(
    _ range: Range<Int>, isFraction: Bool, into list: inout NodeList
  ) throws(BrokenFormula) {
    let upper = unitText(range)
    appendText(isFraction ? upper + "/" + unitText(try rawArgument()) : upper, into: &list)
  }

  /// A unit after its number; the signs of angles follow without a space.
  private mutating func appendUnit(_ unit: String, into list: inout NodeList) {
    guard let first = unit.unicodeScalars.first else { return }
    let touches = "°′″".unicodeScalars.contains(first) && !unit.hasPrefix("°C") && !unit.hasPrefix("°F")
    if !touches { list.append(space(mu: 3), to: &tree) }
    appendText(unit, into: &list)
  }

  private mutating func appendText(_ words: String, into list: inout NodeList) {
    guard !words.isEmpty else { return }
    var node = Node(.text)
    node.alphabet = .roman
    let start = tree.text.count
    tree.text.append(contentsOf: words.utf8)
    list.append(tree.add(node, textFrom: start), to: &tree)
  }
}

extension Parser {
  /// The parts of a list that semicolons separate.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    text[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.startIndex..<$0.endIndex
    }
  }

  /// `1, 2 and 3`, each with its unit.
  private mutating func appendList(_ parts: [Range<Int>], unit: String?, into list: inout NodeList) {
    for (index, part) in parts.enumerated() {
      if index > 0 { appendText(index == parts.count - 1 ? " and " : ", ", into: &list) }
      appendNumber(part, into: &list)
      if let unit { appendUnit(unit, into: &list) }
    }
  }

  private mutating func appendRange(
    _ first: Range<Int>, _ last: Range<Int>, unit: String?, into list: inout NodeList
  ) {
    appendNumber(first, into: &list)
    if let unit { appendUnit(unit, into: &list) }
    appendText(" to ", into: &list)
    appendNumber(last, into: &list)
    if let unit { appendUnit(unit, into: &list) }
  }

  /// `\ang{4;5;6}`: degrees, minutes and seconds of arc; empty parts are left out.
  private mutating func appendAngle(_ range: Range<Int>, into list: inout NodeList) {
    for (part, sign) in zip(parts(of: range), ["°", "′", "″"]) where !part.isEmpty {
      appendNumber(part, into: &list)
      appendText(sign, into: &list)
    }
  }
}
