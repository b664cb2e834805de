extension ByteBuffer {
  /// Appends a text as a JSON string with its quotes (RFC 8259).
  ///
  /// - Parameter inScript: whether the JSON stands in an HTML `script` element, which a `<` in a text must not end.
  public mutating func append(quotingJSON text: UnsafeRawBufferPointer, inScript: Bool = false) {
    append(UInt8(ascii: "\""))
    append(escapingJSON: text, inScript: inScript)
    append(UInt8(ascii: "\""))
  }

  /// Appends a text as a JSON string with its quotes (RFC 8259).
  public mutating func append(quotingJSON text: Span<UInt8>, inScript: Bool = false) {
    text.withUnsafeBytes { append(quotingJSON: $0, inScript: inScript) }
  }

  /// Appends a text as a JSON string with its quotes (RFC 8259).
  public mutating func append(quotingJSON text: String, inScript: Bool = false) {
    append(quotingJSON: text.utf8.span, inScript: inScript)
  }

  /// Appends a part of a JSON string: quotes, backslashes and control characters are escaped.
  public mutating func append(escapingJSON text: UnsafeRawBufferPointer, inScript: Bool = false) {
    var start = 0
    while start < text.count {
      let special = JSONEscaping.firstSpecial(in: text, from: start, inScript: inScript)
      append(UnsafeRawBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      append(jsonEscape: text[special])
      start = special &+ 1
    }
  }

  private mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u00")
      append(hexDigit: byte >> 4)
      append(hexDigit: byte & 15)
    }
  }

  private mutating func append(hexDigit: UInt8) {
    append(hexDigit < 10 ? UInt8(ascii: "0") + hexDigit : UInt8(ascii: "a") + hexDigit - 10)
  }
}

/// Which bytes can't stand in a JSON string as they are.
private enum JSONEscaping {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The index of the first such byte from `start`, or the count of `text`; eight bytes at a time.
  static func firstSpecial(in text: UnsafeRawBufferPointer, from start: Int, inScript: Bool) -> Int {
    // Where `<` is nothing special, the quote is looked for twice.
    let bracket = ones &* (inScript ? 0x3C : 0x22)
    var index = start
    let lastWord = text.count &- 8
    while index <= lastWord {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let special = specialBytes(of: word, bracket)
      if special != 0 { return index &+ special.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < text.count, !isSpecial(text[index], inScript: inScript) { index &+= 1 }
    return index
  }

  /// A word whose lowest set bit is in the lowest special byte; 0 where there is none.
  private static func specialBytes(of word: UInt64, _ bracket: UInt64) -> UInt64 {
    MarkupEscaping.zeroBytes(of: word ^ (ones &* 0x22)) | MarkupEscaping.zeroBytes(of: word ^ (ones &* 0x5C))
      | MarkupEscaping.zeroBytes(of: word ^ bracket) | MarkupEscaping.zeroBytes(of: word & (ones &* 0xE0))
  }

  private static func isSpecial(_ byte: UInt8, inScript: Bool) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || (inScript && byte == UInt8(ascii: "<"))
  }
}
