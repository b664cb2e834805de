import ByteText

extension CutOutScanner {
  /// A backslash: an escape of CommonMark, or TeX where CommonMark gives it no meaning or nobody means an escape.
  mutating func readEscape(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    let next = source[index + 1]
    if next.isLetter { return readCommand(source, &cutouts) }
    if let (kind, end) = TeXAccent.read(source, at: index, isStrict: true) {
      return cut(kind, source, to: end, &cutouts)
    }
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$"),
      UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "."), isMarkerPosition(source) { return copy(source, 2) }
      cut(.character(Unicode.Scalar(next)), source, to: index + 2, &cutouts)
    default: copy(source, 2)
    }
  }

  /// Whether only digits and spaces are before on the line: then cmark must see that a list marker is escaped.
  private func isMarkerPosition(_ source: borrowing SourceText) -> Bool {
    var position = index
    while position > 0, source[position - 1] != UInt8(ascii: "\n") {
      position -= 1
      guard source[position].isDigit || " >".utf8.contains(source[position]), index - position < 12 else {
        return false
      }
    }
    return true
  }

  private mutating func readCommand(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    if let (kind, end) = TeXAccent.read(source, at: index, isStrict: true) {
      return cut(kind, source, to: end, &cutouts)
    }
    let nameEnd = source.endOfName(from: index + 1)
    let name = index + 1..<nameEnd
    let command = TeXCommand.named(source.slice(name))
    let argument = source.braced(at: nameEnd).flatMap { isInParagraph(source, $0) ? $0 : nil }
    switch command {
    case .style(let element)?: if let argument { return open(element, source, argument, &cutouts) }
    case .skipping(0)?: if let argument { return open(nil, source, argument, &cutouts) }
    case .citation?: if let argument { return cut(.citation, source, to: argument.upperBound + 1, &cutouts) }
    case .words(let words)?:
      if let scalar = single(words) {
        return cut(.character(scalar), source, to: endOfEmptyGroup(source, nameEnd), &cutouts)
      }
    case .symbol(let scalar)? where name.count > 1:
      return cut(.character(scalar), source, to: endOfEmptyGroup(source, nameEnd), &cutouts)
    case .letter(let text)?:
      if let end = endOfLetter(source, nameEnd), let scalar = single(text) {
        return cut(.character(scalar), source, to: end, &cutouts)
      }
    default: break
    }
    if argument != nil || command != nil && name.count > 1 {
      let words = String(bytes: source.slice(name))
      warn(source, at: index, "`\\\(words)` is TeX, which a text in Markdown shows as it is; write it in Markdown")
    }
    copy(source, nameEnd - index)
  }

  /// Markup with one argument: what is in the braces is Markdown.
  private mutating func open(
    _ element: Element?, _ source: borrowing SourceText, _ argument: Range<Int>, _ cutouts: inout CutOuts
  ) {
    openStyles.append((argument.upperBound, element))
    cut(element.map { .styleStart($0) } ?? .nothing, source, to: argument.lowerBound, &cutouts)
  }

  /// `}` ends markup that was written in TeX.
  mutating func readClosingBrace(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    while let last = openStyles.last, last.end < index { openStyles.removeLast() }
    guard let last = openStyles.last, last.end == index else { return copy(source, 1) }
    openStyles.removeLast()
    cut(last.element.map { .styleEnd($0) } ?? .nothing, source, to: index + 1, &cutouts)
  }

  /// `{\ss}`, `{\'e}`: a letter in braces of its own, as BibTeX asks for.
  mutating func readBrace(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    guard source[index + 1] == UInt8(ascii: "\\"), let (kind, end) = letterInBraces(source) else {
      return copy(source, 1)
    }
    cut(kind, source, to: end, &cutouts)
  }

  private func letterInBraces(_ source: borrowing SourceText) -> (CutOuts.Kind, Int)? {
    if let (kind, end) = TeXAccent.read(source, at: index + 1, isStrict: false), source[end] == UInt8(ascii: "}") {
      return (kind, end + 1)
    }
    let end = source.endOfName(from: index + 2)
    guard source[end] == UInt8(ascii: "}"), end > index + 2,
      case .letter(let text)? = TeXCommand.named(source.slice(index + 2..<end)),
      let scalar = single(text)
    else { return nil }
    return (.character(scalar), end + 1)
  }

  /// `\ss{}`, `Erd\o s`: the index after a letter's command where it is meant as one, nil in `C:\o`.
  private func endOfLetter(_ source: borrowing SourceText, _ nameEnd: Int) -> Int? {
    if source.holds("{}", at: nameEnd) { return nameEnd + 2 }
    guard index > 0, source[index - 1].isLetter, source[nameEnd] == 0x20, source[nameEnd + 1].isLetter else {
      return nil
    }
    return nameEnd + 1
  }

  private func single(_ text: StaticString) -> Unicode.Scalar? {
    let scalars = String(describing: text).unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  private func endOfEmptyGroup(_ source: borrowing SourceText, _ nameEnd: Int) -> Int {
    source.holds("{}", at: nameEnd) ? nameEnd + 2 : nameEnd
  }

  private func isInParagraph(_ source: borrowing SourceText, _ range: Range<Int>) -> Bool {
    range.upperBound < end && !range.contains { source.holds("\n\n", at: $0) }
  }
}

