import ByteText

extension Scratch {
  /// Python's `str.format`.
  mutating func formatBraces(
    _ format: Value, _ positional: [Value], _ keywords: Keywords, depth: Int = 0
  ) throws(TemplateFailure) -> Value {
    if depth > 1 { throw TemplateFailure("a format nests too deeply") }
    let bytes = Array(raw(format))
    try charge(bytes.count)
    var formatter = BraceFormatter(positional: positional, keywords: keywords, isMarkup: format.isMarkup)
    formatter.depth = depth
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
      switch byte {
      case UInt8(ascii: "{") where !isDoubled:
        guard let end = Self.closingBrace(bytes, index + 1) else { throw Self.singleBrace }
        try appendField(Array(bytes[index + 1..<end]), &formatter)
        try checkRoom(formatter.out.count)
        index = end + 1
      case UInt8(ascii: "}") where !isDoubled: throw Self.singleBrace
      default:
        formatter.out.append(byte)
        index += byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 2 : 1
      }
    }
    return string(bytes: formatter.out, safe: format.isMarkup)
  }

  private static let singleBrace = TemplateFailure("a format has a brace that has no partner", help: "write {{ or }}")

  private static func closingBrace(_ bytes: [UInt8], _ start: Int) -> Int? {
    var depth = 1
    for index in start..<bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// One field: `name.attribute[item]!conversion:specification`.
  private mutating func appendField(_ field: [UInt8], _ formatter: inout BraceFormatter) throws(TemplateFailure) {
    let colon = field.firstIndex(of: UInt8(ascii: ":"))
    var name = Array(field[..<(colon ?? field.count)])
    var conversion: UInt8?
    if name.count >= 2, name[name.count - 2] == UInt8(ascii: "!") {
      conversion = name[name.count - 1]
      name.removeLast(2)
    }
    var value = try formatter.value(name, in: &self)
    var specification = colon.map { Array(field[($0 + 1)...]) } ?? []
    if specification.contains(UInt8(ascii: "{")) {
      let nested = try formatBraces(
        string(bytes: specification), formatter.positional, formatter.keywords, depth: formatter.depth + 1)
      specification = Array(raw(nested))
    }
    switch conversion {
    case UInt8(ascii: "r"), UInt8(ascii: "a"):
      value = string(bytes: try printed(value, isRepresentation: true, isMarkup: formatter.isMarkup))
    case UInt8(ascii: "s"): value = try stringValue(value)
    case nil: break
    default: throw TemplateFailure("a format has no such conversion")
    }
    try append(value, specification, &formatter)
  }

  private mutating func append(
    _ value: Value, _ specification: [UInt8], _ formatter: inout BraceFormatter
  ) throws(TemplateFailure) {
    if specification.isEmpty {
      formatter.out += try printed(value, isRepresentation: false, isMarkup: formatter.isMarkup)
      return
    }
    var (spec, type, grouping) = try FormatSpec.parse(specification)
    try checkRoom(spec.width)
    if value.kind == .string || (type == nil && !value.isNumeric) || type == UInt8(ascii: "s") {
      guard value.kind == .string else { throw TemplateFailure("\(describe(value)) can't be formatted so") }
      if !spec.hasAlignment { spec.isLeft = true }
      let text = formatter.isMarkup ? try escape(value) : value
      spec.append(text: Array(raw(text)), to: &formatter.out)
    } else {
      try appendNumber(value, &spec, type, grouping, &formatter)
    }
  }

  private mutating func appendNumber(
    _ value: Value, _ spec: inout FormatSpec, _ type: UInt8?, _ grouping: UInt8?, _ formatter: inout BraceFormatter
  ) throws(TemplateFailure) {
    try requireDefined(value)
    guard value.isNumeric else { throw TemplateFailure("\(describe(value)) can't be formatted as a number") }
    var digits: [UInt8]
    var prefix = ""
    let type = type ?? (value.isInteger && spec.precision == nil ? UInt8(ascii: "d") : nil)
    switch type {
    case UInt8(ascii: "d"):
      guard value.isInteger else { throw TemplateFailure("'d' needs an integer") }
      digits = Array(String(value.integer).utf8)
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"), UInt8(ascii: "b"):
      guard value.isInteger, let type else { throw TemplateFailure("this format needs an integer") }
      let radix = type | 0x20 == UInt8(ascii: "x") ? 16 : type == UInt8(ascii: "o") ? 8 : 2
      digits = Array(String(value.integer, radix: radix, uppercase: type == UInt8(ascii: "X")).utf8)
      if spec.isAlternate { prefix = "0" + String(Unicode.Scalar(type)) }
    case UInt8(ascii: "%"):
      digits = NumberFormat.formatted(
        value.asDouble * 100, precision: spec.precision ?? 6, conversion: UInt8(ascii: "f"))
      digits.append(UInt8(ascii: "%"))
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
      UInt8(ascii: "G"):
      digits = NumberFormat.formatted(value.asDouble, precision: spec.precision ?? 6, conversion: type ?? 103)
    case nil:
      digits = plainDigits(value, precision: spec.precision)
    default: throw TemplateFailure("a number can't be formatted so")
    }
    spec.precision = nil
    if let grouping { digits = Self.grouped(digits, grouping) }
    spec.append(digits: digits, prefix: prefix, to: &formatter.out)
  }

  private func plainDigits(_ value: Value, precision: Int?) -> [UInt8] {
    if let precision {
      return NumberFormat.formatted(value.asDouble, precision: max(precision, 1), conversion: UInt8(ascii: "g"))
    }
    var out = ByteBuffer(capacity: 32)
    NumberFormat.append(value.asDouble, to: &out)
    return out.span.withUnsafeBytes { Array($0) }
  }

  private static func grouped(_ digits: [UInt8], _ separator: UInt8) -> [UInt8] {
    let first = digits.first == UInt8(ascii: "-") ? 1 : 0
    let end = digits[first...].firstIndex { !($0 >= 48 && $0 <= 57) } ?? digits.count
    var out: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > first, index < end, (end - index) % 3 == 0 { out.append(separator) }
      out.append(digit)
    }
    return out
  }
}

