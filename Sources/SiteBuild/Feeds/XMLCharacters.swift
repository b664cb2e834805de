import ByteText

/// The characters that no XML document may hold, escaped or not (XML 1.0, section 2.2): one of them would make a feed
/// unreadable, whatever template wrote it.
enum XMLCharacters {
  /// Removes them from what was appended behind an offset.
  static func removeForbidden(from buffer: inout ByteBuffer, after start: Int) {
    if buffer.withUnsafeBytes({ isClean($0, from: start) }) { return }
    var clean = ByteBuffer(capacity: buffer.count - start)
    buffer.withUnsafeBytes { bytes in
      var index = start
      while index < bytes.count {
        let length = forbiddenLength(bytes, at: index)
        if length == 0 { clean.append(bytes[index]) }
        index += max(length, 1)
      }
    }
    buffer.truncate(to: start)
    buffer.append(clean.span)
  }

  /// Whether no such character stands behind an offset; eight bytes at a time where none can begin.
  private static func isClean(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      let isPlain = index + 8 <= bytes.count && isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if !isPlain {
        for position in index..<min(index + 8, bytes.count) where forbiddenLength(bytes, at: position) > 0 {
          return false
        }
      }
      index += 8
    }
    return true
  }

  /// Whether no byte of a word is a control character or 0xEF.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let marked = word ^ (ones &* 0xEF)
    return ((word &- ones &* 0x20) & ~word | (marked &- ones) & ~marked) & (ones &* 0x80) == 0
  }

  /// How many bytes a forbidden character at an offset has; 0 where there is none.
  private static func forbiddenLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
    return bytes[index + 2] >= 0xBE ? 3 : 0
  }
}
