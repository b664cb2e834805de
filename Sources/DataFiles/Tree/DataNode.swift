/// One value of a data file, or a key: where it stands, and what it is. Trivial to copy; its tree has the text.
package struct DataNode: BitwiseCopyable, Sendable {
  /// What a value is.
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    case null
    case bool
    case integer
    case number
    case string
    case array
    case object
  }

  /// Where the text of a string stands.
  enum Storage: UInt8, BitwiseCopyable, Sendable {
    case source
    case scratch
  }

  /// What the value is.
  package let kind: Kind
  let storage: Storage
  /// The position in the tree.
  var index: UInt32
  /// The position of the first node behind this one and all that it holds.
  var next: UInt32
  var start: UInt32
  var end: UInt32
  var low: UInt32
  var high: UInt32

  init(_ kind: Kind, _ storage: Storage = .source, index: Int, range: Range<Int>, payload: UInt64 = 0) {
    self.kind = kind
    self.storage = storage
    self.index = UInt32(truncatingIfNeeded: index)
    next = self.index &+ 1
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    low = UInt32(truncatingIfNeeded: payload)
    high = UInt32(truncatingIfNeeded: payload >> 32)
  }

  private var payload: UInt64 { UInt64(high) << 32 | UInt64(low) }

  /// The bytes of the source that the value takes, quotes and brackets included.
  package var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// The number of elements of an array or members of an object; 0 for other kinds.
  package var count: Int { kind == .array || kind == .object ? Int(low) : 0 }

  /// The value of a bool, or nil for other kinds.
  package var bool: Bool? { kind == .bool ? low != 0 : nil }

  /// The value of an integer, or nil for other kinds.
  package var integer: Int? { kind == .integer ? Int(truncatingIfNeeded: payload) : nil }

  /// The value of a number, whole or not, or nil for other kinds.
  package var number: Double? {
    switch kind {
    case .integer: Double(Int64(truncatingIfNeeded: payload))
    case .number: Double(bitPattern: payload)
    default: nil
    }
  }

  /// A string's range in its storage.
  var textRange: Range<Int> { Int(low)..<Int(low) + Int(high) }
}

extension DataNode.Kind {
  /// The kind with its article, for messages.
  package var description: String {
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
