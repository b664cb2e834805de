import ByteText

/// Appends tags of a page's head, with their values escaped.
extension ByteBuffer {
  /// `<meta name="…" content="…">`
  mutating func append(meta name: StaticString, _ content: Span<UInt8>) {
    append(meta: name) { $0.append(escaping: content) }
  }

  /// `<meta name="…" content="…">` with a text.
  mutating func append(meta name: StaticString, _ content: String) {
    append(meta: name) { $0.append(escaping: content) }
  }

  /// `<meta name="…" content="…">` with a content that a closure appends, which has to escape it.
  mutating func append(meta name: StaticString, _ content: (inout ByteBuffer) -> Void) {
    append("<meta name=\"")
    append(name)
    append("\" content=\"")
    content(&self)
    append("\">\n")
  }

  /// `<meta property="…" content="…">` with a content that a closure appends, which has to escape it.
  mutating func append(property name: StaticString, _ content: (inout ByteBuffer) -> Void) {
    append("<meta property=\"")
    append(name)
    append("\" content=\"")
    content(&self)
    append("\">\n")
  }

  /// `<link rel="…" href="…" type="…">` with an address that a closure appends, which has to escape it.
  mutating func append(link relation: StaticString, type: StaticString? = nil, _ address: (inout ByteBuffer) -> Void) {
    append("<link rel=\"")
    append(relation)
    append("\" href=\"")
    address(&self)
    if let type {
      append("\" type=\"")
      append(type)
    }
    append("\">\n")
  }
}
