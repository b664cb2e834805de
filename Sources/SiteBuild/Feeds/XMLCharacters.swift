import ByteText

/// The characters that no XML document may hold, escaped or not (XML 1.0, section 2.2): one of them would make a feed
/// unreadable, whatever template wrote it.
enum XMLCharacters {
  /// Removes them from what was appended behind an offset.
  static func removeForbidden(from buffer: inout ByteBuffer, after start: Int) {
    let isClean = buffer.withUnsafeBytes { bytes in
      !bytes[start...].indices.contains { forbiddenLength(bytes, at: $0) > 0 }
    }
    if isClean { return }
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

  /// How many bytes a forbidden character at an offset has; 0 where there is none.
  private static func forbiddenLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
    return bytes[index + 2] >= 0xBE ? 3 : 0
  }
}
