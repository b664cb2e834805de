/// A text by where it stands: a segment of memory, an offset into it and a length, all in bytes.
///
/// It is trivial to copy (no reference counting) and holds no pointer, so a table of records can be shared between
/// workers. Who gives out references also says what each segment number means.
@frozen public struct TextRef: BitwiseCopyable, Hashable, Sendable {
  /// The number of the segment of memory.
  public let segment: UInt16
  // Of the offset, 48 bits: a paper has two dozen references, and what is small is fast.
  @usableFromInline let highOffset: UInt16
  @usableFromInline let lowOffset: UInt32
  /// The number of bytes of the text.
  public let length: UInt32

  /// A reference to `length` bytes at `offset` of a segment, which is less than 2^48.
  @inlinable public init(segment: UInt16, offset: Int, length: Int) {
    self.segment = segment
    self.length = UInt32(truncatingIfNeeded: length)
    highOffset = UInt16(truncatingIfNeeded: offset &>> 32)
    lowOffset = UInt32(truncatingIfNeeded: offset)
  }

  /// Where the text begins in its segment.
  @inlinable public var offset: UInt64 { UInt64(highOffset) &<< 32 | UInt64(lowOffset) }

  /// The empty text.
  public static let empty = TextRef(segment: 0, offset: 0, length: 0)

  /// Whether the text has no bytes.
  @inlinable public var isEmpty: Bool { length == 0 }

  /// The bytes' range within the segment.
  @inlinable public var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
}
