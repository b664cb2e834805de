import ByteText

extension TextReader {
  /// `$`: a formula, money, or a sign that stands alone.
  mutating func readDollar() {
    if index == ignoredDollar { return endIgnoredDollars() }
    if peek(1) == UInt8(ascii: "$") {
      if let end = find(.doubleDollar, from: index + 2) {
        return appendFormula(index + 2..<end, display: true, end + 2)
      }
      if peek(2).isWord { return readLiteral(2) }
    }
    guard let end = source.endOfDollarMath(from: index + 1), end > index + 1 else { return readLiteral() }
    let formula = index + 1..<end
    if DollarRule.isProse(source, formula) {
      if DollarRule.isPhrase(source, formula) { ignoreDollars(around: formula) } else { readLiteral() }
    } else if isLink(formula) {
      ignoreDollars(around: formula)
    } else {
      appendFormula(formula, display: false, end + 1)
    }
  }

  /// `\(…\)` and `\[…\]`
  mutating func readDelimitedMath() {
    let isDisplay = peek(1) == UInt8(ascii: "[")
    guard let end = find(isDisplay ? .bracket : .parenthesis, from: index + 2) else {
      index += 1
      return readLiteral()
    }
    appendFormula(index + 2..<end, display: isDisplay, end + 2)
  }

  /// Appends a formula without the space around it and goes on after it.
  mutating func appendFormula(_ range: Range<Int>, display: Bool, _ next: Int) {
    var range = range
    while let first = range.first, source.whitespace(at: first) != nil { range = range.dropFirst() }
    while let last = range.last, source.whitespace(at: last) != nil, source[last - 1] != 0x5C {
      range = range.dropLast()
    }
    if !range.isEmpty, !tree.appendMath(source.bytes, range, display: display) {
      warnOfManyFormulas(at: source.offsets.input(for: index))
    }
    index = next
  }

  /// Says once that formulas are shown as they are written.
  mutating func warnOfManyFormulas(at offset: Int) {
    guard !hasTooManyFormulas else { return }
    hasTooManyFormulas = true
    tree.warn(at: offset, "the text has too many formulas: from here on they are shown as they are written")
  }

  /// The index of a closing delimiter, nil where none comes; a search that failed is not repeated.
  private mutating func find(_ closer: MathCloser, from start: Int) -> Int? {
    guard missingClosers & 1 << closer.rawValue == 0 else { return nil }
    let end = source.index(of: closer, from: start)
    if end == nil { missingClosers |= 1 << closer.rawValue }
    return end
  }

  /// Reads what is between two dollars as text; words without a command were to be in italics.
  private mutating func ignoreDollars(around text: Range<Int>) {
    ignoredDollar = text.upperBound
    inlinesBeforeDollar = tree.inlines.count
    if !text.contains(where: { source[$0] == UInt8(ascii: "\\") }) { tree.openInline(.emphasis) }
    index += 1
  }

  private mutating func endIgnoredDollars() {
    tree.closeInlines(downTo: min(inlinesBeforeDollar, tree.inlines.count))
    index += 1
  }

  /// Some authors put a link between dollars.
  private func isLink(_ formula: Range<Int>) -> Bool {
    source.holds("\\href{", at: formula.lowerBound) || source.holds("\\url{", at: formula.lowerBound)
  }
}

extension TextReader {
  /// `^{…}` and `_\odot` outside math are math all the same; `file_name` is not.
  mutating func readScript() {
    guard tree.literalDepth == 0 else { return readLiteral() }
    if source.holds("^\\circ", at: index), !peek(6).isLetter { return readDegree(length: 6) }
    if source.holds("^{\\circ}", at: index) { return readDegree(length: 8) }
    let next = peek(1)
    guard next == UInt8(ascii: "{") || next == UInt8(ascii: "\\") && peek(2).isLetter,
      let end = endOfScripts(from: index)
    else { return readLiteral() }
    appendFormula(index..<end, display: false, end)
  }

  private mutating func readDegree(length: Int) {
    tree.append("°")
    index += length
  }

  /// A symbol typed into text; with scripts it is a formula.
  mutating func readSymbol(_ scalar: Unicode.Scalar, name: Range<Int>) {
    if tree.literalDepth == 0, let end = endOfScripts(from: index) {
      return appendFormula(name.lowerBound - 1..<end, display: false, end)
    }
    tree.append(scalar)
    if source.holds("{}", at: index) { index += 2 }
  }

  /// `\frac{1}{2}` outside math.
  mutating func readTypedFormula(from start: Int, arguments: Int, name: Range<Int>) {
    var end = index
    for _ in 0..<arguments {
      guard let next = endOfToken(from: source.indexAfterSpaces(from: end)) else { return readUnknown(name) }
      end = next
    }
    end = endOfScripts(from: end) ?? end
    appendFormula(start..<end, display: false, end)
  }

  /// `\ensuremath{…}`
  mutating func readMathArgument() {
    guard let argument = source.braced(at: index) else { return }
    appendFormula(argument, display: false, argument.upperBound + 1)
  }

  /// The index after all scripts that begin at an index, nil where none does.
  private func endOfScripts(from start: Int) -> Int? {
    var end = start
    while source[end] == UInt8(ascii: "^") || source[end] == UInt8(ascii: "_"), end - start < SourceText.argumentLimit {
      guard let next = endOfToken(from: end + 1) else { break }
      end = next
    }
    return end > start ? end : nil
  }

  /// The index after a braced group, a command or a letter, nil at anything else.
  private func endOfToken(from start: Int) -> Int? {
    if let group = source.braced(at: start, limit: 256) { return group.upperBound + 1 }
    if source[start] == UInt8(ascii: "\\"), source[start + 1].isLetter {
      let end = source.endOfName(from: start + 1)
      return source.braced(at: end).map { $0.upperBound + 1 } ?? end
    }
    return source[start].isWord ? source.scalar(at: start).end : nil
  }
}
