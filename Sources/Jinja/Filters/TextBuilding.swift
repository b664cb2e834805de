import ByteText

extension Scratch {
  /// A text made from another, whose bytes `body` reads while it writes.
  mutating func transform(
    _ source: Value, safe: Bool, _ body: (UnsafeRawBufferPointer, inout ByteBuffer) -> Void
  ) throws(TemplateFailure) -> Value {
    try charge(Int(source.length) / 16)
    var buffer = work.take() ?? ByteBuffer(capacity: 1024)
    buffer.removeAll()
    body(raw(source), &buffer)
    let start = text.count
    let result = checkedAppend(buffer)
    work = consume buffer
    try result.get()
    return finishText(from: start, safe: safe)
  }

  private mutating func checkedAppend(_ buffer: borrowing ByteBuffer) -> Result<Void, TemplateFailure> {
    do throws(TemplateFailure) {
      try checkRoom(buffer.count)
      text.append(buffer.span)
      return .success(())
    } catch {
      return .failure(error)
    }
  }

  /// A text made of bytes.
  mutating func string(bytes: [UInt8], safe: Bool = false) -> Value {
    string(safe: safe) { $0.append(bytes.span) }
  }

  /// The text that a filter works on: a text is itself, other values are printed.
  mutating func softText(_ value: Value) throws(TemplateFailure) -> Value { try stringValue(value) }

  /// A value that has to be a text.
  func requireText(_ value: Value, _ what: String) throws(TemplateFailure) -> Value {
    try requireDefined(value)
    guard value.kind == .string else { throw TemplateFailure("\(what) needs a text, not \(describe(value))") }
    return value
  }
}
