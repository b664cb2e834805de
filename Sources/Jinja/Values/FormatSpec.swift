/// How one value of a format is laid out.
struct FormatSpec {
  var isLeft = false
  var isRight = false
  var isCentered = false
  var isZero = false
  var isAlternate = false
  /// What is before numbers that are not negative.
  var plus: UInt8?
  var fill: [UInt8] = [UInt8(ascii: " ")]
  var width = 0
  var precision: Int?

  /// A flag of a `%` format; false where the byte is none.
  mutating func setFlag(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): isLeft = true
    case UInt8(ascii: "0"): isZero = true
    case UInt8(ascii: "#"): isAlternate = true
    case UInt8(ascii: "+"): plus = byte
    case UInt8(ascii: " "): plus = plus ?? byte
    default: return false
    }
    return true
  }

  /// Appends a text, cut to the precision and filled to the width.
  func append(text: [UInt8], to out: inout [UInt8]) {
    text.withUnsafeBytes { bytes in
      let end = precision.map { UTF8Scan.offset(of: $0, in: bytes) } ?? bytes.count
      let part = UnsafeRawBufferPointer(rebasing: bytes[..<end])
      append(Array(part), count: UTF8Scan.count(part), isLeft: isLeft, to: &out)
    }
  }

  /// Appends a number, of which the digits may begin with `-`.
  func append(digits: [UInt8], prefix: String, to out: inout [UInt8]) {
    let isNegative = digits.first == UInt8(ascii: "-")
    var body = isNegative ? Array(digits.dropFirst()) : digits
    if let precision, body.count < precision {
      body = Array(repeating: 48, count: precision - body.count) + body
    }
    let sign = isNegative ? [UInt8(ascii: "-")] : plus.map { [$0] } ?? []
    let lead = sign + Array(prefix.utf8)
    if isZero, !isLeft, lead.count + body.count < width {
      body = Array(repeating: 48, count: width - lead.count - body.count) + body
    }
    append(lead + body, count: lead.count + body.count, isLeft: isLeft, to: &out)
  }

  private func append(_ part: [UInt8], count: Int, isLeft: Bool, to out: inout [UInt8]) {
    let missing = max(0, width - count)
    let before = isCentered ? missing / 2 : isLeft ? 0 : missing
    for _ in 0..<before { out += fill }
    out += part
    for _ in before..<missing { out += fill }
  }
}
