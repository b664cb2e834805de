extension Parser {
  /// `\hat{x}`, `\overline{…}`, `\underline{…}`
  mutating func parseAccent(_ token: Token) throws(BrokenFormula) -> NodeID {
    if isArgumentMissing() { return text[token.start].isASCIILetter ? word(token) : symbol(token.meaning.scalar) }
    let base = try parseArgument()
    var node = Node(.accent, tree[base].atom == .none ? .ordinary : tree[base].atom)
    node.first = base
    node.scalar = token.meaning.scalar
    node.option = token.meaning.detail
    return tree.add(node)
  }

  /// `\underbrace{…}_{…}`: the brace's script stands at the brace.
  mutating func parseBrace(_ token: Token) throws(BrokenFormula) -> NodeID {
    let content = try parseArgument()
    let brace = operation(token.meaning.scalar, .ordinary, option: Node.OperatorOption.stretchy)
    let isUnder = token.meaning.detail == AccentOption.under
    let braced = stack(content, under: isUnder ? brace : .none, over: isUnder ? .none : brace)
    guard skip(isUnder ? UInt8(ascii: "_") : UInt8(ascii: "^")) else { return braced }
    let label = try parseArgument()
    return stack(braced, under: isUnder ? label : .none, over: isUnder ? .none : label)
  }

  /// A node with something under and over it.
  mutating func stack(_ base: NodeID, under: NodeID, over: NodeID, atom: AtomClass = .ordinary) -> NodeID {
    var node = Node(.stack, atom)
    node.first = base
    node.second = under
    node.third = over
    return tree.add(node)
  }

  /// `\overset`, `\underset`, `\stackrel`, `\buildrel … \over` and `\xrightarrow`.
  mutating func parseStack(_ token: Token) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .extensibleArrow: return try parseExtensibleArrow(token)
    case .buildrel: return try parseBuildrel()
    default: break
    }
    let mark = try parseArgument()
    let base = try parseStackBase()
    let atom = token.meaning.atom == .none ? tree[base].atom : token.meaning.atom
    let isUnder = token.meaning.detail == 1
    return stack(base, under: isUnder ? mark : .none, over: isUnder ? .none : mark, atom: atom)
  }

  /// The base keeps its class, which an argument in braces would lose.
  private mutating func parseStackBase() throws(BrokenFormula) -> NodeID {
    guard isNext(UInt8(ascii: "{")) else {
      guard let token = next(), token.meaning.role != .groupEnd else { throw .missingArgument }
      try enter()
      let base = try parseNucleus(token, isArgument: true)
      leave()
      return base
    }
    position += 1
    let group = try parseGroup()
    let atom = group.count == 1 ? classBeforeGrouping(group.first) : AtomClass.ordinary
    return row(group, atom: atom)
  }

  /// The class of a group's only node, where the list has made a lone binary operator an ordinary symbol.
  private func classBeforeGrouping(_ id: NodeID) -> AtomClass {
    let node = tree[id]
    guard node.kind == .operation, node.atom == .ordinary, node.option == 0 else { return node.atom }
    return OperatorCategory(of: node.scalar) == .tight ? .ordinary : .binary
  }

  private mutating func parseBuildrel() throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    while true {
      guard let token = next(), token.meaning.role != .groupEnd else { throw .missingArgument }
      if token.meaning.role == .infixFraction { break }
      list.append(try attachScripts(to: parseNucleus(token)), to: &tree)
    }
    let mark = row(list)
    return stack(try parseArgument(), under: .none, over: mark, atom: .relation)
  }

  private mutating func parseExtensibleArrow(_ token: Token) throws(BrokenFormula) -> NodeID {
    let under = try parseBracketArgument()
    let over = try parseArgument()
    let arrow = operation(token.meaning.scalar, .relation, option: Node.OperatorOption.stretchy)
    return stack(arrow, under: padded(under), over: padded(over), atom: .relation)
  }

  /// A label with space on both sides, so that the arrow under it is longer.
  private mutating func padded(_ label: NodeID) -> NodeID {
    guard label.exists, tree[label].kind != .row || tree[label].first.exists else { return .none }
    var list = NodeList()
    list.append(space(mu: 6), to: &tree)
    list.append(label, to: &tree)
    list.append(space(mu: 6), to: &tree)
    return row(list)
  }

  /// `\sideset{_a^b}{_c^d}\sum` and `\prescript{a}{b}{X}`: scripts on the left are those of an empty atom.
  mutating func parsePrescripts(_ token: Token) throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    if token.meaning.role == .prescript {
      let upper = try parseArgument()
      var node = Node(.scripts)
      node.first = tree.add(Node(.row))
      node.third = upper
      node.second = try parseArgument()
      list.append(tree.add(node), to: &tree)
      list.append(try parseArgument(), to: &tree)
      return row(list)
    }
    list.append(try parseArgument(), to: &tree)
    let right = try parseArgument()
    list.append(try parseStackBase(), to: &tree)
    list.append(right, to: &tree)
    return row(list, atom: .operation)
  }
}
