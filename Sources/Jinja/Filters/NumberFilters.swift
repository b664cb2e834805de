import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Scratch {
  private static let tooLarge = TemplateFailure("the number is too large", help: "integers have 64 bits")

  mutating func absolute(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .number { return Value(value.number.magnitude) }
    try requireDefined(value)
    guard value.isInteger else { throw TemplateFailure("abs needs a number, not \(describe(value))") }
    return value.integer < 0 ? try negate(value) : Value(value.integer)
  }

  // MARK: Conversions

  mutating func toInteger(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    try requireDefined(value)
    let fallback = arguments.value(0, default: Value(0))
    switch value.kind {
    case .integer, .boolean: return Value(value.integer)
    case .number:
      if value.number.isNaN { return fallback }
      return try truncated(value.number)
    case .string:
      let base = try arguments.integer(1, default: 10, of: "base")
      let digits = text(of: value) ?? ""
      if let integer = PythonNumber.integer(digits, base: base) { return Value(integer) }
      guard let number = PythonNumber.number(digits), number.isFinite else { return fallback }
      return try truncated(number)
    default: return fallback
    }
  }

  private func truncated(_ number: Double) throws(TemplateFailure) -> Value {
    guard let integer = Int(exactly: number.rounded(.towardZero)) else { throw Self.tooLarge }
    return Value(integer)
  }

  mutating func toNumber(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    try requireDefined(value)
    switch value.kind {
    case .number: return value
    case .integer, .boolean: return Value(Double(value.integer))
    case .string:
      if let number = PythonNumber.number(text(of: value) ?? "") { return Value(number) }
      return arguments.value(0, default: Value(0.0))
    default: return arguments.value(0, default: Value(0.0))
    }
  }

  // MARK: Rounding

  mutating func round(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    try requireDefined(value)
    guard value.isNumeric else { throw TemplateFailure("round needs a number, not \(describe(value))") }
    if arguments[0].kind == .none { return try truncated(value.asDouble.rounded(.toNearestOrEven)) }
    let precision = try arguments.integer(0, default: 0, of: "precision")
    switch text(of: arguments.value(1, default: string("common"))) {
    case "common":
      return value.isInteger ? try roundInteger(value.integer, precision) : roundNumber(value.number, precision)
    case "ceil": return Value(try scaled(value.asDouble, precision) { $0.rounded(.up) })
    case "floor": return Value(try scaled(value.asDouble, precision) { $0.rounded(.down) })
    default: throw TemplateFailure("the method of round is 'common', 'ceil' or 'floor'")
    }
  }

  private func scaled(_ number: Double, _ precision: Int, _ body: (Double) -> Double) throws(TemplateFailure) -> Double
  {
    let factor = pow(10, Double(precision))
    let product = number * factor
    guard product.isFinite, factor.isFinite, factor > 0 else { throw Self.tooLarge }
    return (body(product) + 0.0) / factor  // Python rounds to an integer, which has no -0.0.
  }

  private func roundInteger(_ number: Int, _ precision: Int) throws(TemplateFailure) -> Value {
    if precision >= 0 { return Value(number) }
    guard precision > -19 else { return Value(0) }
    var unit = 1
    for _ in 0..<(-precision) { unit *= 10 }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
    let twice = remainder.magnitude * 2
    let roundsAway = twice > unit.magnitude || (twice == unit.magnitude && quotient % 2 != 0)
    let rounded = quotient + (roundsAway ? (number < 0 ? -1 : 1) : 0)
    let result = rounded.multipliedReportingOverflow(by: unit)
    if result.overflow { throw Self.tooLarge }
    return Value(result.partialValue)
  }

  private func roundNumber(_ number: Double, _ precision: Int) -> Value {
    guard number.isFinite, precision < 330 else { return Value(number) }
    if precision < 0 {
      guard precision > -310 else { return Value(0.0 * number) }
      let unit = pow(10, Double(-precision))
      return Value((number / unit).rounded(.toNearestOrEven) * unit)
    }
    let digits = NumberFormat.formatted(number, precision: precision, conversion: UInt8(ascii: "f"))
    return Value(Double(String(decoding: digits, as: UTF8.self)) ?? number)
  }

  // MARK: Sizes and counts

  mutating func fileSize(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let number: Double
    if value.kind == .string {
      guard let parsed = PythonNumber.number(text(of: value) ?? "") else { throw TemplateFailure("this is no number") }
      number = parsed
    } else {
      guard value.isNumeric else { throw TemplateFailure("filesizeformat needs a number, not \(describe(value))") }
      number = value.asDouble
    }
    let isBinary = flag(arguments[0])
    let base: Double = isBinary ? 1024 : 1000
    if number == 1 { return string("1 Byte") }
    if number < base {
      guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw Self.tooLarge }
      return string("\(whole) Bytes")
    }
    let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    var power = 0
    var unit = base * base
    // 10^24 is a little more than the number that is nearest to it.
    while power < 7, unit == 1e24 ? number > unit : number >= unit {
      power += 1
      unit *= base
    }
    let digits = NumberFormat.formatted(base * number / unit, precision: 1, conversion: UInt8(ascii: "f"))
    let prefix = isBinary ? letters[power].uppercased() + "i" : letters[power]
    return string(String(decoding: digits, as: UTF8.self) + " \(prefix)B")
  }

  /// An integer with commas between thousands; other numbers keep their fraction.
  mutating func groupedNumber(_ value: Value) throws(TemplateFailure) -> Value {
    if value.isInteger, value.integer != Int.min {
      return string { Self.append(grouped: value.integer.magnitude, isNegative: value.integer < 0, to: &$0) }
    }
    let printed = try stringValue(value)
    let digits = Array(raw(printed))
    guard value.isNumeric || PythonNumber.number(String(decoding: digits, as: UTF8.self)) != nil else {
      throw TemplateFailure("number needs a number, not \(describe(value))")
    }
    let first = digits.first == UInt8(ascii: "-") ? 1 : 0
    let end = digits.firstIndex { !($0 >= 48 && $0 <= 57) && $0 != UInt8(ascii: "-") } ?? digits.count
    return string { out in
      for (index, digit) in digits.enumerated() {
        if index > first, index < end, (end - index) % 3 == 0 { out.append(UInt8(ascii: ",")) }
        out.append(digit)
      }
    }
  }

  private static func append(grouped number: UInt, isNegative: Bool, to out: inout ByteBuffer) {
    if isNegative { out.append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    while number / unit >= 1000 { unit *= 1000 }
    out.append(decimal: Int(number / unit))
    while unit > 1 {
      let below = number % unit
      unit /= 1000
      out.append(UInt8(ascii: ","))
      out.append(decimal: Int(below / unit), width: 3)
    }
  }

  /// The form of a word for a number, or for the length of a list.
  mutating func plural(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let count = value.isNumeric ? value.asDouble : length(value).map(Double.init)
    guard let count, value.kind != .string else {
      throw TemplateFailure("plural needs a number or a list, not \(describe(value))")
    }
    return count == 1 ? arguments[0] : arguments[1]
  }
}

