/// Finds what is not UTF-8 (RFC 3629).
package enum UTF8Validation {
  /// The length of the well-formed sequence that begins at `index`, or 0 where there is none: overlong forms,
  /// surrogates, values over U+10FFFF and sequences that `end` cuts are none.
  static func sequenceLength(at index: Int, before end: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard (0xC2...0xF4).contains(lead), index &+ length <= end else { return 0 }
    guard secondByteRange(after: lead).contains(bytes[index &+ 1]) else { return 0 }
    var position = index &+ 2
    while position < index &+ length {
      guard bytes[position] & 0xC0 == 0x80 else { return 0 }
      position &+= 1
    }
    return length
  }

  private static func secondByteRange(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  /// The offset of the first byte that begins no well-formed sequence, or nil where all is well.
  package static func firstInvalid(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      index = firstNonASCII(in: bytes, from: index, before: range.upperBound)
      guard index < range.upperBound else { return nil }
      let length = sequenceLength(at: index, before: range.upperBound, in: bytes)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  private static func firstNonASCII(in bytes: UnsafeRawBufferPointer, from start: Int, before end: Int) -> Int {
    var index = start
    while index <= end &- 8 {
      if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 8
    }
    while index < end, bytes[index] < 0x80 { index &+= 1 }
    return index
  }
}
