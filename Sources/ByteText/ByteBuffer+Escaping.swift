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
  /// Looks at sixteen bytes at a time: a text without special bytes costs little more than copying it.
  @inlinable public static func firstSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    let vectorEnd = bytes.count &- 16
    while index <= vectorEnd {
      let chunk = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      // `"` 34, `&` 38 and `'` 39; `<` 60 and `>` 62.
      let quotes = (chunk .== 34) .| (chunk .== 38) .| (chunk .== 39)
      let brackets = (chunk .== 60) .| (chunk .== 62)
      if any(quotes .| brackets) { break }
      index &+= 16
    }
    while index < bytes.count, entity(for: bytes[index]) == nil { index &+= 1 }
    return index
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
