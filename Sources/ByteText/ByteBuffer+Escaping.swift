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
  /// Looks at sixteen bytes at a time: a text without special bytes costs little more than copying it. Two pairs differ
  /// in one bit only, so three comparisons do: `&` and `'`, `<` and `>`.
  @inlinable public static func firstSpecial(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    ByteLanes.first(in: bytes, from: start, where: areSpecial)
  }

  @inlinable @inline(__always)
  static func areSpecial(_ lanes: ByteLanes.Bytes) -> ByteLanes.Truth {
    (lanes .== ByteLanes.all(0x22)) .| (lanes & ByteLanes.all(0xFE) .== ByteLanes.all(0x26))
      .| (lanes & ByteLanes.all(0xFD) .== ByteLanes.all(0x3C))
  }
}

extension ByteBuffer {
  /// Appends text with `& < > " '` replaced by entities, for HTML or XML content and attribute values.
  @inlinable public mutating func append(escaping text: Span<UInt8>) {
    text.withUnsafeBytes { append(escaping: $0) }
  }

  /// Appends text with `& < > " '` replaced by entities, for HTML or XML content and attribute values.
  @inlinable public mutating func append(escaping text: UnsafeRawBufferPointer) {
    if append(shortWithoutMarkup: text) { return }
    var start = 0
    while start < text.count {
      let special = MarkupEscaping.firstSpecial(in: text, from: start)
      append(UnsafeRawBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      if let entity = MarkupEscaping.entity(for: text[special]) { append(entity) }
      start = special &+ 1
    }
  }

  /// Appends a short text in one step if nothing in it needs an entity, as in most addresses, dates and names.
  ///
  /// - Returns: false where something does; then nothing was appended.
  @inlinable mutating func append(shortWithoutMarkup text: UnsafeRawBufferPointer) -> Bool {
    append(short: text) { MarkupEscaping.areSpecial($0) }
  }

  /// Appends a short text in one step if no byte of it is special.
  ///
  /// - Returns: false where one is, or the text is long; then nothing was appended.
  @inlinable @inline(__always) mutating func append(
    short text: UnsafeRawBufferPointer, unless areSpecial: (ByteLanes.Bytes) -> ByteLanes.Truth
  ) -> Bool {
    let count = text.count
    guard count <= 64 else { return false }
    reserve(max(count, ByteLanes.count))
    if count < ByteLanes.count {
      let lanes = ByteLanes.loadFew(text)
      // The zeros behind the text may be special too.
      if let lane = ByteLanes.first(areSpecial(lanes), from: 0), lane < count { return false }
      storage.storeBytes(of: lanes, toByteOffset: used, as: ByteLanes.Bytes.self)
    } else {
      // The last lanes lie over those before.
      var (special, index) = (ByteLanes.Truth(repeating: false), 0)
      while index < count {
        let base = min(index, count &- ByteLanes.count)
        let lanes = ByteLanes.load(text, base)
        special = special .| areSpecial(lanes)
        storage.storeBytes(of: lanes, toByteOffset: used &+ base, as: ByteLanes.Bytes.self)
        index &+= ByteLanes.count
      }
      if ByteLanes.isAny(special) { return false }
    }
    used &+= count
    return true
  }

  /// Appends what a closure appends with `& < > " '` replaced by entities.
  public mutating func append(escapingResultOf write: (inout ByteBuffer) -> Void) {
    let start = count
    write(&self)
    let written = UnsafeRawBufferPointer(start: storage + start, count: used - start)
    if MarkupEscaping.firstSpecial(in: written, from: 0) == written.count { return }
    var plain = ByteBuffer(capacity: written.count)
    plain.append(written)
    truncate(to: start)
    append(escaping: plain.span)
  }

  /// Appends a string with `& < > " '` replaced by entities.
  @inlinable public mutating func append(escaping text: String) {
    append(escaping: text.utf8.span)
  }
}
