public import ByteText

/// What an expression has: sixteen trivial bytes, copied without reference counting.
///
/// Texts are references into the segments of a render (its literals, its scratch memory, the host's memory), lists
/// and dictionaries are numbers of the render's scratch heap, and objects of the host are the numbers that its
/// `DataModel` understands. A value is therefore only good for the render that made it.
@frozen public struct Value: BitwiseCopyable, Sendable {
  /// The kinds of values that templates tell apart.
  @frozen public enum Kind: UInt8, BitwiseCopyable, Sendable {
    case undefined, none, boolean, integer, number, string, list, tuple, dictionary, object, range
    case namespace, loop, macro, module, function, method, blocks, cycler, joiner
  }

  /// The kind.
  public let kind: Kind
  @usableFromInline let flags: UInt8
  @usableFromInline let segment: UInt16
  @usableFromInline let length: UInt32
  @usableFromInline let payload: UInt64

  @inlinable init(kind: Kind, flags: UInt8 = 0, segment: UInt16 = 0, length: UInt32 = 0, payload: UInt64 = 0) {
    self.kind = kind
    self.flags = flags
    self.segment = segment
    self.length = length
    self.payload = payload
  }

  /// No value: an error where it is printed, false in a condition.
  public static let undefined = Value(kind: .undefined)
  /// Python's `None`.
  public static let none = Value(kind: .none)

  /// A truth value.
  @inlinable public init(_ truth: Bool) {
    self.init(kind: .boolean, payload: truth ? 1 : 0)
  }

  /// An integer.
  @inlinable public init(_ integer: Int) {
    self.init(kind: .integer, payload: UInt64(bitPattern: Int64(integer)))
  }

  /// A floating-point number.
  @inlinable public init(_ number: Double) {
    self.init(kind: .number, payload: number.bitPattern)
  }

  /// A text; `safe` says that it is markup, which is printed without escaping.
  @inlinable public init(_ text: TextRef, safe: Bool = false) {
    self.init(kind: .string, flags: safe ? 1 : 0, segment: text.segment, length: text.length, payload: text.offset)
  }

  /// An object of the host.
  @inlinable public init(_ object: ObjectRef) {
    let payload = UInt64(bitPattern: Int64(object.index))
    self.init(kind: .object, segment: object.type, length: object.detail, payload: payload)
  }
}

/// An object of the host: what its numbers mean is the host's business.
@frozen public struct ObjectRef: BitwiseCopyable, Hashable, Sendable {
  /// Which kind of object, as a paper or a list of papers.
  public var type: UInt16
  /// A second number, for lists a start or a variant.
  public var detail: UInt32
  /// Which one.
  public var index: Int

  /// The object with these numbers.
  @inlinable public init(type: UInt16, index: Int, detail: UInt32 = 0) {
    self.type = type
    self.detail = detail
    self.index = index
  }
}

extension Value {
  /// The number that an integer, a floating-point number or a truth value is; nil for other values.
  public var asNumber: Double? {
    switch kind {
    case .boolean: payload == 0 ? 0 : 1
    case .integer: Double(Int64(bitPattern: payload))
    case .number: Double(bitPattern: payload)
    default: nil
    }
  }
}
