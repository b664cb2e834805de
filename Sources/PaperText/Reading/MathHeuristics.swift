/// Tells math between two dollars from text between two prices.
enum MathHeuristics {
  /// Whether what stands between two dollars is no formula: words in a row without a command among them; after a
  /// price fewer of them will do, or a number right behind the second dollar.
  static func isProse(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    let startsWithDigit = source[range.lowerBound].isDigit || source[range.lowerBound] == UInt8(ascii: ".")
    let limit = startsWithDigit ? 2 : 4
    var run = 0
    var isPlain = true
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, source[index].isLetter { index += 1 }
      if index - start > 1 {
        run += 1
        if run >= limit, !startsWithDigit { return true }
        continue
      }
      if isMathSign(source[index]) {
        isPlain = false
        run = 0
        index = endOfSign(source, at: index, limit: range.upperBound)
      } else if index < range.upperBound {
        if !isBetweenWords(source[index]) { run = 0 }
        index += 1
      }
    }
    guard startsWithDigit, isPlain else { return false }
    return run >= limit || source[range.upperBound + 1].isDigit && (run > 0 || endsLikeText(source, range))
  }

  /// Whether prose between two dollars is a phrase that belongs between them, and not what stands between the end of
  /// one formula and the beginning of the next: no space inside the dollars, and its brackets are its own.
  static func isPhrase(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, !source[first].isDigit, source[first] != UInt8(ascii: "."),
      source.whitespace(at: first) == nil, source.whitespace(at: last) == nil
    else { return false }
    var depths = (round: 0, curly: 0)
    for index in range {
      switch source[index] {
      case UInt8(ascii: "("): depths.round += 1
      case UInt8(ascii: ")"): depths.round -= 1
      case UInt8(ascii: "{"): depths.curly += 1
      case UInt8(ascii: "}"): depths.curly -= 1
      default: break
      }
      if depths.round < 0 || depths.curly < 0 { return false }
    }
    return depths == (0, 0)
  }

  private static func endOfSign(_ source: borrowing SourceText, at index: Int, limit: Int) -> Int {
    var end = index + 1
    if source[index] == UInt8(ascii: "\\") { while end < limit, source[end].isLetter { end += 1 } }
    return end
  }

  private static func isMathSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "'"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func endsLikeText(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    " \n-/(~".utf8.contains(source[range.upperBound - 1])
  }
}
