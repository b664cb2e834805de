/// The first sixteen bytes of a text, by which most texts can be ordered without another look at them.
public struct BytePrefix: BitwiseCopyable, Sendable {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64

  /// The beginning of a text; behind a shorter one it has zeros.
  @inlinable
  public init(of text: Span<UInt8>) {
    (first, second) = (Self.number(text, from: 0), Self.number(text, from: 8))
  }

  /// Whether a text stands before another one in the order of their bytes; nil where both begin alike, so that what
  /// follows decides.
  @inlinable
  public func isBefore(_ other: BytePrefix) -> Bool? {
    if first != other.first { return first < other.first }
    return second == other.second ? nil : second < other.second
  }

  /// Eight bytes of a text as a number that orders texts as these bytes do; behind the end of a text are zeros.
  @inlinable
  public static func number(_ text: Span<UInt8>, from start: Int = 0) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<start + 8 { number = number << 8 | (index < text.count ? UInt64(text[index]) : 0) }
    return number
  }
}
