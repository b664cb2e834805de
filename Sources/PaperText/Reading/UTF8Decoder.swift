/// Reads scalars out of bytes that may be anything (Unicode 16, table 3-7).
enum UTF8Decoder {
  /// The scalar at an index and its length, nil where the bytes are not well-formed.
  static func scalar(in bytes: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = lengthOfSequence(startingWith: first)
    guard length > 1, wellFormedPrefix(of: bytes, at: index, length: length) == length else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// How many bytes one U+FFFD stands for: the longest start of a sequence that is well-formed so far, at least one.
  static func lengthOfBrokenSequence(in bytes: Span<UInt8>, at index: Int) -> Int {
    let length = lengthOfSequence(startingWith: bytes[index])
    return max(1, wellFormedPrefix(of: bytes, at: index, length: length))
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
    while count < length, index + count < bytes.count {
      let allowed = count == 1 ? secondBytes(after: bytes[index]) : 0x80...0xBF
      guard allowed.contains(bytes[index + count]) else { break }
      count += 1
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