/// Numbers in texts, as Python's `int` and `float` read them.
enum PythonNumber {
  static func integer(_ text: String, base: Int) -> Int? {
    var digits = trimmed(text).lowercased()
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    var radix = base
    for (prefix, value) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where digits.hasPrefix(prefix) && (base == value || base == 0) {
      digits.removeFirst(2)
      radix = value
      if digits.hasPrefix("_") { digits.removeFirst() }
    }
    if radix == 0 {
      if digits.hasPrefix("0"), digits.contains(where: { $0 != "0" && $0 != "_" }) { return nil }
      radix = 10
    }
    guard (2...36).contains(radix), let plain = withoutUnderscores(digits), let first = plain.first,
      first != "+", first != "-"
    else { return nil }
    return Int((isNegative ? "-" : "") + plain, radix: radix)
  }

  static func number(_ text: String) -> Double? {
    let digits = trimmed(text).lowercased()
    let unsigned = digits.drop { $0 == "+" || $0 == "-" }
    if ["inf", "infinity"].contains(unsigned), digits.count - unsigned.count <= 1 {
      return digits.hasPrefix("-") ? -Double.infinity : Double.infinity
    }
    if unsigned == "nan", digits.count - unsigned.count <= 1 { return Double.nan }
    guard let plain = withoutUnderscores(digits),
      plain.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || $0 == 43 || $0 == 45 || $0 == 46 || $0 == 101 })
    else { return nil }
    return Double(plain.hasSuffix(".") ? plain + "0" : plain)
  }

  /// `_` is allowed only between digits.
  private static func withoutUnderscores(_ digits: String) -> String? {
    guard digits.contains("_") else { return digits }
    if digits.hasPrefix("_") || digits.hasSuffix("_") || digits.contains("__") { return nil }
    return String(digits.filter { $0 != "_" })
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 {
      let bytes = UnsafeRawBufferPointer($0)
      let digits = String(decoding: bytes[Whitespace.trimmed(bytes)], as: UTF8.self)
      return $0.allSatisfy { $0 < 0x80 } ? digits : withPlainDigits(digits)
    }
  }

  /// The digits of other scripts as those of ASCII.
  private static func withPlainDigits(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        plain += String(Int(value))
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
