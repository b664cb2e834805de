import ByteText
public import DataFiles
public import Jinja

extension ContextValue {
  /// The value of some JSON; nothing where it is none.
  public init(json: String) {
    var reader = JSONReader(FrozenBytes(copying: json.utf8.span))
    var tree = DataTree()
    self = reader.readDocument(into: &tree) ? ContextValue(tree.root, of: tree) : .none
  }

  /// The value of a node of a data file.
  public init(_ node: DataNode, of tree: DataTree) {
    switch node.kind {
    case .null: self = .none
    case .bool: self = .boolean(node.bool ?? false)
    case .integer: self = .integer(node.integer ?? 0)
    case .number: self = .number(node.number ?? 0)
    case .string: self = .string(tree.string(node))
    case .array: self = .list(tree.elements(of: node).map { ContextValue($0, of: tree) })
    case .object:
      self = .dictionary(tree.members(of: node).map { Entry(tree.string($0.key), .init($0.value, of: tree)) })
    }
  }
}
