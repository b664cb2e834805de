import ByteText

extension Scratch {
  /// JSON that can be put into a script element or a quoted attribute, as Python's `json.dumps` with sorted keys.
  mutating func toJSON(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let indent = arguments.value(0, default: .none)
    var unit: Value?
    if indent.kind == .string { unit = indent }
    if indent.isInteger { unit = try `repeat`(string(" "), min(indent.integer, 64)) }
    if unit == nil, indent.kind != .none { throw TemplateFailure("the argument 'indent' has to be an integer") }
    let start = text.count
    try appendJSON(value, indent: unit, depth: 0)
    return finishText(from: start, safe: true)
  }

  private mutating func appendJSON(_ value: Value, indent: Value?, depth: Int) throws(TemplateFailure) {
    if depth > 64 { throw TemplateFailure("a list is nested too deeply for JSON") }
    try charge(1)
    switch value.kind {
    case .none: text.append("null")
    case .boolean: text.append(value.truth ? "true" : "false")
    case .integer: text.append(decimal: value.integer)
    case .number: appendJSON(value.number)
    case .string: try appendJSONText(value)
    case .list, .tuple: try appendJSONList(value, indent: indent, depth: depth)
    case .dictionary: try appendJSONDictionary(value, indent: indent, depth: depth)
    case .object: try appendJSONObject(value, indent: indent, depth: depth)
    default:
      try requireDefined(value)
      throw TemplateFailure("\(describe(value)) can't be written as JSON")
    }
  }

  private mutating func appendJSON(_ number: Double) {
    if number.isNaN { return text.append("NaN") }
    if number.isInfinite { return text.append(number < 0 ? "-Infinity" : "Infinity") }
    NumberFormat.append(number, to: &text)
  }

  private mutating func appendJSONObject(_ value: Value, indent: Value?, depth: Int) throws(TemplateFailure) {
    if length(value) != nil { return try appendJSONList(try listed(value), indent: indent, depth: depth) }
    guard let model, let string = model.text(of: value.object, scratch: &self) else {
      throw TemplateFailure("\(describe(value)) can't be written as JSON")
    }
    try appendJSONText(string)
  }

  private mutating func appendJSONList(_ list: Value, indent: Value?, depth: Int) throws(TemplateFailure) {
    text.append(UInt8(ascii: "["))
    let count = listCount(list)
    for index in 0..<count {
      try separate(index, indent: indent, depth: depth + 1)
      try appendJSON(listElement(index, list), indent: indent, depth: depth + 1)
    }
    if count > 0 { try lineBreak(indent, depth) }
    text.append(UInt8(ascii: "]"))
  }

  private mutating func appendJSONDictionary(_ value: Value, indent: Value?, depth: Int) throws(TemplateFailure) {
    var keys: [[Value]] = []
    for index in 0..<dictionaryCount(value) { keys.append([key(index, value)]) }
    let positions = try sortedPositions(keys, reverse: false)
    text.append(UInt8(ascii: "{"))
    for (index, position) in positions.enumerated() {
      try separate(index, indent: indent, depth: depth + 1)
      let (key, element) = entry(position, value)
      try appendJSONKey(key)
      text.append(": ")
      try appendJSON(element, indent: indent, depth: depth + 1)
    }
    if !positions.isEmpty { try lineBreak(indent, depth) }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func appendJSONKey(_ key: Value) throws(TemplateFailure) {
    switch key.kind {
    case .string: return try appendJSONText(key)
    case .none, .boolean, .integer, .number: break
    default: throw TemplateFailure("\(describe(key)) can't be a key in JSON")
    }
    text.append(UInt8(ascii: "\""))
    try appendJSON(key, indent: nil, depth: 0)
    text.append(UInt8(ascii: "\""))
  }

  private mutating func separate(_ index: Int, indent: Value?, depth: Int) throws(TemplateFailure) {
    if index > 0 { text.append(indent == nil ? ", " : ",") }
    try lineBreak(indent, depth)
  }

  private mutating func lineBreak(_ indent: Value?, _ depth: Int) throws(TemplateFailure) {
    guard let indent else { return }
    text.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { try appendText(indent) }
  }

  private mutating func appendJSONText(_ value: Value) throws(TemplateFailure) {
    try checkRoom(Int(value.length) &* 6 &+ 2)
    text.reserve(Int(value.length) * 6 + 2)
    let bytes = raw(value)
    text.append(UInt8(ascii: "\""))
    var index = 0
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      appendJSON(scalar)
      index += width
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func appendJSON(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text.append("\\\"")
    case "\\": text.append("\\\\")
    case "\n": text.append("\\n")
    case "\r": text.append("\\r")
    case "\t": text.append("\\t")
    case "\u{8}": text.append("\\b")
    case "\u{C}": text.append("\\f")
    case "<", ">", "&", "'": appendUnicode(scalar.value)
    case " "..."~": text.append(UInt8(scalar.value))
    default:
      if scalar.value < 0x10000 { return appendUnicode(scalar.value) }
      appendUnicode(0xD800 + ((scalar.value - 0x10000) >> 10))
      appendUnicode(0xDC00 + (scalar.value & 0x3FF))
    }
  }

  private mutating func appendUnicode(_ unit: UInt32) {
    text.append("\\u")
    text.append(hexadecimal: UInt64(unit), width: 4)
  }
}