/// Accents of TeX in Markdown, where the signs `\'`, `\"` and their like are escapes, too.
enum TeXAccent {
  /// The letter that the accent at an index makes and the index after it, nil where there is none.
  ///
  /// - Parameter isStrict: whether the signs may be meant as escapes. Then an accent is in the middle of a word or has
  ///   its letter in braces, `\'` takes vowels only (`it\'s`), and `\"` begins no quotation (`\"over\"`).
  static func read(
    _ source: borrowing SourceText, at start: Int, isStrict: Bool
  ) -> (kind: CutOuts.Kind, end: Int)? {
    let sign = source[start + 1]
    guard let mark = mark(of: sign) else { return nil }
    let isBraced = source[start + 2] == UInt8(ascii: "{")
    if sign.isLetter, !isBraced { return nil }
    let (base, next) = base(source, at: isBraced ? start + 3 : start + 2)
    guard let base, !isBraced || source[next] == UInt8(ascii: "}") else { return nil }
    if isStrict, !isBraced, !isMeant(source, sign, base, at: start) { return nil }
    let end = isBraced ? next + 1 : next
    if mark == "\u{307}", base == "i" { return (.character(base), end) }
    if let letter = ComposedLetters.compose(base, mark) { return (.character(letter), end) }
    return isBraced ? (.marked(base, mark), end) : nil
  }

  private static func mark(of sign: UInt8) -> Unicode.Scalar? {
    if sign.isLetter {
      guard case .accent(let mark)? = TeXCommand.named([sign].span) else { return nil }
      return mark
    }
    return "'`^\"~=.".utf8.contains(sign) ? TextReader.mark(of: sign) : nil
  }

  /// A letter, `\i` or `\j`.
  private static func base(_ source: borrowing SourceText, at start: Int) -> (Unicode.Scalar?, Int) {
    let isDotless = source[start] == UInt8(ascii: "\\") && !source[start + 2].isLetter
    let position = isDotless ? start + 1 : start
    let letter = source[position]
    guard letter.isLetter, !isDotless || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "j") else {
      return (nil, start)
    }
    return (Unicode.Scalar(letter), position + 1)
  }

  private static func isMeant(
    _ source: borrowing SourceText, _ sign: UInt8, _ base: Unicode.Scalar, at start: Int
  ) -> Bool {
    let isVowel = "aeiouyAEIOUY".unicodeScalars.contains(base) || base == "ı"
    let isInWord = start > 0 && (source[start - 1].isLetter || source[start - 1] >= 0x80)
    switch sign {
    case UInt8(ascii: "'"): return isVowel && (isInWord || !isQuotation(source, sign, from: start + 2))
    case UInt8(ascii: "\""): return isVowel && (isInWord || !isQuotation(source, sign, from: start + 2))
    case UInt8(ascii: "."): return base == "z" && isInWord || (base == "Z" || base == "I") && !source[start - 1].isDigit
    case UInt8(ascii: "="): return isVowel && isInWord && source[start + 3].isLetter
    default: return isInWord
    }
  }

  /// Whether the sign comes again after a word, so that it is a pair of quotation marks.
  private static func isQuotation(_ source: borrowing SourceText, _ sign: UInt8, from start: Int) -> Bool {
    let limit = min(source.count, start + 240)
    var position = start
    while position < limit {
      if source[position] == UInt8(ascii: "\\"), source[position + 1] == sign, !source[position + 2].isWord {
        return true
      }
      if source.holds("\n\n", at: position) { return false }
      position += 1
    }
    return false
  }
}
