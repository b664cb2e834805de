extension Lexer {
  /// Reads an integer in any base or a floating-point number; `_` may be between digits.
  mutating func readNumber() {
    let start = position
    if bytes[start] == UInt8(ascii: "0"), let end = prefixedNumber(from: start) {
      finish(.integer, start, end)
      return
    }
    let whole = digits(from: start)
    let fraction = self.fraction(from: whole, after: start)
    let end = exponent(from: fraction)
    if end > whole {
      finish(.float, start, end)
    } else {
      finish(.integer, start, bytes[start] == UInt8(ascii: "0") ? zeros(from: start) : whole)
    }
  }

  private mutating func finish(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    append(kind, start, end)
    position = end
  }

  /// `0x`, `0o` and `0b`.
  private func prefixedNumber(from start: Int) -> Int? {
    let isDigit: (UInt8) -> Bool
    switch byte(at: start + 1) | 0x20 {
    case UInt8(ascii: "x"): isDigit = { ($0 >= 48 && $0 <= 57) || (($0 | 0x20) >= 97 && ($0 | 0x20) <= 102) }
    case UInt8(ascii: "o"): isDigit = { $0 >= 48 && $0 <= 55 }
    case UInt8(ascii: "b"): isDigit = { $0 == 48 || $0 == 49 }
    default: return nil
    }
    let end = run(from: start + 2, leading: true, isDigit)
    return end > start + 2 ? end : nil
  }

  private func digits(from start: Int) -> Int {
    run(from: start, leading: false) { $0 >= 48 && $0 <= 57 }
  }

  private func zeros(from start: Int) -> Int {
    run(from: start, leading: false) { $0 == 48 }
  }

  /// The end of a run of digits with single `_` between them.
  private func run(from start: Int, leading: Bool, _ isDigit: (UInt8) -> Bool) -> Int {
    var end = start
    while true {
      let underscore = byte(at: end) == UInt8(ascii: "_") && (end > start || leading)
      let digit = end + (underscore ? 1 : 0)
      guard digit < bytes.count, isDigit(bytes[digit]) else { return end }
      end = digit + 1
    }
  }

  /// Where the fraction ends; after a dot, as in `a.1.2`, digits are no number with a fraction.
  private func fraction(from whole: Int, after start: Int) -> Int {
    guard byte(at: whole) == UInt8(ascii: "."), start == 0 || bytes[start - 1] != UInt8(ascii: ".") else {
      return whole
    }
    let end = digits(from: whole + 1)
    return end > whole + 1 ? end : whole
  }

  private func exponent(from start: Int) -> Int {
    guard byte(at: start) | 0x20 == UInt8(ascii: "e") else { return start }
    let sign = byte(at: start + 1)
    let first = start + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
    let end = digits(from: first)
    return end > first ? end : start
  }
}
