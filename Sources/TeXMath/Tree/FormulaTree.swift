/// A parsed formula: nodes in one array, their texts in another.
struct FormulaTree {
  private(set) var nodes: [Node] = []
  /// The UTF-8 of all nodes' texts.
  var text: [UInt8] = []

  /// Forgets the formula and keeps the memory.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// The node with this identity, which must exist.
  subscript(id: NodeID) -> Node {
    get { nodes[Int(id.index)] }
    set { nodes[Int(id.index)] = newValue }
  }

  /// Adds a node that belongs to no list yet.
  mutating func add(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(index: Int32(truncatingIfNeeded: nodes.count - 1))
  }

  /// Adds a node whose text is what was appended to `text` since `start`.
  mutating func add(_ node: Node, textFrom start: Int) -> NodeID {
    var node = node
    node.first.index = Int32(truncatingIfNeeded: start)
    node.second.index = Int32(truncatingIfNeeded: text.count)
    return add(node)
  }
}

extension FormulaTree {
  /// Whether the list that begins with `first` has exactly one node.
  func isSingle(_ first: NodeID) -> Bool {
    first.exists && !self[first].next.exists
  }

  /// The operator at the heart of a node, reached through scripts, accents and stacks, or none.
  ///
  /// MathML calls such a node an embellished operator: it is spaced as its core is.
  func core(of id: NodeID) -> NodeID {
    var current = id
    while current.exists {
      let node = self[current]
      switch node.kind {
      case .operation: return current
      case .scripts, .stack: current = node.first
      case .accent where node.option & AccentOption.stretchy == 0: current = node.first
      case .row where isSingle(node.first): current = node.first
      default: return .none
      }
    }
    return .none
  }

  /// The first character of a node's text, 0 where it has none.
  func firstScalar(of id: NodeID) -> UInt32 {
    let range = self[id].textRange
    return String(decoding: text[range], as: UTF8.self).unicodeScalars.first?.value ?? 0
  }

  /// Whether a node is the name of a function, with or without scripts.
  func isFunctionName(_ id: NodeID) -> Bool {
    var current = id
    while current.exists, self[current].kind == .scripts || self[current].kind == .stack {
      current = self[current].first
    }
    return current.exists && self[current].kind == .name && self[current].atom == .operation
  }
}

extension FormulaTree {
  /// Whether nothing in a list is higher than a line of text with simple scripts, so that delimiters needn't grow.
  ///
  /// Looks at the list and at what scripts are on, not into rows.
  func isFlat(_ first: NodeID) -> Bool {
    var current = first
    while current.exists {
      let node = self[current]
      switch node.kind {
      case .letter, .letters, .number, .symbol, .name, .text, .space: break
      case .operation where node.option & Node.OperatorOption.stretchy == 0 && node.atom != .operation: break
      case .scripts where isFlatWithScripts(node): break
      default: return false
      }
      current = node.next
    }
    return true
  }

  private func isFlatWithScripts(_ node: Node) -> Bool {
    isSimple(node.first) && (!node.second.exists || isSimple(node.second))
      && (!node.third.exists || isSimple(node.third))
  }

  private func isSimple(_ id: NodeID) -> Bool {
    switch self[id].kind {
    case .letter, .letters, .number, .symbol: true
    case .operation: self[id].atom != .operation
    default: false
    }
  }
}

/// A list of nodes under construction.
struct NodeList {
  private(set) var first = NodeID.none
  private(set) var last = NodeID.none
  /// The last node that is an atom.
  private var lastAtom = NodeID.none
  private(set) var count = 0

  /// Whether nothing was appended.
  var isEmpty: Bool { count == 0 }

  /// Appends a node; a binary operator without an operand on both sides becomes an ordinary symbol.
  mutating func append(_ id: NodeID, to tree: inout FormulaTree) {
    if last.exists { tree[last].next = id } else { first = id }
    last = id
    count += 1
    let atom = tree[id].atom
    guard atom != .none else { return }
    if atom == .binary, !lastAtom.exists || tree[lastAtom].atom.leavesBinaryUnary { tree[id].atom = .ordinary }
    if atom.endsOperand { finish(in: &tree) }
    lastAtom = id
  }

  /// Appends all of a list whose first and last atoms are ordinary, so that no class changes.
  mutating func append(_ list: NodeList, to tree: inout FormulaTree) {
    if last.exists { tree[last].next = list.first } else { first = list.first }
    last = list.last
    count += list.count
    lastAtom = list.lastAtom
  }

  /// Makes a binary operator at the end an ordinary symbol.
  func finish(in tree: inout FormulaTree) {
    if lastAtom.exists, tree[lastAtom].atom == .binary { tree[lastAtom].atom = .ordinary }
  }
}
