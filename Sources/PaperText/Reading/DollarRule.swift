/// What two dollars have between them: a formula, or text with prices in it.
///
/// `$` is both the sign around formulas and a currency, and real abstracts have both. In TeX text a formula may have
/// spaces at its ends and a digit after it (`100$\times$200`), so what is between the dollars decides. The first rule
/// that fits is taken; `…` is what is between, "word" is two letters or more.
///
/// | # | between the dollars | is | example |
/// |---|---|---|---|
/// | 1 | a number first, a digit after the second dollar; no command, and a word, or an open end (space, `-`, `–`, `/`, `(`, `~`) | text | `$5-$10`, `$30/seat (5 seats = $1800/year)`, `$10^3 to $10^4` |
/// | 2 | a number first, then a word, a space at the end, and no space after the second dollar | text | `$33,800 and $\frac{1}{2}$` |
/// | 3 | a number first, and two words in a row without a command among them | text | `$132 million in total (about US$` |
/// | 4 | a digit before the first dollar and a space or `,.;:)` after it, a word, and no sign of math | text | `35$ or 36$` |
/// | 5 | anything else first, and four words in a row without a command among them | text | `forms$ with an automorphism and $` |
/// | 6 | anything else | a formula | `$x$`, `$ \alpha $`, `$30 FPS$` |
///
/// Markdown is read as most programs do (pandoc's `tex_math_dollars`): there is no space after the first dollar and
/// none before the second but `\ `, no digit after the second, and what is between is a formula by the rules above.
/// What
/// is in braces from end to end is one without further ado: so this program writes formulas that have words in a row.
enum DollarRule {
  /// Whether what is between two dollars of TeX text is text.
  static func isProse(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    let content = Content(source, range)
    if content.startsWithNumber {
      return isPriceBeforePrice(source, range, content) || isPriceBeforeFormula(source, range, content)
        || content.longestRun >= 2 && !content.hasCommand
    }
    return isPriceWithSignAfter(source, range, content) || content.longestRun >= 4
  }

  /// Whether what is between two dollars of Markdown is a formula.
  static func isMarkdownFormula(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, source.whitespace(at: first) == nil,
      !source[range.upperBound + 1].isDigit, source.whitespace(at: last) == nil || source[last - 1] == 0x5C
    else { return false }
    if range.contains(where: { source[$0] == UInt8(ascii: "`") }) { return false }
    return source.braced(at: first)?.upperBound == last || !isProse(source, range)
  }

  /// Rule 1.
  private static func isPriceBeforePrice(
    _ source: borrowing SourceText, _ range: Range<Int>, _ content: Content
  ) -> Bool {
    guard source[range.upperBound + 1].isDigit, !content.hasCommand else { return false }
    return content.longestRun > 0 || endsOpen(source, range)
  }

  private static func endsOpen(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    return source.whitespace(at: last) != nil || "-/(~".utf8.contains(source[last])
      || source.holds("–", at: last - 2) || source.holds("—", at: last - 2)
  }

  /// Rule 2.
  private static func isPriceBeforeFormula(
    _ source: borrowing SourceText, _ range: Range<Int>, _ content: Content
  ) -> Bool {
    let next = range.upperBound + 1
    return content.longestRun > 0 && !content.hasCommand && source.whitespace(at: range.upperBound - 1) != nil
      && next < source.count && source.whitespace(at: next) == nil
  }

  /// Rule 4.
  private static func isPriceWithSignAfter(
    _ source: borrowing SourceText, _ range: Range<Int>, _ content: Content
  ) -> Bool {
    source[range.lowerBound - 2].isDigit && " \n,.;:)".utf8.contains(source[range.lowerBound]) && content.longestRun > 0
      && !content.hasSign
  }

  /// Whether prose between two dollars is a phrase that belongs between them, and not what is between the end of
  /// one formula and the beginning of the next: no space inside the dollars, and its brackets are its own.
  static func isPhrase(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, !source[first].isDigit, !",.;:)".utf8.contains(source[first]),
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
}

extension DollarRule {
  /// What the rules ask about the bytes between two dollars.
  private struct Content {
    var startsWithNumber: Bool
    /// The most words in a row with no sign of math among them.
    var longestRun = 0
    /// Whether there is a command: a backslash and letters.
    var hasCommand = false
    /// Whether there is any sign of math.
    var hasSign = false

    init(_ source: borrowing SourceText, _ range: Range<Int>) {
      startsWithNumber = source[range.lowerBound].isDigit || source[range.lowerBound] == UInt8(ascii: ".")
      var run = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let start = index
        while index < range.upperBound, source[index].isLetter { index += 1 }
        if index - start > 1 {
          run += 1
          longestRun = max(longestRun, run)
        } else if isMathSign(source[index]) {
          run = 0
          readSign(source, &index, limit: range.upperBound)
        } else if index < range.upperBound {
          if !isBetweenWords(source[index]) { run = 0 }
          index += 1
        }
      }
    }

    private mutating func readSign(_ source: borrowing SourceText, _ index: inout Int, limit: Int) {
      hasSign = true
      index += 1
      guard source[index - 1] == UInt8(ascii: "\\") else { return }
      if source[index].isLetter { hasCommand = true }
      while index < limit, source[index].isLetter { index += 1 }
    }
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
}
