import ByteText

@testable import DataFiles

/// A JSON text as a tree.
func json(_ text: String) -> (tree: DataTree, issues: [DataIssue]) { json(Array(text.utf8)) }

func json(_ bytes: [UInt8]) -> (tree: DataTree, issues: [DataIssue]) {
  var tree = DataTree()
  var reader = JSONReader(FrozenBytes(copying: bytes.span))
  _ = reader.readDocument(into: &tree)
  return (tree, reader.issues)
}

/// A YAML text as a tree.
func yaml(_ text: String) -> (tree: DataTree, issues: [DataIssue]) { yaml(Array(text.utf8)) }

func yaml(_ bytes: [UInt8]) -> (tree: DataTree, issues: [DataIssue]) {
  var tree = DataTree()
  var reader = YAMLReader(FrozenBytes(copying: bytes.span))
  _ = reader.readDocument(into: &tree)
  return (tree, reader.issues)
}

/// A tree's value as an enum that can be compared.
indirect enum Value: Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([Value])
  case object([String: Value])

  init(_ node: DataNode, in tree: DataTree) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool == true)
    case .integer: self = .integer(node.integer ?? 0)
    case .number: self = .number(node.number ?? 0)
    case .string: self = .string(tree.string(node))
    case .array: self = .array(tree.elements(of: node).map { Value($0, in: tree) })
    case .object:
      let members = tree.members(of: node).map { (tree.string($0.key), Value($0.value, in: tree)) }
      self = .object(Dictionary(members) { first, _ in first })
    }
  }
}

extension DataTree {
  var value: Value { Value(root, in: self) }
}

/// A small generator of numbers that is the same for a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
