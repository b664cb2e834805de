extension ByteBuffer {
  /// Appends a text for XML content and attribute values: `& < > " '` are replaced by entities, and the characters that
  /// no XML document may contain, escaped or not, are left out (XML 1.0, section 2.2).
  ///
  /// - Parameter text: well-formed UTF-8.
  public mutating func append(xmlText text: Span<UInt8>) {
    let start = count
    append(escaping: text)
    removeForbiddenXMLCharacters(from: start)
  }

  /// Appends what a closure appends, escaped in the same way.
  public mutating func append(xmlTextOf write: (inout ByteBuffer) -> Void) {
    let start = count
    append(escapingResultOf: write)
    removeForbiddenXMLCharacters(from: start)
  }

  /// Removes the characters that no XML document may contain from what was appended from an offset on: control
  /// characters but tabs and line ends, and U+FFFE and U+FFFF.
  public mutating func removeForbiddenXMLCharacters(from start: Int) {
    if withUnsafeBytes({ XMLCharacters.areAllAllowed(in: $0, from: start) }) { return }
    var clean = ByteBuffer(capacity: count - start)
    withUnsafeBytes { XMLCharacters.appendAllowed(of: $0, from: start, to: &clean) }
    truncate(to: start)
    append(clean.span)
  }
}

/// The characters that no XML document may contain (XML 1.0, section 2.2).
private enum XMLCharacters {
  static func areAllAllowed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var index = start
    while true {
      index = ByteRuns.endOfXMLText(in: bytes, from: index)
      guard index < bytes.count else { return true }
      if forbiddenLength(bytes, at: index) > 0 { return false }
      index += 1
    }
  }

  static func appendAllowed(of bytes: UnsafeRawBufferPointer, from start: Int, to out: inout ByteBuffer) {
    var index = start
    while index < bytes.count {
      let length = forbiddenLength(bytes, at: index)
      if length == 0 { out.append(bytes[index]) }
      index += max(length, 1)
    }
  }

  /// How many bytes a forbidden character at an index has; 0 where there is none.
  private static func forbiddenLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
    return bytes[index + 2] >= 0xBE ? 3 : 0
  }
}
