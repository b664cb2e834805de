import ByteText
import TeXMath

extension TextReader {
  /// `\SI{5}{\milli\metre}` and all of siunitx: as text, or as a formula where a power has to be raised.
  mutating func readQuantity(_ arguments: Int, name: Range<Int>) {
    skipOptions()
    guard let end = endOfArguments(arguments) else {
      index = name.upperBound
      return readUnknown(name)
    }
    let start = name.lowerBound - 1
    index = end
    var words = ByteBuffer(capacity: 32)
    let command = bytes(of: start..<end)
    quantities.plainText(command.span, into: &words)
    if words.span.indices.contains(where: { words.span[$0] == UInt8(ascii: "^") }), tree.literalDepth == 0 {
      appendFormula(start..<end, display: false, end)
    } else {
      tree.append(words.span)
    }
  }

  /// The index after so many arguments in braces, with options between them; nil where one is missing.
  private func endOfArguments(_ count: Int) -> Int? {
    var end = index
    for _ in 0..<count {
      end = source.indexAfterSpaces(from: end)
      if let option = source.bracketed(at: end) { end = source.indexAfterSpaces(from: option.upperBound + 1) }
      guard let argument = source.braced(at: end) else { return nil }
      end = argument.upperBound + 1
    }
    return end
  }

  /// `\ce{H2O}` is a formula in a text, too.
  mutating func readChemistry(_ name: Range<Int>) {
    guard let argument = source.braced(at: index), !argument.isEmpty else { return readUnknown(name) }
    appendFormula(name.lowerBound - 1..<argument.upperBound + 1, display: false, argument.upperBound + 1)
  }

  /// `\TeX`: authors mean the space after it, but in `{\TeX book}`.
  mutating func readLogo(_ words: StaticString, name: Range<Int>) {
    tree.append(words)
    if source.holds("{}", at: index) {
      index += 2
    } else if source[name.lowerBound - 2] == UInt8(ascii: "{") {
      index = source.indexAfterSpaces(from: index)
    }
  }

  /// `\ifmmode a\else b\fi`: outside of formulas it is b.
  mutating func skipToText() {
    openConditions += 1
    skipCondition(stopsAtElse: true)
  }

  /// From `\else` on nothing is meant for a text whose first part was read.
  mutating func skipToEndOfCondition() { skipCondition(stopsAtElse: false) }

  private mutating func skipCondition(stopsAtElse: Bool) {
    var depth = 0
    var position = index
    let limit = min(source.count, index + SourceText.argumentLimit)
    while position < limit {
      guard source[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      let end = max(source.endOfName(from: position + 1), position + 2)
      if source.holds("\\if", at: position) { depth += 1 }
      let isEnd = source.holds("\\fi", at: position) && end == position + 3
      let isElse = source.holds("\\else", at: position) && end == position + 5
      if depth == 0, isEnd || isElse && stopsAtElse {
        if isEnd { openConditions -= 1 }
        return index = source.indexAfterSpaces(from: end)
      }
      if isEnd { depth -= 1 }
      position = end
    }
  }

  /// `\textcircled{a}`
  mutating func readCircled() {
    guard let argument = source.braced(at: index), argument.count == 1,
      let circled = EnclosedLetters.circled(UInt32(source[argument.lowerBound]))
    else { return skipArguments(0) }
    index = argument.upperBound + 1
    tree.append(circled)
  }

  /// The bytes of a part of the source.
  func bytes(of range: Range<Int>) -> [UInt8] { range.map { source[$0] } }
}
