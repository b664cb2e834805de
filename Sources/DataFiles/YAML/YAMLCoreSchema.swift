internal import ByteText

/// What an unquoted YAML scalar means in the core schema (YAML 1.2.2, 10.3): dates and `yes` are strings.
enum YAMLCoreSchema {
  /// A scalar's kind and the bits of its value.
  struct Value {
    var kind: DataNode.Kind
    var payload: UInt64
    /// Whether it is an integer of more than 64 bits, so that its value is not exact.
    var isLargeInteger = false

    init(_ kind: DataNode.Kind, _ payload: UInt64) {
      self.kind = kind
      self.payload = payload
    }
  }

  /// The value of an unquoted scalar, or nil where it is a string.
  static func value(of text: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let first = text.first else { return Value(.null, 0) }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"): return null(text)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"): return bool(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return number(String(decoding: text, as: UTF8.self))
    default: return nil
    }
  }

  private static func null(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    ["~", "null", "Null", "NULL"].contains(String(decoding: text, as: UTF8.self)) ? Value(.null, 0) : nil
  }

  private static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    switch String(decoding: text, as: UTF8.self) {
    case "true", "True", "TRUE": Value(.bool, 1)
    case "false", "False", "FALSE": Value(.bool, 0)
    default: nil
    }
  }

  private static func number(_ text: String) -> Value? {
    if let integer = integer(text) { return Value(.integer, UInt64(bitPattern: Int64(integer))) }
    guard let double = double(text) else { return nil }
    var value = Value(.number, double.bitPattern)
    value.isLargeInteger = text.utf8.allSatisfy { ASCII.isDigit($0) || "+-".utf8.contains($0) }
    return value
  }

  private static func integer(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return unsigned(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return unsigned(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
    digits.first?.isHexDigit == true ? Int(digits, radix: radix) : nil
  }

  private static func double(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    // Swift also reads hexadecimal floats and names, which YAML doesn't have.
    let isDecimal = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    return isDecimal && text.utf8.contains { $0 &- 0x30 < 10 } ? Double(text) : nil
  }
}
