extension Fingerprint {
  /// The fingerprint of a word, which is short: its first and last bytes, which may overlap, are taken at once.
  @inlinable
  public init(ofWord text: Span<UInt8>) {
    guard text.count <= 16 else {
      self.init(of: text)
      return
    }
    let (first, last) = text.withUnsafeBytes(Self.ends)
    // Of a word of eight letters both are the same.
    self.init(value: first)
    combine(UInt64(text.count))
    combine(last)
  }

  @inlinable @inline(__always)
  static func ends(of bytes: UnsafeRawBufferPointer) -> (first: UInt64, last: UInt64) {
    let count = bytes.count
    if count >= 8 {
      return (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    return (UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16, 0)
  }
}

extension [UInt8] {
  /// Appends the bytes of a text.
  @inlinable
  public mutating func append(contentsOf text: Span<UInt8>) {
    text.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
