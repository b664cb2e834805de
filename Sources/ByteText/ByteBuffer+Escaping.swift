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
  /// Looks at eight bytes as one number: a text without special bytes costs little more than copying it.
  @inlinable public static func firstSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    let wordEnd = bytes.count &- 8
    while index <= wordEnd {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marks = specialBytes(in: word)
      if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count, entity(for: bytes[index]) == nil { index &+= 1 }
    return index
  }

  /// The top bit of each special byte; bits above the lowest that is set may be wrong, as subtraction borrows.
  @inlinable @inline(__always) static func specialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte becomes zero where it is `"`; `&` or `'`, which differ in the lowest bit; `<` or `>`, in the next one.
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let ampersands = ((word & ~ones) ^ (ones &* 0x26)) &- ones
    let brackets = ((word & ~(ones &* 2)) ^ (ones &* 0x3C)) &- ones
    return (quotes | ampersands | brackets) & ~word & (ones &* 0x80)
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
