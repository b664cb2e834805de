import ByteText

/// Steps through UTF-8 by scalars; what is not valid counts as U+FFFD of one byte.
enum UTF8Scan {
  /// The scalar that begins at an index, and how many bytes it has.
  static func scalar(in bytes: UnsafeRawBufferPointer, at index: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    return bytes.withMemoryRebound(to: UInt8.self) { UTF8Decoding.scalar(in: $0.span, at: index) } ?? ("\u{FFFD}", 1)
  }

  /// How many scalars there are. Linear.
  static func count(_ bytes: UnsafeRawBufferPointer) -> Int {
    var (count, index) = (0, 0)
    while index &+ 8 <= bytes.count {
      // A byte that continues a scalar has its highest bit set and the next one clear.
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let continuing = (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
      count &+= 8 &- continuing.nonzeroBitCount
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 { count &+= 1 }
      index &+= 1
    }
    return count
  }

  /// The byte offset of the scalar with a number, or the end. Linear.
  static func offset(of scalar: Int, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int {
    var index = start
    var left = scalar
    while left > 0, index < bytes.count {
      index = next(in: bytes, after: index)
      left -= 1
    }
    return index
  }

  /// The start of the scalar after the one at an index.
  static func next(in bytes: UnsafeRawBufferPointer, after index: Int) -> Int {
    var next = index + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// The start of the scalar that ends before an index.
  static func previous(in bytes: UnsafeRawBufferPointer, before index: Int) -> Int {
    var previous = index - 1
    while previous > 0, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
    return max(previous, 0)
  }
}
