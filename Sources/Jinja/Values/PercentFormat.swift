import ByteText

extension Scratch {
  /// Python's `%` of a text: arguments are a tuple, a dictionary, or one value.
  mutating func formatPercent(_ format: Value, _ arguments: Value) throws(TemplateFailure) -> Value {
    let bytes = Array(raw(format))
    try charge(bytes.count)
    var formatter = PercentFormatter(arguments: arguments, isMarkup: format.isMarkup)
    var index = 0
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "%") {
        formatter.out.append(bytes[index])
        index += 1
        continue
      }
      index = try appendConversion(bytes, index + 1, &formatter)
      try checkRoom(formatter.out.count)
    }
    let given = arguments.kind == .tuple ? listCount(arguments) : arguments.kind == .dictionary ? 0 : 1
    if arguments.kind != .dictionary, formatter.next < given {
      throw TemplateFailure("the format has fewer conversions than there are arguments")
    }
    return string(bytes: formatter.out, safe: format.isMarkup)
  }

  /// One conversion that begins after its `%`; gives the index after it.
  private mutating func appendConversion(
    _ bytes: [UInt8], _ start: Int, _ formatter: inout PercentFormatter
  ) throws(TemplateFailure) -> Int {
    var index = start
    var spec = FormatSpec()
    var key: Value?
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) else { throw Self.incompleteFormat }
      key = string(bytes: Array(bytes[index + 1..<end]))
      index = end + 1
    }
    while index < bytes.count, spec.setFlag(bytes[index]) { index += 1 }
    spec.width = try number(bytes, &index, &formatter) ?? 0
    if spec.width < 0 {
      spec.isLeft = true
      spec.width = -spec.width
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      spec.precision = max(0, try number(bytes, &index, &formatter) ?? 0)
    }
    while index < bytes.count, [UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "L")].contains(bytes[index]) {
      index += 1
    }
    guard index < bytes.count else { throw Self.incompleteFormat }
    if bytes[index] == UInt8(ascii: "%") {
      formatter.out.append(UInt8(ascii: "%"))
      return index + 1
    }
    let value = try formatter.argument(key, in: &self)
    try appendFormatted(value, spec, bytes[index], &formatter)
    return index + 1
  }

  private static let incompleteFormat = TemplateFailure("the format ends in the middle of a conversion")

  /// A width or precision: digits, or `*` for an argument.
  private mutating func number(
    _ bytes: [UInt8], _ index: inout Int, _ formatter: inout PercentFormatter
  ) throws(TemplateFailure) -> Int? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "*") {
      index += 1
      let value = try formatter.argument(nil, in: &self)
      guard value.isInteger else { throw TemplateFailure("'*' in a format needs an integer") }
      return try checkedWidth(value.integer)
    }
    let start = index
    var number = 0
    while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57 {
      number = try checkedWidth(number * 10 + Int(bytes[index] - 48))
      index += 1
    }
    return index > start ? number : nil
  }

  private func checkedWidth(_ width: Int) throws(TemplateFailure) -> Int {
    guard width.magnitude < 1 << 24 else { throw TemplateFailure("a width in a format is too large") }
    try checkRoom(Int(width.magnitude))
    return width
  }

  private mutating func appendFormatted(
    _ value: Value, _ spec: FormatSpec, _ conversion: UInt8, _ formatter: inout PercentFormatter
  ) throws(TemplateFailure) {
    var spec = spec
    switch conversion {
    case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a"):
      spec.isZero = false
      let part = try printed(
        value, isRepresentation: conversion != UInt8(ascii: "s"), isMarkup: formatter.isMarkup)
      spec.append(text: part, to: &formatter.out)
    case UInt8(ascii: "c"): spec.append(text: Array(raw(try character(value))), to: &formatter.out)
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      spec.append(digits: try integerDigits(value, radix: 10), prefix: "", to: &formatter.out)
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      try appendRadix(value, spec, conversion, &formatter)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
      UInt8(ascii: "G"):
      let number = try realNumber(value)
      let digits = NumberFormat.formatted(
        number, precision: spec.precision ?? 6, conversion: conversion, alternate: spec.isAlternate)
      spec.precision = nil
      spec.append(digits: digits, prefix: "", to: &formatter.out)
    default:
      throw TemplateFailure("a format has no conversion '\(Character(Unicode.Scalar(conversion)))'")
    }
  }

  private mutating func appendRadix(
    _ value: Value, _ spec: FormatSpec, _ conversion: UInt8, _ formatter: inout PercentFormatter
  ) throws(TemplateFailure) {
    guard value.isInteger else { throw TemplateFailure("this conversion needs an integer, not \(describe(value))") }
    let isOctal = conversion == UInt8(ascii: "o")
    let digits = String(value.integer, radix: isOctal ? 8 : 16, uppercase: conversion == UInt8(ascii: "X"))
    let prefix = spec.isAlternate ? (isOctal ? "0o" : conversion == UInt8(ascii: "X") ? "0X" : "0x") : ""
    spec.append(digits: Array(digits.utf8), prefix: prefix, to: &formatter.out)
  }

  private func integerDigits(_ value: Value, radix: Int) throws(TemplateFailure) -> [UInt8] {
    if value.isInteger { return Array(String(value.integer, radix: radix).utf8) }
    try requireDefined(value)
    guard value.kind == .number, let integer = Int(exactly: value.number.rounded(.towardZero)) else {
      throw TemplateFailure("this conversion needs an integer, not \(describe(value))")
    }
    return Array(String(integer, radix: radix).utf8)
  }

  private func realNumber(_ value: Value) throws(TemplateFailure) -> Double {
    try requireDefined(value)
    guard value.isNumeric else { throw TemplateFailure("this conversion needs a number, not \(describe(value))") }
    return value.asDouble
  }

  private mutating func character(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .string, UTF8Scan.count(raw(value)) == 1 { return value }
    guard value.isInteger, let scalar = UInt32(exactly: value.integer).flatMap(Unicode.Scalar.init) else {
      throw TemplateFailure("%c needs a character")
    }
    return string { $0.append(scalar) }
  }

  /// The bytes of a value as it is printed; for markup they are escaped.
  mutating func printed(
    _ value: Value, isRepresentation: Bool, isMarkup: Bool
  ) throws(TemplateFailure) -> [UInt8] {
    if isMarkup, !isRepresentation { return Array(raw(try escape(value))) }
    let start = text.count
    if isRepresentation {
      try requireDefined(value)
      try appendRepresentation(value, depth: 0)
    } else {
      try appendString(value)
    }
    var part = finishText(from: start, safe: false)
    if isMarkup { part = try escape(part) }
    let bytes = Array(raw(part))
    text.truncate(to: start)
    return bytes
  }
}

/// Takes the arguments of a format one after another, or by name, and collects the result.
struct PercentFormatter {
  let arguments: Value
  let isMarkup: Bool
  var next = 0
  var out: [UInt8] = []

  init(arguments: Value, isMarkup: Bool) {
    self.arguments = arguments
    self.isMarkup = isMarkup
  }

  mutating func argument(_ key: Value?, in scratch: inout Scratch) throws(TemplateFailure) -> Value {
    if let key {
      guard arguments.kind == .dictionary else { throw TemplateFailure("a format with names needs a dictionary") }
      guard let value = scratch.value(key, in: arguments) else {
        throw TemplateFailure("the format has no argument '\(scratch.text(of: key) ?? "")'")
      }
      return value
    }
    let count = arguments.kind == .tuple ? scratch.listCount(arguments) : 1
    guard next < count else { throw TemplateFailure("the format has more conversions than there are arguments") }
    next += 1
    return arguments.kind == .tuple ? scratch.listElement(next - 1, arguments) : arguments
  }
}
