internal import ByteText

/// Finds what is not UTF-8 (RFC 3629) in a part of a text.
public enum UTF8Validation {
  /// The offset of the first byte that begins no well-formed sequence, or nil where all is well.
  public static func firstInvalid(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Int? {
    bytes.withMemoryRebound(to: UInt8.self) { UTF8Decoding.firstInvalid(in: $0.span.extracting(range)) }
      .map { range.lowerBound + $0 }
  }
}
