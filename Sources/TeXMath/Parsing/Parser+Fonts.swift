extension Parser {
  /// `\mathbb{…}`, `\boldsymbol{…}`, `\QTR{Bbb}{…}`: an argument in another alphabet.
  mutating func parseAlphabet(_ token: Token) throws(BrokenFormula) -> NodeID {
    let outer = (alphabet, isBold)
    switch token.meaning.role {
    case .bold: isBold = true
    case .alphabet: alphabet = Alphabet(rawValue: token.meaning.detail)
    default:
      let named = commands.meaning(of: try rawArgument(), in: text)
      if let named, named.role == .alphabet || named.role == .alphabetSwitch {
        alphabet = Alphabet(rawValue: named.detail)
      }
    }
    let argument = isGroupEndNext() ? tree.add(Node(.row)) : try parseArgument()
    (alphabet, isBold) = outer
    return argument
  }

  /// `\operatorname{…}`: an upright name, with limits below it where the star is.
  mutating func parseOperatorName(_ token: Token) throws(BrokenFormula) -> NodeID {
    let outer = (alphabet, isBold)
    (alphabet, isBold) = (.roman, false)
    let argument = try parseArgument()
    (alphabet, isBold) = outer
    let name = functionName(from: argument)
    tree[name].atom = .operation
    if token.meaning.detail == 1 { tree[name].placement = .displayed }
    return name
  }

  /// The name that letters, spaces and hyphens make, or the node itself where there is more.
  private mutating func functionName(from id: NodeID) -> NodeID {
    let node = tree[id]
    var name = Node(.name, .operation)
    if node.kind == .letters || node.kind == .text, node.alphabet == .roman {
      (name.first, name.second) = (node.first, node.second)
      return tree.add(name)
    }
    let start = tree.text.count
    var child = node.kind == .row ? node.first : id
    while child.exists {
      guard appendToName(tree[child]) else { return id }
      if child == id { break }
      child = tree[child].next
    }
    return tree.text.count > start ? tree.add(name, textFrom: start) : id
  }

  private mutating func appendToName(_ node: Node) -> Bool {
    switch (node.kind, node.scalar) {
    case (.letters, _), (.name, _), (.text, _), (.number, _):
      guard node.alphabet == .roman || node.kind == .name else { return false }
      for index in node.textRange { tree.text.append(tree.text[index]) }
    case (.letter, _) where node.alphabet == .roman:
      tree.text.append(scalar: node.scalar)
    case (.space, _): if node.mu > 0 { tree.text.append(UInt8(ascii: " ")) }
    case (.operation, 0x2212): tree.text.append(UInt8(ascii: "-"))
    case (.operation, 0x2217): tree.text.append(UInt8(ascii: "*"))
    default: return false
    }
    return true
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a character.
  mutating func append(scalar value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    if value < 0x80 { append(UInt8(value)) } else { append(contentsOf: scalar.utf8) }
  }
}
