/// Which bytes have to be replaced so that a text stands in HTML or XML, quoted attributes included.
///
/// The entities are MarkupSafe's, so a template gives the same bytes as in Jinja2.
public enum MarkupEscaping {
  /// The entity for a byte, or nil where the byte stands as it is.
  @inlinable public static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// The index of the first byte from `start` that needs an entity, or the count of `bytes`.
  ///
  /// Looks at eight bytes at a time: a text without special bytes costs little more than copying it.
  @inlinable public static func firstSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    let lastWord = bytes.count &- 8
    while index <= lastWord {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let special = specialBytes(of: word)
      if special != 0 { return index &+ special.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) { index &+= 1 }
    return index
  }

  @inlinable static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// A word whose lowest set bit is in the lowest special byte; 0 where there is none.
  ///
  /// Two pairs differ in one bit only, so three comparisons do: `&` and `'`, `<` and `>`.
  @inlinable static func specialBytes(of word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return zeroBytes(of: word ^ (ones &* 0x22))
      | zeroBytes(of: (word & (ones &* 0xFE)) ^ (ones &* 0x26))
      | zeroBytes(of: (word & (ones &* 0xFD)) ^ (ones &* 0x3C))
  }

  /// The high bit of every byte that is 0; above the lowest of them, bits of other bytes may be set too.
  @inlinable static func zeroBytes(of word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

extension ByteBuffer {
  /// Appends text with `& < > " '` replaced by entities, for HTML or XML content and attribute values.
  @inlinable public mutating func append(escaping text: Span<UInt8>) {
    text.withUnsafeBytes { append(escaping: $0) }
  }

  /// Appends text with `& < > " '` replaced by entities, for HTML or XML content and attribute values.
  @inlinable public mutating func append(escaping text: UnsafeRawBufferPointer) {
    var start = 0
    while start < text.count {
      let special = MarkupEscaping.firstSpecial(in: text, from: start)
      append(UnsafeRawBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      if let entity = MarkupEscaping.entity(for: text[special]) { append(entity) }
      start = special &+ 1
    }
  }

  /// Appends a string with `& < > " '` replaced by entities.
  @inlinable public mutating func append(escaping text: String) {
    append(escaping: text.utf8.span)
  }
}
