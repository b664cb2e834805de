internal import ByteText

extension DataTree {
  /// Where a byte of a string's text is in the source: for JSON exactly, also after escapes; for a YAML string
  /// whose text is not as it was written, the whole string. Linear in the string.
  public func place(ofByte position: Int, in node: DataNode) -> Range<Int> {
    let text = bytes(node)
    if node.storage == .source { return at(node.textRange.lowerBound + min(position, text.count)) }
    guard syntax == .json else { return node.range }
    var decoded = 0
    var offset = node.range.lowerBound + 1
    while offset < node.range.upperBound - 1 {
      let step = escape(at: offset)
      if decoded + step.decoded > position { break }
      decoded += step.decoded
      offset += step.source
    }
    return at(offset)
  }

  private func at(_ offset: Int) -> Range<Int> { offset..<offset + 1 }

  /// How many bytes of the source, and of the text that they are read as, one character of a JSON string takes.
  private func escape(at offset: Int) -> (source: Int, decoded: Int) {
    let source = source.bytes
    guard source[offset] == UInt8(ascii: "\\") else { return (1, 1) }
    guard offset + 5 < source.count, source[offset + 1] == UInt8(ascii: "u") else { return (2, 1) }
    let digits = String(decoding: source[offset + 2..<offset + 6], as: UTF8.self)
    switch UInt32(digits, radix: 16) ?? 0 {
    case ..<0x80: return (6, 1)
    case ..<0x800: return (6, 2)
    // The first half of a pair carries the four bytes of the whole.
    case 0xD800..<0xDC00 where isLowSurrogate(at: offset + 6): return (12, 4)
    default: return (6, 3)
    }
  }

  private func isLowSurrogate(at offset: Int) -> Bool {
    let source = source.bytes
    guard offset + 5 < source.count, source[offset] == UInt8(ascii: "\\"), source[offset + 1] == UInt8(ascii: "u")
    else { return false }
    let digits = String(decoding: source[offset + 2..<offset + 6], as: UTF8.self)
    return (0xDC00..<0xE000).contains(UInt32(digits, radix: 16) ?? 0)
  }
}
