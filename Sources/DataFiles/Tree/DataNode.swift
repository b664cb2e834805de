/// One value of a data file, or a key: where it is, and what it is. Trivial to copy; its tree has the text.
public struct DataNode: BitwiseCopyable, Sendable {
  /// What a value is.
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    case null
    case bool
    case integer
    case number
    case string
    case array
    case object
  }

  /// Where the text of a string is.
  enum Storage: UInt8, BitwiseCopyable, Sendable {
    case source
    case scratch
  }

  /// What the value is.
  public let kind: Kind
  let storage: Storage
  /// Whether it is the key of a member, not a value.
  var isKey = false
  /// Whether a number is an integer of more than 64 bits, so that its value is not exact. Its text is.
  public internal(set) var isLargeInteger = false
  /// The position in the tree.
  var index: UInt32
  /// The position of the array or object around it; 0 for the root, too.
  var parent: UInt32
  // The number among its siblings, or for an array or object where it ends: they have the number in `high`.
  private var link: UInt32
  var start: UInt32
  var end: UInt32
  var low: UInt32
  private var high: UInt32

  init(_ kind: Kind, _ storage: Storage = .source, at slot: Slot, range: Range<Int>, payload: UInt64 = 0) {
    self.kind = kind
    self.storage = storage
    index = UInt32(truncatingIfNeeded: slot.index)
    parent = UInt32(truncatingIfNeeded: slot.parent)
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    low = UInt32(truncatingIfNeeded: payload)
    let ordinal = UInt32(truncatingIfNeeded: slot.ordinal)
    let isContainer = kind == .array || kind == .object
    link = isContainer ? index &+ 1 : ordinal
    high = isContainer ? ordinal : UInt32(truncatingIfNeeded: payload >> 32)
  }

  /// Whether it is an array or an object.
  var isContainer: Bool { kind == .array || kind == .object }

  /// The position of the first node after this one and all that it contains.
  var next: UInt32 { isContainer ? link : index &+ 1 }

  /// The number among the elements or members of what is around it, from 0; a key has that of its value.
  var ordinal: UInt32 { isContainer ? high : link }

  /// Says where an array or object ends: the offset after it, and the position of the node after all that it contains.
  mutating func close(at end: Int, next: Int, count: Int) {
    self.end = UInt32(truncatingIfNeeded: end)
    link = UInt32(truncatingIfNeeded: next)
    low = UInt32(truncatingIfNeeded: count)
  }

  /// The same node at another place of the tree.
  func moved(by shift: UInt32) -> DataNode {
    var node = self
    node.index &+= shift
    node.parent &+= shift
    if isContainer { node.link &+= shift }
    return node
  }

  /// The same node as an element or member of something else.
  func moved(to slot: Slot) -> DataNode {
    var node = self
    node.parent = UInt32(truncatingIfNeeded: slot.parent)
    let ordinal = UInt32(truncatingIfNeeded: slot.ordinal)
    if isContainer { node.high = ordinal } else { node.link = ordinal }
    return node
  }

  private var payload: UInt64 { UInt64(high) << 32 | UInt64(low) }

  /// The bytes of the source that the value takes, quotes and brackets included.
  public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// The number of elements of an array or members of an object; 0 for other kinds.
  public var count: Int { kind == .array || kind == .object ? Int(low) : 0 }

  /// The value of a bool, or nil for other kinds.
  public var bool: Bool? { kind == .bool ? low != 0 : nil }

  /// The value of an integer, or nil for other kinds.
  public var integer: Int? { kind == .integer ? Int(truncatingIfNeeded: payload) : nil }

  /// The value of a number, whole or not, or nil for other kinds.
  public var number: Double? {
    switch kind {
    case .integer: Double(Int64(truncatingIfNeeded: payload))
    case .number: Double(bitPattern: payload)
    default: nil
    }
  }

  /// A string's range in its storage.
  var textRange: Range<Int> { Int(low)..<Int(low) + Int(high) }
}

extension DataNode {
  /// What the value is, with its article, for messages.
  public var description: String { isLargeInteger ? "an integer of more than 64 bits" : kind.description }

  /// A place in a tree.
  struct Slot {
    /// The position in the tree.
    var index: Int
    /// The position of the array or object around it; 0 for the root, too.
    var parent: Int
    /// The number among the elements or members of what is around it, from 0.
    var ordinal: Int
  }
}

extension DataNode.Kind {
  /// The kind with its article, for messages.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
