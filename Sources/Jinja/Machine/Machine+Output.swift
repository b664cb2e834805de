import ByteText

extension Machine {
  /// Writes a value, escaped if escaping is on and it is not markup.
  @inline(__always) mutating func write(_ value: Value) throws(TemplateFailure) {
    guard value.kind == .string else { return try writeOther(value) }
    if value.isMarkup || !escapes {
      out.append(scratch.raw(value))
    } else {
      out.append(escaping: scratch.raw(value))
    }
  }

  @inline(never) private mutating func writeOther(_ value: Value) throws(TemplateFailure) {
    switch value.kind {
    case .integer: out.append(decimal: value.integer)
    case .none: out.append("None")
    case .boolean: out.append(value.truth ? "True" : "False")
    case .undefined where scratch.isLenient(value): break
    case .object: try writeObject(value)
    case .module: out.append(scratch.raw(scratch.items[value.index + 1]))
    default: try writePrinted(value, escaping: escapes)
    }
  }

  mutating func writePart(_ value: Value) throws(TemplateFailure) {
    if value.kind == .module { try writePrinted(value, escaping: escapes) } else { try write(value) }
  }

  private mutating func writeObject(_ value: Value) throws(TemplateFailure) {
    guard let text = model.text(of: value.object, scratch: &scratch), text.kind == .string else {
      return try writePrinted(value, escaping: escapes)
    }
    try write(text)
  }

  /// Writes what has to be made first, which is then forgotten.
  private mutating func writePrinted(_ value: Value, escaping: Bool) throws(TemplateFailure) {
    let start = scratch.text.count
    try scratch.appendString(value)
    let text = scratch.finishText(from: start, safe: !escaping)
    if escaping { out.append(escaping: scratch.raw(text)) } else { out.append(scratch.raw(text)) }
    scratch.text.truncate(to: start)
  }

  /// Writes a value as it is.
  mutating func writeSafe(_ value: Value, mustBeText: Bool) throws(TemplateFailure) {
    if mustBeText, value.kind != .string {
      throw TemplateFailure("the filter of a block has to give a text, not \(scratch.describe(value))")
    }
    if value.kind == .string {
      out.append(scratch.raw(value))
    } else {
      try writePrinted(value, escaping: false)
    }
  }

  // MARK: Captures

  mutating func endCapture(safe: Bool) throws(TemplateFailure) {
    push(try takeOutput(from: captures.removeLast(), safe: safe))
  }

  /// What was written since the output had a length, as a text; the output is cut back.
  mutating func takeOutput(from start: Int, safe: Bool) throws(TemplateFailure) -> Value {
    let count = out.count - start
    try scratch.checkRoom(count)
    let textStart = scratch.text.count
    let written = out.span.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[start...]) }
    scratch.text.append(written)
    out.truncate(to: start)
    return scratch.finishText(from: textStart, safe: safe)
  }

  func checkOutput() throws(TemplateFailure) {
    if out.count > limits.outputBytes {
      throw TemplateFailure("the page is larger than \(limits.outputBytes >> 20) MiB")
    }
  }
}
