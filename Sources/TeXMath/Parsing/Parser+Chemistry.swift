extension Parser {
  /// `\ce{H2O}` of the package mhchem: upright letters, digits behind them as subscripts.
  mutating func parseChemistry() throws(BrokenFormula) -> NodeID {
    _ = skip(UInt8(ascii: "{"))
    let outer = (alphabet, isBold)
    alphabet = .roman
    try enter()
    var list = NodeList()
    while true {
      guard position < text.count else { throw .unbalancedBraces }
      let byte = text[position]
      if byte == UInt8(ascii: "}") { break }
      try parseChemical(byte, into: &list)
    }
    position += 1
    leave()
    (alphabet, isBold) = outer
    return row(list)
  }

  private mutating func parseChemical(_ byte: UInt8, into list: inout NodeList) throws(BrokenFormula) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      list.append(try attachChemicalScripts(to: element()), to: &tree)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      position += 1
      list.append(try attachChemicalScripts(to: fence(UInt32(byte), .closing)), to: &tree)
    case UInt8(ascii: " "):
      position += 1
      list.append(space(mu: 4), to: &tree)
    default:
      guard let token = next() else { return }
      if token.meaning.role == .groupEnd { position = token.start; return }
      if token.meaning.role == .groupStart { return list.append(row(try parseGroup()), to: &tree) }
      list.append(try attachScripts(to: parseNucleus(token)), to: &tree)
    }
  }

  /// The letters of an element or of a radical.
  private mutating func element() -> NodeID {
    var node = Node(.letters)
    node.alphabet = .roman
    let start = tree.text.count
    repeat {
      tree.text.append(text[position])
      position += 1
    } while position < text.count && text[position] &- 0x61 < 26
    return tree.add(node, textFrom: start)
  }

  /// A number right behind is how many, `^` is the charge, and so is a sign at the end.
  private mutating func attachChemicalScripts(to base: NodeID) throws(BrokenFormula) -> NodeID {
    let start = tree.text.count
    while position < text.count, text[position].isASCIIDigit {
      tree.text.append(text[position])
      position += 1
    }
    guard tree.text.count > start else { return try attachScripts(to: base) }
    var node = Node(.scripts, tree[base].atom)
    node.first = base
    node.second = tree.add(Node(.number), textFrom: start)
    if skip(UInt8(ascii: "^")) { node.third = try parseArgument() }
    return tree.add(node)
  }
}
