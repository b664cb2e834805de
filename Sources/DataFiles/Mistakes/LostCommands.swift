internal import ByteText

/// Finds TeX commands in a quoted string whose backslash is the beginning of an escape, so that the command is lost:
/// `"$\frac{\nabla}{\theta}$"` has a form feed, a line break and a tab in it.
///
/// Some escapes are never meant before a letter: a backspace, a form feed. Tabs and carriage returns are taken for lost
/// where a known command can be read, line breaks only inside of a formula, since lines begin with all kinds of words.
struct LostCommands {
  /// The id of the warnings.
  static let id = "data/tex-escape"
  /// How many of one string are reported.
  private static let limit = 20

  private let bytes: UnsafeRawBufferPointer
  private let range: Range<Int>
  private let syntax: DataTree.Syntax
  private var outline = Outline()

  /// What has to be known of the string as a whole.
  private struct Outline {
    var dollars = 0
    /// Whether a line break is before something that is no command.
    var hasPlainLineBreaks = false
  }

  /// Looks at the string whose quotes are the first and last byte of a range.
  init(in bytes: UnsafeRawBufferPointer, at range: Range<Int>, syntax: DataTree.Syntax) {
    self.bytes = bytes
    self.range = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    self.syntax = syntax
  }

  /// Whether an escape, by its letter and the index after it, may be the beginning of a command: whether it is worth
  /// to look at the whole string.
  static func mayBeLost(_ letter: UInt8, in bytes: UnsafeRawBufferPointer, after index: Int) -> Bool {
    guard index < bytes.count, ASCII.isLetter(bytes[index]) else { return false }
    switch letter {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "N"), UInt8(ascii: "L"),
      UInt8(ascii: "P"):
      return TeXNames.contains(word(in: bytes, from: index - 1, before: bytes.count))
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "v"): return true
    default: return false
    }
  }

  /// The letters of ASCII from an index on.
  static func word(in bytes: UnsafeRawBufferPointer, from start: Int, before end: Int) -> UnsafeRawBufferPointer {
    var index = start
    while index < end, index - start < TeXNames.longest, ASCII.isLetter(bytes[index]) { index += 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<index])
  }

  /// A warning for each lost command.
  mutating func issues() -> [DataIssue] {
    var outline = Outline()
    walk { escape, _ in
      if escape.letter == UInt8(ascii: "n"), !TeXNames.contains(escape.word) { outline.hasPlainLineBreaks = true }
      return true
    } onDollar: {
      outline.dollars += 1
    }
    self.outline = outline
    var issues: [DataIssue] = []
    walk { escape, formula in
      if isLost(escape, formula) { issues.append(issue(escape)) }
      return issues.count < Self.limit
    } onDollar: {
    }
    return issues
  }

  // MARK: Escapes

  private struct Escape {
    let letter: UInt8
    let start: Int
    /// The letters after the backslash.
    let word: UnsafeRawBufferPointer
    /// The byte after the word.
    let next: UInt8
  }

  /// Whether a place is in a formula.
  private struct Formula {
    var dollars = 0
    var isBracketed = false

    func isOpen(of all: Int) -> Bool { isBracketed || (dollars % 2 == 1 && dollars < all) }
  }

  /// Calls `body` with each escape that is a letter until it gives false.
  private func walk(_ body: (Escape, Formula) -> Bool, onDollar: () -> Void) {
    var formula = Formula()
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "$"):
        onDollar()
        formula.dollars += 1
        index += byte(index + 1) == UInt8(ascii: "$") ? 2 : 1
      case UInt8(ascii: "\\") where byte(index + 1) == UInt8(ascii: "\\"):
        index += step(overBackslashAt: index, &formula)
      case UInt8(ascii: "\\"):
        let word = Self.word(in: bytes, from: index + 1, before: range.upperBound)
        let escape = Escape(letter: byte(index + 1), start: index, word: word, next: byte(index + 1 + word.count))
        if word.count > 1, !body(escape, formula) { return }
        index += 2
      default: index += 1
      }
    }
  }

  /// A backslash that is kept, and the sign after it: `\$` is no mark of a formula, `\(` is one.
  private func step(overBackslashAt index: Int, _ formula: inout Formula) -> Int {
    switch byte(index + 2) {
    case UInt8(ascii: "$"): return 3
    case UInt8(ascii: "("), UInt8(ascii: "["): formula.isBracketed = true
    case UInt8(ascii: ")"), UInt8(ascii: "]"): formula.isBracketed = false
    default: break
    }
    return 2
  }

  private func byte(_ index: Int) -> UInt8 { index < range.upperBound ? bytes[index] : 0 }

  // MARK: Judgement

  private func isLost(_ escape: Escape, _ formula: Formula) -> Bool {
    let isInFormula = formula.isOpen(of: outline.dollars)
    switch escape.letter {
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return true
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "v"): return syntax == .yaml
    case UInt8(ascii: "n"):
      guard isInFormula, TeXNames.contains(escape.word) else { return false }
      return escape.word.count > 3 || !(outline.hasPlainLineBreaks || followsBreak(escape.start))
    case UInt8(ascii: "t"):
      guard TeXNames.contains(escape.word) else { return false }
      // `\to` may be a tab before the word `o`.
      return escape.word.count > 3 || isInFormula || TeXNames.followsCommand(escape.next)
    case UInt8(ascii: "r"): return TeXNames.contains(escape.word)
    case UInt8(ascii: "N"), UInt8(ascii: "L"), UInt8(ascii: "P"):
      return syntax == .yaml && TeXNames.contains(escape.word)
    default: return false
    }
  }

  /// Whether the sign before an escape is one after which lines are broken: `=` and `e` are two lines in `=\ne^x`.
  private func followsBreak(_ escape: Int) -> Bool {
    guard escape > range.lowerBound else { return false }
    switch bytes[escape - 1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
      return true
    default: return false
    }
  }

  private func issue(_ escape: Escape) -> DataIssue {
    let word = String(decoding: escape.word, as: UTF8.self)
    let sign = "\\" + String(decoding: CollectionOfOne(escape.letter), as: UTF8.self)
    let other = syntax == .yaml ? ", or put the text into single quotes" : ""
    return DataIssue(
      .warning, Self.id, "`\(sign)` is an escape, so the text has no `\\\(word)`",
      at: escape.start..<escape.start + 1 + word.utf8.count, help: "write `\\\\\(word)`" + other)
  }
}
