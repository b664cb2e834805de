import ByteText

/// Keeps track of the commas of one JSON object while it is written.
struct JSONObject {
  private var isEmpty = true

  /// Appends a key; its value has to be appended next.
  mutating func key(_ name: StaticString, to out: inout ByteBuffer) {
    out.append(jsonKey: name, isFirst: isEmpty)
    isEmpty = false
  }

  /// Appends a member with a text.
  mutating func text(_ name: StaticString, _ text: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    key(name, to: &out)
    out.append(quotingJSON: text)
  }

  /// Appends a member with a text.
  mutating func text(_ name: StaticString, _ text: String, to out: inout ByteBuffer) {
    key(name, to: &out)
    out.append(quotingJSON: text)
  }

  /// Appends a member with a text, unless that is empty.
  mutating func optional(_ name: StaticString, _ text: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    if !text.isEmpty { self.text(name, text, to: &out) }
  }

  /// Appends a member with a literal text that needs no escapes.
  mutating func literal(_ name: StaticString, _ text: StaticString, to out: inout ByteBuffer) {
    string(name, to: &out) { $0.append(text) }
  }

  /// Appends a member with a text that a closure writes and that needs no escapes: a date, an address.
  mutating func string(_ name: StaticString, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    key(name, to: &out)
    out.append("\"")
    write(&out)
    out.append("\"")
  }

  /// Appends a member with a number, unless that isn't known.
  mutating func optional(_ name: StaticString, _ number: Int32?, to out: inout ByteBuffer) {
    guard let number else { return }
    key(name, to: &out)
    out.append(decimal: Int(number))
  }

  /// Appends a member with a list, unless that is empty.
  mutating func list(
    _ name: StaticString, _ rows: Range<Int>, to out: inout ByteBuffer, _ write: (Int, inout ByteBuffer) -> Void
  ) {
    guard !rows.isEmpty else { return }
    key(name, to: &out)
    out.append("[")
    for row in rows {
      if row > rows.lowerBound { out.append(",") }
      write(row, &out)
    }
    out.append("]")
  }

  /// Closes the object.
  func end(_ out: inout ByteBuffer) { out.append(isEmpty ? "{}" : "}") }
}
