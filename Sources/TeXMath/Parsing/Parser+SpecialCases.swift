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
    guard !range.isEmpty else { return tree.add(Node(.row)) }
    let scalar = Parser.characterCode(text[range])
    var node = Node(.letter)
    node.alphabet = .roman
    node.scalar = SourceText.isAllowed(scalar) ? scalar : 0xFFFD
    return tree.add(node)
  }

  private mutating func bareCode() -> Range<Int> {
    skipSpaces()
    if position + 1 < text.count, text[position] == UInt8(ascii: "`") {
      position += 2
      return position - 2..<position
    }
    let start = position
    while position < text.count,
      text[position].isASCIIDigit || text[position] == UInt8(ascii: "\"")
        || (text[position] & 0x5F) &- 0x41 < 6
    { position += 1 }
    return start..<position
  }

  /// A number in decimal, or in hexadecimal after `x`, `0x`, `"` or `U+`.
  private static func characterCode(_ digits: ArraySlice<UInt8>) -> UInt32 {
    if digits.first == UInt8(ascii: "`"), let character = digits.dropFirst().first { return UInt32(character) }
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
    case .dimension:
      let isBraced = skip(UInt8(ascii: "{"))
      list.append(space(mu: dimension()), to: &tree)
      if isBraced { _ = skip(UInt8(ascii: "}")) } else { skipGlue() }
    case .hspace:
      let argument = try rawArgument()
      let end = position
      position = argument.lowerBound
      list.append(space(mu: dimension()), to: &tree)
      position = end
    case .modulo: try parseModulo(token, into: &list)
    case .tag: try parseTag(into: &list)
    case .transparent: if token.meaning.detail == 1 { skipBoxOptions(token) }
    case .rule, .ignored:
      while token.meaning.role == .rule || token.meaning.detail > 0, isNext(UInt8(ascii: "[")) { _ = bracketOption() }
      for _ in 0..<(token.meaning.role == .rule ? 2 : token.meaning.detail) { _ = try rawArgument() }
    case .raise: _ = dimension()
    default: break
    }
  }

  /// `plus 1fil minus 2pt` after a length.
  private mutating func skipGlue() {
    for word in ["plus", "minus"] {
      skipSpaces()
      guard text[position...].starts(with: word.utf8) else { continue }
      position += word.utf8.count
      _ = dimension()
      while position < text.count, text[position].isASCIILetter { position += 1 }
    }
  }

  /// `\smash[t]{…}`, `\raisebox{1ex}[0pt]{…}`: the options and, of the boxes, the lengths.
  private mutating func skipBoxOptions(_ token: Token) {
    _ = bracketOption()
    guard text[token.range].elementsEqual("raisebox".utf8) || text[token.range].elementsEqual("rotatebox".utf8) else {
      return
    }
    guard isNext(UInt8(ascii: "{")), let end = text[position...].firstIndex(of: UInt8(ascii: "}")) else { return }
    position = end + 1
    while bracketOption() != nil {}
  }

  /// Whether a part of a condition is one: `\fi` without `\ifmmode` is a macro for φ.
  func isCondition(_ token: Token) -> Bool {
    openConditions > 0 || token.meaning.detail == Condition.begin.rawValue
  }

  /// In a formula the first part of `\ifmmode … \else … \fi` is meant.
  mutating func readCondition(_ token: Token) {
    switch Condition(rawValue: token.meaning.detail) {
    case .begin: openConditions += 1
    case .otherwise:
      skipCondition()
      openConditions -= 1
    default: openConditions -= 1
    }
  }

  /// From `\else` to `\fi`: what is meant outside of formulas.
  private mutating func skipCondition() {
    var depth = 0
    while let token = next() {
      guard token.isCommand else { continue }
      let name = text[token.range]
      if name.elementsEqual("fi".utf8) {
        if depth == 0 { return }
        depth -= 1
      } else if name.starts(with: "if".utf8), !name.elementsEqual("iff".utf8) {
        depth += 1
      }
    }
  }

  /// `\textcircled{a}`: the character in a circle, or the argument where Unicode has none.
  mutating func parseCircled() throws(BrokenFormula) -> NodeID {
    let argument = try parseArgument()
    var id = argument
    while tree[id].kind == .row, tree.isSingle(tree[id].first) { id = tree[id].first }
    let scalar = tree[id].kind == .text ? tree.firstScalar(of: id) : tree[id].scalar
    guard let circled = EnclosedLetters.circled(scalar) else { return argument }
    return symbol(circled.value)
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

  /// `\tag{1}` is after the formula.
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