/// Finds the arguments of a `str.format` and collects the result.
struct BraceFormatter {
  let positional: [Value]
  let keywords: Scratch.Keywords
  let isMarkup: Bool
  /// How many formats are around this one.
  var depth = 0
  var next = 0
  var out: [UInt8] = []

  init(positional: [Value], keywords: Scratch.Keywords, isMarkup: Bool) {
    self.positional = positional
    self.keywords = keywords
    self.isMarkup = isMarkup
  }

  mutating func value(_ field: [UInt8], in scratch: inout Scratch) throws(TemplateFailure) -> Value {
    let end = field.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") } ?? field.count
    var value = try first(String(decoding: field[..<end], as: UTF8.self), in: scratch)
    var index = end
    while index < field.count {
      let isItem = field[index] == UInt8(ascii: "[")
      let rest = field[(index + 1)...]
      let stop =
        rest.firstIndex { isItem ? $0 == UInt8(ascii: "]") : $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }
        ?? field.count
      let name = String(decoding: field[index + 1..<stop], as: UTF8.self)
      value = try scratch.item(Int(name).map { Value($0) } ?? scratch.string(name), of: value)
      index = isItem ? stop + 1 : stop
    }
    return value
  }

  private mutating func first(_ name: String, in scratch: borrowing Scratch) throws(TemplateFailure) -> Value {
    if name.isEmpty || Int(name) != nil {
      let position = Int(name) ?? next
      if name.isEmpty { next += 1 }
      guard positional.indices.contains(position) else { throw TemplateFailure("the format has too few arguments") }
      return positional[position]
    }
    guard let value = scratch.keyword(name, keywords) else {
      throw TemplateFailure("the format has no argument '\(name)'")
    }
    return value
  }
}

extension FormatSpec {
  /// Whether the specification says where the value is.
  var hasAlignment: Bool { isLeft || isCentered || isRight }

  /// Reads `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
  static func parse(
    _ text: [UInt8]
  ) throws(TemplateFailure) -> (FormatSpec, type: UInt8?, grouping: UInt8?) {
    var spec = FormatSpec()
    var index = spec.parseAlignment(text)
    func at(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
    if [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " ")].contains(at(index)) {
      spec.plus = at(index) == UInt8(ascii: "-") ? nil : at(index)
      index += 1
    }
    if at(index) == UInt8(ascii: "#") {
      spec.isAlternate = true
      index += 1
    }
    if at(index) == 48, !spec.hasAlignment {
      spec.isZero = true
      index += 1
    }
    spec.width = try number(text, &index) ?? 0
    var grouping: UInt8?
    if at(index) == UInt8(ascii: ",") || at(index) == UInt8(ascii: "_") {
      grouping = at(index)
      index += 1
    }
    if at(index) == UInt8(ascii: ".") {
      index += 1
      spec.precision = try number(text, &index)
    }
    let type = index < text.count ? at(index) : nil
    guard index >= text.count - 1 else { throw TemplateFailure("a format specification is not valid") }
    return (spec, type, grouping)
  }

  private mutating func parseAlignment(_ text: [UInt8]) -> Int {
    let width = text.withUnsafeBytes { $0.isEmpty ? 0 : UTF8Scan.next(in: $0, after: 0) }
    if width < text.count, width > 0, setAlignment(text[width]) {
      fill = Array(text[..<width])
      return width + 1
    }
    if let first = text.first, setAlignment(first) { return 1 }
    return 0
  }

  private mutating func setAlignment(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"): isLeft = true
    case UInt8(ascii: ">"): isRight = true
    case UInt8(ascii: "^"): isCentered = true
    default: return false
    }
    return true
  }

  private static func number(_ text: [UInt8], _ index: inout Int) throws(TemplateFailure) -> Int? {
    let start = index
    var number = 0
    while index < text.count, text[index] >= 48, text[index] <= 57 {
      number = number * 10 + Int(text[index] - 48)
      if number >= 1 << 24 { throw TemplateFailure("a width in a format is too large") }
      index += 1
    }
    return index > start ? number : nil
  }
}
