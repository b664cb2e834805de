extension Parser {
  /// `\mathrel{…}` and its like: an argument that is spaced as an atom of another class.
  mutating func parseClassed(_ token: Token) throws(BrokenFormula) -> NodeID {
    let argument = try parseArgument()
    guard tree[argument].kind != .space else { return argument }
    let id = tree[argument].kind == .text ? enclosed(argument) : argument
    tree[id].atom = token.meaning.atom
    if token.meaning.atom == .operation { tree[id].placement = .displayed }
    return id
  }

  private mutating func enclosed(_ id: NodeID) -> NodeID {
    var node = Node(.row)
    node.first = id
    return tree.add(node)
  }

  /// `\not=`: the crossed-out form of a relation.
  mutating func parseNegation() throws(BrokenFormula) -> NodeID {
    guard let token = next(), token.meaning.role != .groupEnd else { throw .missingArgument }
    try enter()
    let id = try parseNucleus(token, isArgument: true)
    leave()
    let core = tree.core(of: id)
    guard core.exists, tree[core].scalar != 0 else { return strike(id, 0x338) }
    if let negated = Negation.scalar(for: tree[core].scalar) {
      tree[core].scalar = negated
    } else {
      tree[core].option |= Node.OperatorOption.negated
    }
    return id
  }

  /// `\cancel{…}`, `\sout{…}`
  mutating func parseStrike(_ token: Token) throws(BrokenFormula) -> NodeID {
    strike(try parseArgument(), token.meaning.scalar)
  }

  /// A letter with a combining stroke; anything longer stays as it is.
  private mutating func strike(_ id: NodeID, _ stroke: UInt32) -> NodeID {
    var node = tree[id]
    guard node.kind == .letter || node.kind == .symbol else { return id }
    let start = tree.text.count
    let isItalic = node.alphabet == .italic && node.kind == .letter
    tree.text.append(scalar: isItalic ? Alphabet(.textItalic).styled(node.scalar) : node.alphabet.styled(node.scalar))
    tree.text.append(scalar: stroke)
    node.kind = .letters
    node.alphabet = .roman
    node.next = .none
    return tree.add(node, textFrom: start)
  }

  /// `\mathchoice{display}{text}{script}{scriptscript}`: the text form.
  mutating func parseMathChoice() throws(BrokenFormula) -> NodeID {
    _ = try rawArgument()
    let choice = try parseArgument()
    _ = try rawArgument()
    _ = try rawArgument()
    return choice
  }

  /// `\phantom{…}`, `\boxed{…}`
  mutating func parseWrapped(_ token: Token) throws(BrokenFormula) -> NodeID {
    var node = Node(token.meaning.role == .box ? .box : .phantom)
    node.option = token.meaning.detail
    node.first = try parseArgument()
    return tree.add(node)
  }

  /// `\unicode{x263a}`, `\char"263A`
  mutating func parseCharacterCode() throws(BrokenFormula) -> NodeID {
    _ = try parseBracketArgument()
    let range = isNext(UInt8(ascii: "{")) ? try rawArgument() : bareCode()
    let scalar = Parser.characterCode(text[range])
    var node = Node(.letter)
    node.alphabet = .roman
    node.scalar = SourceText.isAllowed(scalar) ? scalar : 0xFFFD
    return tree.add(node)
  }

  private mutating func bareCode() -> Range<Int> {
    skipSpaces()
    let start = position
    while position < text.count,
      text[position].isASCIIDigit || text[position] == UInt8(ascii: "\"")
        || (text[position] & 0x5F) &- 0x41 < 6
    { position += 1 }
    return start..<position
  }

  /// A number in decimal, or in hexadecimal after `x`, `0x`, `"` or `U+`.
  private static func characterCode(_ digits: ArraySlice<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    var radix: UInt32 = 10
    for byte in digits where value < 0x11_0000 {
      switch byte {
      case UInt8(ascii: "x"), UInt8(ascii: "\""), UInt8(ascii: "+"): (value, radix) = (0, 16)
      case 0x30...0x39: value = value * radix + UInt32(byte - 0x30)
      case 0x41...0x46 where radix == 16, 0x61...0x66 where radix == 16:
        value = value * 16 + UInt32((byte | 0x20) - 0x61) + 10
      default: break
      }
    }
    return value
  }

  /// `\href{address}{text}`: the text.
  mutating func parseLink() throws(BrokenFormula) -> NodeID {
    _ = try rawArgument()
    return try parseText(in: .roman)
  }
}

extension Parser {
  /// What is no atom: spaces, switches without effect, "mod".
  mutating func parseLoose(_ token: Token, into list: inout NodeList) throws(BrokenFormula) {
    switch token.meaning.role {
    case .space: list.append(space(mu: Int(Int32(bitPattern: token.meaning.scalar))), to: &tree)
    case .dimension: list.append(space(mu: dimension()), to: &tree)
    case .hspace:
      let argument = try rawArgument()
      let end = position
      position = argument.lowerBound
      list.append(space(mu: dimension()), to: &tree)
      position = end
    case .modulo: try parseModulo(token, into: &list)
    case .tag: try parseTag(into: &list)
    case .rule, .ignored:
      for _ in 0..<(token.meaning.role == .rule ? 2 : token.meaning.detail) { _ = try rawArgument() }
    case .raise: _ = dimension()
    default: break
    }
  }

  private mutating func parseModulo(_ token: Token, into list: inout NodeList) throws(BrokenFormula) {
    let form = Modulo(rawValue: token.meaning.detail) ?? .binary
    let start = tree.text.count
    tree.text.append(contentsOf: "mod".utf8)
    if form == .binary {
      return list.append(tree.add(Node(.operation, .binary), textFrom: start), to: &tree)
    }
    let name = tree.add(Node(.name), textFrom: start)
    let isOpen = form != .spaced
    list.append(space(mu: form == .spaced ? 12 : 8), to: &tree)
    if isOpen { list.append(fence(0x28, .opening), to: &tree) }
    if form != .nameless {
      list.append(name, to: &tree)
      list.append(space(mu: 6), to: &tree)
    }
    guard isOpen else { return }
    list.append(try parseArgument(), to: &tree)
    list.append(fence(0x29, .closing), to: &tree)
  }

  /// `\tag{1}` stands behind the formula.
  private mutating func parseTag(into list: inout NodeList) throws(BrokenFormula) {
    list.append(space(mu: 36), to: &tree)
    list.append(fence(0x28, .opening), to: &tree)
    list.append(try parseText(in: .roman), to: &tree)
    list.append(fence(0x29, .closing), to: &tree)
  }

  /// `\displaystyle` and its like: the rest of the list in another style.
  mutating func parseStyle(_ token: Token, into list: inout NodeList, inBrackets: Bool) throws(BrokenFormula) {
    var node = Node(.style, .ordinary)
    node.option = token.meaning.detail
    node.first = try parseList(inBrackets: inBrackets).first
    if node.first.exists { list.append(tree.add(node), to: &tree) }
  }
}
