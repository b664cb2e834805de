/// A text by where it stands: a segment of memory, an offset into it and a length, all in bytes.
///
/// It is trivial to copy (no reference counting) and holds no pointer, so a table of records can be shared between
/// workers. Who gives out references also says what each segment number means.
@frozen public struct TextRef: BitwiseCopyable, Hashable, Sendable {
  /// The number of the segment of memory.
  public var segment: UInt16
  /// The number of bytes of the text.
  public var length: UInt32
  /// Where the text begins in its segment.
  public var offset: UInt64

  /// A reference to `length` bytes at `offset` of a segment.
  @inlinable public init(segment: UInt16, offset: Int, length: Int) {
    self.segment = segment
    self.length = UInt32(truncatingIfNeeded: length)
    self.offset = UInt64(truncatingIfNeeded: offset)
  }

  /// The empty text.
  public static let empty = TextRef(segment: 0, offset: 0, length: 0)

  /// Whether the text has no bytes.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// The bytes' range within the segment.
  @inlinable public var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
}
