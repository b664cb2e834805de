internal import ByteText

extension JSONReader {
  /// Reads a number: exactly where it is an integer of 64 bits, else as the nearest double.
  mutating func readNumber(into tree: inout DataTree) throws(JSONFailure) {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position &+= 1 }
    let isInteger = try skipNumber(from: start)
    let text = start..<position
    if isInteger, let integer = integer(in: text) {
      tree.append(.integer, at: text, payload: UInt64(bitPattern: integer))
    } else if let number = Double(String(decoding: bytes[text], as: UTF8.self)), number.isFinite {
      tree.append(.number, at: text, payload: number.bitPattern)
      if isInteger { tree.markLargeInteger() }
    } else {
      note(DataIssue("json/number", "the number is too large", at: text))
      tree.append(.null, at: text)
    }
  }

  /// Goes to the end of the number and checks its grammar.
  ///
  /// - Returns: whether it has neither fraction nor exponent.
  private mutating func skipNumber(from start: Int) throws(JSONFailure) -> Bool {
    let first = position
    try skipDigits(from: start)
    if bytes[first] == UInt8(ascii: "0"), position &- first > 1 { throw badNumber(from: start) }
    var isInteger = true
    if position < end, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position &+= 1
      try skipDigits(from: start)
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position &+= 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position &+= 1
      }
      try skipDigits(from: start)
    }
    if position < end, isWordByte(bytes[position]) { throw badNumber(from: start) }
    return isInteger
  }

  private mutating func skipDigits(from start: Int) throws(JSONFailure) {
    let first = position
    while position < end, ASCII.isDigit(bytes[position]) { position &+= 1 }
    if position == first { throw badNumber(from: start) }
  }

  @inline(never) private func badNumber(from start: Int) -> JSONFailure {
    var stop = position
    while stop < end, isWordByte(bytes[stop]) || bytes[stop] == UInt8(ascii: ".") { stop += 1 }
    return JSONFailure(.badNumber, at: start, to: max(stop, start + 1))
  }

  private func integer(in range: Range<Int>) -> Int64? {
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var value: Int64 = 0
    for index in (isNegative ? range.lowerBound &+ 1 : range.lowerBound)..<range.upperBound {
      let digit = Int64(bytes[index] &- 0x30)
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }
}
