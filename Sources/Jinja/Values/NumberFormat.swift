import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers as Python prints them.
enum NumberFormat {
  /// Python's `repr` of a float: the shortest digits that give the number again.
  static func append(_ number: Double, to out: inout ByteBuffer) {
    if number.isNaN { return out.append("nan") }
    if number.isInfinite { return out.append(number < 0 ? "-inf" : "inf") }
    if number == 0 { return out.append(number.sign == .minus ? "-0.0" : "0.0") }
    if number < 0 { out.append(UInt8(ascii: "-")) }
    let (digits, exponent) = shortestDigits(number.magnitude)
    if exponent < -4 || exponent >= 16 {
      appendScientific(digits, exponent, to: &out)
    } else {
      appendPlain(digits, exponent, to: &out)
    }
  }

  /// The significant digits, and the power of ten of the first one.
  static func shortestDigits(_ number: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var text = number.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(Substring(text[text.index(after: mark)...])) ?? 0
      text = text[..<mark]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    exponent += (point ?? digits.count) - 1
    let zeros = digits.prefix { $0 == 48 }.count
    exponent -= zeros
    digits.removeFirst(zeros)
    while digits.count > 1, digits.last == 48 { digits.removeLast() }
    return (digits, exponent)
  }

  private static func appendScientific(_ digits: [UInt8], _ exponent: Int, to out: inout ByteBuffer) {
    out.append(digits[0])
    if digits.count > 1 { out.append(UInt8(ascii: ".")) }
    for digit in digits.dropFirst() { out.append(digit) }
    out.append(exponent < 0 ? "e-" : "e+")
    out.append(decimal: exponent.magnitude < 10 ? 0 : Int(exponent.magnitude) / 10)
    out.append(decimal: Int(exponent.magnitude) % 10)
  }

  private static func appendPlain(_ digits: [UInt8], _ exponent: Int, to out: inout ByteBuffer) {
    if exponent < 0 {
      out.append("0.")
      for _ in 0..<(-exponent - 1) { out.append(48) }
      for digit in digits { out.append(digit) }
      return
    }
    for position in 0...max(exponent, digits.count - 1) {
      if position == exponent + 1 { out.append(UInt8(ascii: ".")) }
      out.append(position < digits.count ? digits[position] : 48)
    }
    if digits.count <= exponent + 1 { out.append(".0") }
  }

  /// C's `printf` of a number: correctly rounded. The precision is cut to 400 digits.
  static func formatted(_ number: Double, precision: Int, conversion: UInt8, alternate: Bool = false) -> [UInt8] {
    let digits = min(max(precision, 0), 400)
    let format = "%\(alternate ? "#" : "").\(digits)\(Character(Unicode.Scalar(conversion)))"
    var out = [CChar](repeating: 0, count: 1200)
    let count = withVaList([number]) { vsnprintf(&out, out.count, format, $0) }
    return out.prefix(max(0, min(Int(count), out.count - 1))).map { UInt8(bitPattern: $0) }
  }
}
