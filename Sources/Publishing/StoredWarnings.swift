import ByteText

/// Warnings as they are kept from build to build, so that a build which reads nothing can show them again.
enum StoredWarnings {
  /// Appends warnings: counts and numbers in eight bytes each, texts with their length before them.
  static func write(_ warnings: [Diagnostic], into out: inout ByteBuffer) {
    out.append(littleEndian: UInt64(warnings.count))
    for warning in warnings {
      for text in [warning.id, warning.message, warning.path] { append(text, to: &out) }
      for text in [warning.excerpt, warning.help] { append(text, to: &out) }
      for number in [warning.line, warning.column, warning.excerptColumn, warning.length] {
        out.append(littleEndian: UInt64(bitPattern: Int64(number)))
      }
      out.append(littleEndian: UInt64(warning.notes.count))
      for note in warning.notes {
        append(note.message, to: &out)
        append(note.place, to: &out)
      }
    }
  }

  /// The warnings that bytes spell; nil where they spell none.
  static func read(_ bytes: UnsafeRawBufferPointer) -> [Diagnostic]? {
    var reader = Reader(bytes: bytes)
    var warnings: [Diagnostic] = []
    for _ in 0..<reader.count() { warnings.append(warning(&reader)) }
    return reader.isGood && reader.position == bytes.count ? warnings : nil
  }

  private static func append(_ text: String?, to out: inout ByteBuffer) {
    guard let text else { return out.append(littleEndian: .max) }
    out.append(littleEndian: UInt64(text.utf8.count))
    out.append(text)
  }

  private static func warning(_ reader: inout Reader) -> Diagnostic {
    let texts = (0..<3).map { _ in reader.text() ?? "" }
    var warning = Diagnostic(.warning, texts[0], texts[1], path: texts[2])
    warning.excerpt = reader.text()
    warning.help = reader.text()
    (warning.line, warning.column) = (reader.number(), reader.number())
    (warning.excerptColumn, warning.length) = (reader.number(), reader.number())
    for _ in 0..<reader.count() {
      let message = reader.text() ?? ""
      warning.notes.append(.init(message, at: reader.text()))
    }
    return warning
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    var isGood = true

    mutating func number() -> Int {
      Int(clamping: word())
    }

    /// How many of something follow, each of which takes eight bytes at least.
    mutating func count() -> Int {
      let count = number()
      if count > (bytes.count - position) / 8 { isGood = false }
      return isGood ? count : 0
    }

    mutating func text() -> String? {
      let count = word()
      if count == .max { return nil }
      guard isGood, count <= bytes.count - position else {
        isGood = false
        return nil
      }
      defer { position += Int(count) }
      return String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
    }

    private mutating func word() -> UInt64 {
      guard isGood, bytes.count - position >= 8 else {
        isGood = false
        return 0
      }
      defer { position += 8 }
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }
}

extension ByteBuffer {
  mutating func append(littleEndian number: UInt64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append($0) }
  }
}
