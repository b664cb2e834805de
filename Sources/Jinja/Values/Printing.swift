import ByteText

extension Scratch {
  private static let printDepth = 64

  /// Appends to `text` what Python's `str` gives.
  mutating func appendString(_ value: Value) throws(TemplateFailure) {
    switch value.kind {
    case .string: try appendText(value)
    case .module: try appendText(items[value.index + 1])
    case .undefined: if !isLenient(value) { throw undefinedFailure(value) }
    case .object: try appendObject(value)
    default: try appendRepresentation(value, depth: 0)
    }
  }

  /// Appends the bytes of a text to `text`.
  mutating func appendText(_ value: Value) throws(TemplateFailure) {
    try checkRoom(Int(value.length))
    text.reserve(Int(value.length))
    text.append(raw(value))
  }

  /// A text value with what Python's `str` gives; a text is itself.
  mutating func stringValue(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .string { return value }
    let start = text.count
    try appendString(value)
    return finishText(from: start, safe: false)
  }

  private mutating func appendObject(_ value: Value) throws(TemplateFailure) {
    guard let model, let string = model.text(of: value.object, scratch: &self) else {
      throw TemplateFailure("\(describe(value)) can't be printed", help: "print one of its attributes")
    }
    try appendText(string)
  }

  /// Appends to `text` what Python's `repr` gives.
  mutating func appendRepresentation(_ value: Value, depth: Int) throws(TemplateFailure) {
    if depth > Self.printDepth { throw TemplateFailure("a list is nested too deeply to be printed") }
    try charge(1)
    switch value.kind {
    case .none: text.append("None")
    case .boolean: text.append(value.truth ? "True" : "False")
    case .integer: text.append(decimal: value.integer)
    case .number: NumberFormat.append(value.number, to: &text)
    case .string: try appendQuoted(value)
    case .list, .tuple: try appendSequence(value, depth: depth)
    case .dictionary: try appendDictionary(value, depth: depth)
    case .range: appendRange(value)
    case .namespace: try appendNamespace(value, depth: depth)
    case .undefined: text.append("Undefined")
    case .object: try appendObject(value)
    default: throw TemplateFailure("\(describe(value)) can't be printed")
    }
  }

  private mutating func appendSequence(_ value: Value, depth: Int) throws(TemplateFailure) {
    let count = listCount(value)
    text.append(value.kind == .list ? UInt8(ascii: "[") : UInt8(ascii: "("))
    for index in 0..<count {
      if index > 0 { text.append(", ") }
      try appendRepresentation(listElement(index, value), depth: depth + 1)
    }
    if value.kind == .tuple, count == 1 { text.append(UInt8(ascii: ",")) }
    text.append(value.kind == .list ? UInt8(ascii: "]") : UInt8(ascii: ")"))
  }

  private mutating func appendDictionary(_ value: Value, depth: Int) throws(TemplateFailure) {
    text.append(UInt8(ascii: "{"))
    for index in 0..<dictionaryCount(value) {
      if index > 0 { text.append(", ") }
      let (key, element) = entry(index, value)
      try appendRepresentation(key, depth: depth + 1)
      text.append(": ")
      try appendRepresentation(element, depth: depth + 1)
    }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func appendNamespace(_ value: Value, depth: Int) throws(TemplateFailure) {
    text.append("<Namespace ")
    try appendDictionary(value, depth: depth)
    text.append(UInt8(ascii: ">"))
  }

  private mutating func appendRange(_ value: Value) {
    let range = range(value)
    text.append("range(")
    text.append(decimal: range.start)
    text.append(", ")
    text.append(decimal: range.stop)
    if range.step != 1 {
      text.append(", ")
      text.append(decimal: range.step)
    }
    text.append(UInt8(ascii: ")"))
  }

  /// A text in quotes: single ones, unless the text has single and no double ones.
  private mutating func appendQuoted(_ value: Value) throws(TemplateFailure) {
    try checkRoom(Int(value.length) &* 10 &+ 32)
    text.reserve(Int(value.length) &* 10 &+ 32)
    let bytes = raw(value)
    if value.isMarkup { text.append("Markup(") }
    let quote: UInt8 = bytes.contains(39) && !bytes.contains(34) ? 34 : 39
    text.append(quote)
    var index = 0
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      appendQuoted(scalar, quote: quote)
      index += width
    }
    text.append(quote)
    if value.isMarkup { text.append(UInt8(ascii: ")")) }
  }

  private mutating func appendQuoted(_ scalar: Unicode.Scalar, quote: UInt8) {
    switch scalar {
    case "\\": text.append("\\\\")
    case "\n": text.append("\\n")
    case "\r": text.append("\\r")
    case "\t": text.append("\\t")
    case _ where scalar.value == UInt32(quote):
      text.append(UInt8(ascii: "\\"))
      text.append(quote)
    case _ where Self.isPrintable(scalar): text.append(scalar)
    default:
      let (prefix, width): (StaticString, Int) =
        scalar.value < 0x100 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
      text.append(prefix)
      text.append(hexadecimal: UInt64(scalar.value), width: width)
    }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }
}

extension ByteBuffer {
  /// Appends a number in base 16 with lowercase digits, padded with zeros.
  mutating func append(hexadecimal number: UInt64, width: Int) {
    for position in stride(from: width - 1, through: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(position * 4)) & 0xF
      append(digit < 10 ? digit + 48 : digit + 87)
    }
  }
}
