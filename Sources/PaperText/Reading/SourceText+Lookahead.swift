/// The delimiters that end a formula.
enum MathCloser: UInt32 {
  case parenthesis, bracket, doubleDollar
}

/// What lies ahead in a text.
extension SourceText {
  /// The whitespace character at an index, nil where there is another.
  func whitespace(at index: Int) -> UInt8? {
    let byte = self[index]
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") ? byte : nil
  }

  /// The index behind the letters of a command's name.
  func endOfName(from start: Int) -> Int {
    var end = start
    while self[end].isLetter { end += 1 }
    return end
  }

  /// The length of the longest argument that is looked through for its end before it is read.
  static let argumentLimit = 4096

  /// The range of the braced group at an index without its braces, nil where none begins there or ends soon.
  func braced(at start: Int, limit: Int = argumentLimit) -> Range<Int>? {
    delimited(at: start, by: UInt8(ascii: "{"), UInt8(ascii: "}"), limit)
  }

  /// The range of the option in square brackets at an index, without them.
  func bracketed(at start: Int) -> Range<Int>? {
    delimited(at: start, by: UInt8(ascii: "["), UInt8(ascii: "]"), Self.argumentLimit)
  }

  private func delimited(at start: Int, by open: UInt8, _ close: UInt8, _ limit: Int) -> Range<Int>? {
    guard self[start] == open else { return nil }
    var depth = 0
    var position = start
    let limit = min(count, start + limit)
    while position < limit {
      switch self[position] {
      case UInt8(ascii: "\\"): position += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return start + 1..<position }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The index of the next byte that is no whitespace; a paragraph's end is not crossed.
  func indexAfterSpaces(from start: Int) -> Int {
    var position = start
    var lineBreaks = 0
    while let byte = whitespace(at: position) {
      if byte == UInt8(ascii: "\n") { lineBreaks += 1 }
      if lineBreaks > 1 { return start }
      position += 1
    }
    return position
  }

  /// The index of the `$` that ends a formula; one in a `\mbox{…}` belongs to the formula, a paragraph's end doesn't.
  func endOfDollarMath(from start: Int) -> Int? {
    var position = start
    while position < count {
      switch self[position] {
      case UInt8(ascii: "$"): return position
      case UInt8(ascii: "\\"): position = endOfMathCommand(at: position)
      case UInt8(ascii: "\n") where self[position + 1] == UInt8(ascii: "\n"): return nil
      default: position += 1
      }
    }
    return nil
  }

  private func endOfMathCommand(at start: Int) -> Int {
    guard self[start + 1].isLetter else { return start + 2 }
    let end = endOfName(from: start + 1)
    for box in ["\\mbox", "\\text", "\\hbox", "\\textrm", "\\textit", "\\textbf"] as [StaticString]
    where end - start == box.utf8CodeUnitCount && holds(box, at: start) {
      return braced(at: indexAfterSpaces(from: end)).map { $0.upperBound + 1 } ?? end
    }
    return end
  }

  /// The index of a closing delimiter, nil where none comes.
  func index(of closer: MathCloser, from start: Int) -> Int? {
    let (first, second): (UInt8, UInt8) =
      switch closer {
      case .parenthesis: (0x5C, UInt8(ascii: ")"))
      case .bracket: (0x5C, UInt8(ascii: "]"))
      case .doubleDollar: (UInt8(ascii: "$"), UInt8(ascii: "$"))
      }
    var position = start
    while position + 1 < count {
      if self[position] == first, self[position + 1] == second { return position }
      position += self[position] == 0x5C ? 2 : 1
    }
    return nil
  }
}
