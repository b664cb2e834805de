extension Parser {
  /// `\frac`, `\binom` and their relatives.
  mutating func parseFraction(_ token: Token) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .binomial: return try parseBinomial(token)
    case .generalFraction: return try parseGeneralFraction()
    case .slashFraction: return try parseSlashFraction()
    default:
      _ = try parseBracketArgument()
      let numerator = try parseArgument()
      return fraction(numerator, try parseArgument(), option: token.meaning.detail)
    }
  }

  private mutating func fraction(_ numerator: NodeID, _ denominator: NodeID, option: UInt8 = 0) -> NodeID {
    var node = Node(.fraction)
    node.first = numerator
    node.second = denominator
    node.option = option
    return tree.add(node)
  }

  private mutating func parseBinomial(_ token: Token) throws(BrokenFormula) -> NodeID {
    let upper = try parseArgument()
    let lower = try parseArgument()
    let pair = fraction(upper, lower, option: token.meaning.detail | FractionStyle.barless)
    return fenced(pair, 0x28, 0x29)
  }

  /// Encloses a node in delimiters that grow with it; 0 is none.
  mutating func fenced(_ content: NodeID, _ left: UInt32, _ right: UInt32) -> NodeID {
    if left == 0, right == 0 { return content }
    var list = NodeList()
    if left != 0 { list.append(operation(left, .opening, option: growing(left, .opening)), to: &tree) }
    list.append(content, to: &tree)
    if right != 0 { list.append(operation(right, .closing, option: growing(right, .closing)), to: &tree) }
    var node = Node(.row)
    node.first = list.first
    return tree.add(node)
  }

  /// The flags of a delimiter that grows.
  func growing(_ scalar: UInt32, _ atom: AtomClass) -> UInt8 {
    let side = atom == .closing ? Node.OperatorOption.postfix : Node.OperatorOption.prefix
    return Node.OperatorOption.stretchy | (scalar == 0x7C || scalar == 0x2016 ? side : 0)
  }

  /// `\genfrac{(}{)}{0pt}{1}{n}{k}`
  private mutating func parseGeneralFraction() throws(BrokenFormula) -> NodeID {
    let left = try delimiterArgument()
    let right = try delimiterArgument()
    let thickness = try rawArgument()
    let style = try rawArgument()
    var option: UInt8 = text[thickness].first == UInt8(ascii: "0") ? FractionStyle.barless : 0
    if let digit = text[style].first {
      option |= digit == UInt8(ascii: "0") ? FractionStyle.display.rawValue : FractionStyle.text.rawValue
    }
    let numerator = try parseArgument()
    return fenced(fraction(numerator, try parseArgument(), option: option), left, right)
  }

  private mutating func delimiterArgument() throws(BrokenFormula) -> UInt32 {
    let argument = try parseArgument()
    let node = tree[argument]
    return node.kind == .operation ? node.scalar : 0
  }

  /// `\sfrac{1}{2}` and its like, set on one line.
  private mutating func parseSlashFraction() throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    list.append(try parseArgument(), to: &tree)
    list.append(operation(0x2F, .ordinary), to: &tree)
    list.append(try parseArgument(), to: &tree)
    return row(list)
  }

  /// `… \over …`: what was read so far over the rest of the list.
  mutating func parseInfixFraction(
    _ token: Token, numerator: inout NodeList, inBrackets: Bool
  ) throws(BrokenFormula) {
    numerator.finish(in: &tree)
    let upper = row(numerator)
    let kind = InfixFraction(rawValue: token.meaning.detail) ?? .over
    if kind == .above { _ = dimension() }
    let lower = row(try parseList(inBrackets: inBrackets, endsAtMiddle: true))
    let hasBar = kind == .over || kind == .above
    let pair = fraction(upper, lower, option: hasBar ? 0 : FractionStyle.barless)
    numerator = NodeList()
    let result =
      switch kind {
      case .over, .above, .atop: pair
      case .choose: fenced(pair, 0x28, 0x29)
      case .brack: fenced(pair, 0x5B, 0x5D)
      case .brace: fenced(pair, 0x7B, 0x7D)
      }
    numerator.append(result, to: &tree)
  }

  /// `\sqrt[n]{x}`
  mutating func parseRoot() throws(BrokenFormula) -> NodeID {
    let degree = try parseBracketArgument()
    if isGroupEndNext() { return symbol(0x221A) }
    return root(of: try parseArgument(), degree: degree)
  }

  /// `\root n \of x`
  mutating func parseOldRoot() throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    while true {
      guard let token = next(), token.meaning.role != .groupEnd else { throw .missingArgument }
      if token.isCommand, text[token.range].elementsEqual("of".utf8) { break }
      list.append(try attachScripts(to: parseNucleus(token)), to: &tree)
    }
    let degree = row(list)
    return root(of: try parseArgument(), degree: degree)
  }

  private mutating func root(of radicand: NodeID, degree: NodeID) -> NodeID {
    var node = Node(.root)
    node.first = radicand
    node.second = degree
    return tree.add(node)
  }
}
