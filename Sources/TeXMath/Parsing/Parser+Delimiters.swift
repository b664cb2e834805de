extension Parser {
  /// `\left( … \right)`
  mutating func parseFenced() throws(BrokenFormula) -> NodeID {
    var list = NodeList()
    let left = try delimiter(.opening)
    if let left { list.append(left, to: &tree) }
    let outer = (alphabet, isBold)
    let content = try parseFencedContent()
    (alphabet, isBold) = outer
    let isFlat = tree.isFlat(content)
    var child = content
    while child.exists {
      let following = tree[child].next
      tree[child].next = .none
      list.append(child, to: &tree)
      child = following
    }
    let right = try delimiter(.closing)
    if let right { list.append(right, to: &tree) }
    if isFlat {
      if let left { tree[left].makeRigid() }
      if let right { tree[right].makeRigid() }
    }
    var node = Node(.row, .fenced)
    node.first = list.first
    return tree.add(node)
  }

  /// Reads up to `\right`. Rows and columns are a table there, as if they stood in an environment.
  private mutating func parseFencedContent() throws(BrokenFormula) -> NodeID {
    let content = try parseList()
    if listEnd == .tab || listEnd == .newRow { return try parseRows(.aligned, first: content, until: .right) }
    guard listEnd == .right else { throw .unbalancedDelimiters }
    return content.first
  }

  /// Reads the delimiter after `\left`, `\right` or `\middle`; nil for the empty one.
  private mutating func delimiter(_ atom: AtomClass) throws(BrokenFormula) -> NodeID? {
    guard let token = next() else { throw .unbalancedDelimiters }
    guard let scalar = delimiterScalar(token) else {
      if token.meaning.role == .ordinary, token.meaning.scalar == 0x2E { return nil }
      throw .unbalancedDelimiters
    }
    return operation(scalar, atom, option: growing(scalar, atom))
  }

  private func delimiterScalar(_ token: Token) -> UInt32? {
    switch (token.meaning.role, token.meaning.scalar) {
    case (.operation, 0x3C): 0x27E8
    case (.operation, 0x3E): 0x27E9
    case (.fence, let scalar), (.operation, let scalar): scalar
    default: nil
    }
  }

  /// `\abs{x}`, `\norm{x}`, `\ket{x}`: an argument in delimiters. Without braces the word may be anything.
  mutating func parseEnclosed(_ token: Token) throws(BrokenFormula) -> NodeID {
    guard isNext(UInt8(ascii: "{")) else { return word(token) }
    let content = try parseArgument()
    let isFlat = tree.isFlat(tree[content].kind == .row ? tree[content].first : content)
    let id = fenced(content, token.meaning.scalar & 0xFFFF, token.meaning.scalar >> 16)
    if isFlat {
      tree[tree[id].first].makeRigid()
      tree[tree[content].next].makeRigid()
    }
    return id
  }

  /// `\bigl(`, and `\middle|` inside `\left … \right`.
  mutating func parseSizedDelimiter(_ token: Token) throws(BrokenFormula) -> NodeID {
    if token.meaning.role == .middle {
      let bar = try delimiter(.opening)
      return bar ?? space(mu: 0)
    }
    let start = position
    let next = next()
    guard let next, let scalar = delimiterScalar(next) else {
      // The empty delimiter takes no space.
      if next?.meaning.role != .ordinary || next?.meaning.scalar != 0x2E { position = start }
      return space(mu: 0)
    }
    let atom = token.meaning.atom == .ordinary && next.meaning.role == .fence ? next.meaning.atom : token.meaning.atom
    let size = token.meaning.detail * Node.OperatorOption.sizeUnit
    let growth = size == Node.OperatorOption.sizeUnit ? Node.OperatorOption.rigid : Node.OperatorOption.stretchy
    let side = atom == .closing ? Node.OperatorOption.postfix : Node.OperatorOption.prefix
    let isFence = OperatorCategory(of: scalar) == .tight || scalar == 0x7C
    return operation(scalar, atom, option: growth | size | (isFence ? side : 0))
  }
}
