extension DataTree {
  /// The elements of an array in their order; nothing for other kinds.
  public struct Elements: Sequence, IteratorProtocol {
    private let nodes: [DataNode]
    private var position: Int
    private let end: Int

    fileprivate init(of node: DataNode, in nodes: [DataNode]) {
      self.nodes = nodes
      position = Int(node.index) + 1
      end = node.kind == .array ? Int(node.next) : 0
    }

    /// The next element, nil after the last one.
    public mutating func next() -> DataNode? {
      guard position < end else { return nil }
      let node = nodes[position]
      position = Int(node.next)
      return node
    }
  }

  /// The members of an object in their order; nothing for other kinds.
  public struct Members: Sequence, IteratorProtocol {
    private let nodes: [DataNode]
    private var position: Int
    private let end: Int

    fileprivate init(of node: DataNode, in nodes: [DataNode]) {
      self.nodes = nodes
      position = Int(node.index) + 1
      end = node.kind == .object ? Int(node.next) : 0
    }

    /// The next member, nil after the last one.
    public mutating func next() -> (key: DataNode, value: DataNode)? {
      guard position < end else { return nil }
      let (key, value) = (nodes[position], nodes[position + 1])
      position = Int(value.next)
      return (key, value)
    }
  }

  /// The elements of an array in their order; nothing for other kinds.
  public func elements(of node: DataNode) -> Elements { Elements(of: node, in: nodes) }

  /// The members of an object in their order; nothing for other kinds.
  public func members(of node: DataNode) -> Members { Members(of: node, in: nodes) }

  /// The value of an object's member, or nil where there is no such member. Linear in the number of members.
  public subscript(node: DataNode, key: StaticString) -> DataNode? {
    for member in members(of: node) where text(of: member.key, is: key) { return member.value }
    return nil
  }
}
