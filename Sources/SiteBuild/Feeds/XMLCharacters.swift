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

  /// Whether no such character stands behind an offset.
  private static func isClean(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var index = start
    while true {
      index = ByteRuns.endOfXMLText(in: bytes, from: index)
      guard index < bytes.count else { return true }
      if forbiddenLength(bytes, at: index) > 0 { return false }
      index += 1
    }
  }

  /// How many bytes a forbidden character at an offset has; 0 where there is none.
  private static func forbiddenLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
    return bytes[index + 2] >= 0xBE ? 3 : 0
  }
}
