/// Reads Unicode scalars out of bytes that may be anything (RFC 3629; Unicode 16, table 3-7).
///
/// ```swift
/// UTF8Decoding.scalar(in: "é".utf8.span, at: 0)?.length  // 2
/// ```
public enum UTF8Decoding {
  /// The scalar that begins at an index and the number of its bytes, or nil where the bytes are not well-formed:
  /// overlong forms, surrogates, values over U+10FFFF and sequences that the end cuts.
  @inlinable public static func scalar(
    in bytes: Span<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    return longScalar(in: bytes, at: index)
  }

  /// The scalar that begins at an index and the number of its bytes; U+FFFD for the longest start of a sequence that is
  /// well-formed so far, as the Unicode standard recommends.
  @inlinable public static func lossyScalar(
    in bytes: Span<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    scalar(in: bytes, at: index) ?? ("\u{FFFD}", lengthOfBrokenSequence(in: bytes, at: index))
  }

  /// How many bytes one U+FFFD replaces: the longest start of a sequence that is well-formed so far, at least one.
  public static func lengthOfBrokenSequence(in bytes: Span<UInt8>, at index: Int) -> Int {
    wellFormedPrefix(of: bytes, at: index, length: lengthOfSequence(startingWith: bytes[index]))
  }

  /// The number of bytes of the well-formed sequence that begins at an index, or 0 where there is none.
  @inlinable public static func lengthOfSequence(in bytes: Span<UInt8>, at index: Int) -> Int {
    scalar(in: bytes, at: index)?.length ?? 0
  }

  /// The index of the first byte that begins no well-formed sequence, or nil where all is well.
  public static func firstInvalid(in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    var index = start
    while index < bytes.count {
      index = firstNonASCII(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      guard let length = longScalar(in: bytes, at: index)?.length else { return index }
      index &+= length
    }
    return nil
  }

  /// The index of the first byte from `start` that is not ASCII, or the count of `bytes`; sixteen bytes at a time.
  public static func firstNonASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { ByteLanes.first(in: $0, from: start) { $0 .> ByteLanes.all(0x7F) } }
  }

  /// The scalar of two to four bytes that begins at an index.
  @usableFromInline static func longScalar(
    in bytes: Span<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    let length = lengthOfSequence(startingWith: first)
    guard length > 1, wellFormedPrefix(of: bytes, at: index, length: length) == length else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length &+ 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index &+ offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  private static func lengthOfSequence(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func wellFormedPrefix(of bytes: Span<UInt8>, at index: Int, length: Int) -> Int {
    var count = 1
    while count < length, index &+ count < bytes.count {
      let allowed = count == 1 ? secondBytes(after: bytes[index]) : 0x80...0xBF
      guard allowed.contains(bytes[index &+ count]) else { break }
      count &+= 1
    }
    return count
  }

  private static func secondBytes(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
