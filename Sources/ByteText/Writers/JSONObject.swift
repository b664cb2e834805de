/// One JSON object while it is written: keeps track of its commas.
public struct JSONObject: Sendable {
  /// Writes the values.
  public let writer: JSONWriter
  private var isEmpty = true

  /// An object of which nothing has been written yet.
  public init(_ writer: JSONWriter = JSONWriter()) { self.writer = writer }

  /// Appends a key, which must need no escapes; its value has to be appended next.
  public mutating func key(_ name: StaticString, to out: inout ByteBuffer) {
    out.append(jsonKey: name, isFirst: isEmpty)
    isEmpty = false
  }

  /// Appends a member with a text.
  public mutating func text(_ name: StaticString, _ text: Span<UInt8>, to out: inout ByteBuffer) {
    key(name, to: &out)
    writer.quote(text, to: &out)
  }

  /// Appends a member with a text.
  public mutating func text(_ name: StaticString, _ text: String, to out: inout ByteBuffer) {
    self.text(name, text.utf8.span, to: &out)
  }

  /// Appends a member with a text, unless that is empty.
  public mutating func optional(_ name: StaticString, _ text: Span<UInt8>, to out: inout ByteBuffer) {
    if !text.isEmpty { self.text(name, text, to: &out) }
  }

  /// Appends a member with a literal that needs no escapes.
  public mutating func literal(_ name: StaticString, _ text: StaticString, to out: inout ByteBuffer) {
    string(name, to: &out) { $0.append(text) }
  }

  /// Appends a member with a text that a closure writes and that needs no escapes: a date, an address.
  public mutating func string(_ name: StaticString, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    key(name, to: &out)
    out.append("\"")
    write(&out)
    out.append("\"")
  }

  /// Appends a member with a number.
  public mutating func number(_ name: StaticString, _ number: Int, to out: inout ByteBuffer) {
    key(name, to: &out)
    out.append(decimal: number)
  }

  /// Appends a member with a number, unless that isn't known.
  public mutating func optional(_ name: StaticString, _ number: Int32?, to out: inout ByteBuffer) {
    if let number { self.number(name, Int(number), to: &out) }
  }

  /// Appends a member that is true or false.
  public mutating func flag(_ name: StaticString, _ value: Bool, to out: inout ByteBuffer) {
    key(name, to: &out)
    out.append(value ? "true" : "false")
  }

  /// Appends a member with a list, unless that is empty; a closure writes each value.
  public mutating func list(
    _ name: StaticString, _ rows: Range<Int>, to out: inout ByteBuffer, _ write: (Int, inout ByteBuffer) -> Void
  ) {
    guard !rows.isEmpty else { return }
    key(name, to: &out)
    writer.list(rows, to: &out, write)
  }

  /// Appends a member with an object, to which a closure adds the members.
  public mutating func object(
    _ name: StaticString, to out: inout ByteBuffer, _ write: (inout JSONObject, inout ByteBuffer) -> Void
  ) {
    key(name, to: &out)
    var object = writer.object()
    write(&object, &out)
    object.end(&out)
  }

  /// Closes the object.
  public func end(_ out: inout ByteBuffer) { out.append(isEmpty ? "{}" : "}") }
}
