import ByteText

/// Goes through Markdown and cuts out formulas and escaped characters; code stays.
struct CutOutScanner: ~Copyable {
  /// The Markdown with placeholders.
  var document = ByteBuffer(capacity: 4096)
  /// From the document to the text it was made of.
  var offsets = OffsetMap()
  private var index = 0
  /// Per length of a run of backticks: up to where it is known that none closes.
  private var failedRuns = [Int](repeating: 0, count: 32)
  private var failedMath = 0
  /// Per kind of formula in brackets, the next closing delimiter.
  private var nextClosers = [0, 0]
  private var lineStarts: [Int] = []

  /// Where a line of the document begins; lines count from 0.
  func startOfLine(_ line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : document.count
  }

  /// Reads a text.
  mutating func scan(_ source: borrowing SourceText, into cutouts: inout CutOuts) {
    document.removeAll()
    offsets.removeAll()
    index = 0
    failedMath = 0
    nextClosers = [0, 0]
    for run in failedRuns.indices { failedRuns[run] = 0 }
    var isLineStart = true
    lineStarts = [0]
    while index < source.count {
      if isLineStart, skipFence(source) { continue }
      isLineStart = source[index] == UInt8(ascii: "\n")
      switch source[index] {
      case UInt8(ascii: "\\"): readEscape(source, &cutouts)
      case UInt8(ascii: "`"): readBackticks(source)
      case UInt8(ascii: "$"): readDollar(source, &cutouts)
      case UInt8(ascii: "&"): readEntity(source, &cutouts)
      default: copy(source, 1)
      }
    }
  }

  private mutating func copy(_ source: borrowing SourceText, _ count: Int) {
    let end = min(index + count, source.count)
    for position in index..<end where source[position] == UInt8(ascii: "\n") {
      lineStarts.append(document.count + position - index + 1)
    }
    document.append(source.slice(index..<end))
    index = end
  }

  private mutating func cut(
    _ kind: CutOuts.Kind, _ source: borrowing SourceText, to end: Int, delimiter: Int, _ cutouts: inout CutOuts
  ) {
    cutouts.cut(
      kind, source, index..<end, content: index + delimiter..<end - delimiter, into: &document)
    index = end
    offsets.add(output: document.count, input: index)
  }
}

extension CutOutScanner {
  /// A fence of backticks or tildes: its block is copied as it is.
  private mutating func skipFence(_ source: borrowing SourceText) -> Bool {
    var start = index
    while " >\t".utf8.contains(source[start]) { start += 1 }
    let sign = source[start]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let length = lengthOfRun(of: sign, source, at: start)
    guard length > 2 else { return false }
    var end = endOfLine(source, from: start)
    if sign == UInt8(ascii: "`"), (start + length..<end).contains(where: { source[$0] == sign }) { return false }
    while end < source.count {
      end += 1
      let isClosing = isFence(of: sign, atLeast: length, source, line: end)
      end = endOfLine(source, from: end)
      if isClosing { break }
    }
    copy(source, end - index)
    return true
  }

  private func isFence(of sign: UInt8, atLeast length: Int, _ source: borrowing SourceText, line: Int) -> Bool {
    var start = line
    while " >\t".utf8.contains(source[start]) { start += 1 }
    let run = lengthOfRun(of: sign, source, at: start)
    return run >= length && source.indexAfterSpaces(from: start + run) >= endOfLine(source, from: start)
  }

  private func endOfLine(_ source: borrowing SourceText, from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private func lengthOfRun(of sign: UInt8, _ source: borrowing SourceText, at start: Int) -> Int {
    var end = start
    while source[end] == sign { end += 1 }
    return end - start
  }

  /// A code span is copied as it is.
  private mutating func readBackticks(_ source: borrowing SourceText) {
    let length = lengthOfRun(of: UInt8(ascii: "`"), source, at: index)
    guard length < failedRuns.count, failedRuns[length] <= index else { return copy(source, length) }
    var position = index + length
    while position < source.count {
      if source.holds("\n\n", at: position) { break }
      if source[position] == UInt8(ascii: "`") {
        let run = lengthOfRun(of: UInt8(ascii: "`"), source, at: position)
        if run == length { return copy(source, position + run - index) }
        position += run
      } else {
        position += 1
      }
    }
    failedRuns[length] = position
    copy(source, length)
  }
}

extension CutOutScanner {
  /// `\(…\)`, `\[…\]`, and escaped characters that would be read as quotes, dashes, prices or cells.
  private mutating func readEscape(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    let next = source[index + 1]
    switch next {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      let isDisplay = next == UInt8(ascii: "[")
      guard let end = endOfDelimitedMath(source, isDisplay ? .bracket : .parenthesis) else { return copy(source, 2) }
      cut(isDisplay ? .displayMath : .math, source, to: end + 2, delimiter: 2, &cutouts)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$"),
      UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "`"):
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "."), isMarkerPosition(source) { return copy(source, 2) }
      cut(.character(Unicode.Scalar(next)), source, to: index + 2, delimiter: 1, &cutouts)
    default: copy(source, 2)
    }
  }

  /// Whether only digits and spaces stand before on the line: then cmark must see that a list marker is escaped.
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

  /// Brackets are escaped in Markdown for other reasons too: a formula has a sign in it that only formulas have.
  private mutating func endOfDelimitedMath(_ source: borrowing SourceText, _ closer: MathCloser) -> Int? {
    let end = next(closer, source)
    guard end < source.count, end - index < SourceText.argumentLimit,
      !(index..<end).contains(where: { source.holds("\n\n", at: $0) }),
      (index + 2..<end).contains(where: { "\\^_=+<>`".utf8.contains(source[$0]) })
    else { return nil }
    return end
  }

  /// The index of the next closing delimiter, which is looked for once; the end of the text where there is none.
  private mutating func next(_ closer: MathCloser, _ source: borrowing SourceText) -> Int {
    let slot = Int(closer.rawValue)
    if nextClosers[slot] < index + 2 {
      nextClosers[slot] = source.index(of: closer, from: index + 2) ?? source.count
    }
    return nextClosers[slot]
  }

  /// `$…$` as most Markdown programs have it: no space inside the dollars, and no price.
  private mutating func readDollar(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    if source[index + 1] == UInt8(ascii: "$") {
      guard index >= failedMath, let end = endOfDisplayMath(source) else { return copy(source, 2) }
      return cut(.displayMath, source, to: end + 2, delimiter: 2, &cutouts)
    }
    guard source.whitespace(at: index + 1) == nil, let end = source.endOfDollarMath(from: index + 1), end > index + 1,
      source.whitespace(at: end - 1) == nil, !MathHeuristics.isProse(source, index + 1..<end),
      !(index..<end).contains(where: { source[$0] == UInt8(ascii: "`") })
    else { return copy(source, 1) }
    cut(.math, source, to: end + 1, delimiter: 1, &cutouts)
  }

  private mutating func endOfDisplayMath(_ source: borrowing SourceText) -> Int? {
    var position = index + 2
    while position < source.count, !source.holds("\n\n", at: position) {
      if source.holds("$$", at: position) { return position > index + 2 ? position : nil }
      position += source[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    failedMath = position
    return nil
  }

  /// An entity for a character that may not stand in a text.
  private mutating func readEntity(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    guard source[index + 1] == UInt8(ascii: "#"),
      let (scalar, length) = CharacterEntity.read(source, at: index), scalar == "\u{FFFD}"
    else { return copy(source, 1) }
    cut(.character(scalar), source, to: index + length, delimiter: 0, &cutouts)
  }
}
