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
    if append(short: text, unless: { JSONEscaping.areSpecial($0, inScript: inScript) }) { return }
    var start = 0
    while start < text.count {
      let special = JSONEscaping.firstSpecial(in: text, from: start, inScript: inScript)
      append(UnsafeRawBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      append(jsonEscape: text[special])
      start = special &+ 1
    }
  }

  /// Appends the key of an object's member with its colon: behind the opening brace where it is the first one, or else
  /// behind a comma. It must need no escapes.
  public mutating func append(jsonKey key: StaticString, isFirst: Bool) {
    reserve(key.utf8CodeUnitCount &+ 4)
    append(twoBytes: UInt8(ascii: isFirst ? "{" : ","), UInt8(ascii: "\""))
    append(key)
    append(twoBytes: UInt8(ascii: "\""), UInt8(ascii: ":"))
  }

  /// Appends two bytes for which there is room.
  @inline(__always) private mutating func append(twoBytes first: UInt8, _ second: UInt8) {
    storage.storeBytes(of: first, toByteOffset: used, as: UInt8.self)
    storage.storeBytes(of: second, toByteOffset: used &+ 1, as: UInt8.self)
    used &+= 2
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
  /// The index of the first such byte from `start`, or the count of `text`; sixteen bytes at a time.
  static func firstSpecial(in text: UnsafeRawBufferPointer, from start: Int, inScript: Bool) -> Int {
    ByteLanes.first(in: text, from: start) { areSpecial($0, inScript: inScript) }
  }

  @inline(__always)
  static func areSpecial(_ lanes: ByteLanes.Bytes, inScript: Bool) -> ByteLanes.Truth {
    // Where `<` is nothing special, the quote is looked for twice.
    let bracket = UInt8(ascii: inScript ? "<" : "\"")
    return (lanes .== ByteLanes.all(0x22)) .| (lanes .== ByteLanes.all(0x5C)) .| (lanes .== ByteLanes.all(bracket))
      .| (lanes .< ByteLanes.all(0x20))
  }
}
