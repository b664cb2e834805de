extension CutOutScanner {
  /// Blocks within blocks on one line, beyond which the signs are text: cmark looks through all of them at each line.
  private static let nestingLimit = 100

  /// What counts at the beginning of a line. True where bytes were read.
  mutating func readLineStart(_ source: borrowing SourceText) -> Bool {
    if isInNote { return indentNote(source) }
    if let definition = footnotes.definition(at: index) {
      replace(upTo: definition.upperBound)
      return true
    }
    if skipFence(source) { return true }
    checkForConflict(source)
    return limitNesting(source)
  }

  /// The lines of a footnote are indented by four in the document, whatever they are in the source.
  private mutating func indentNote(_ source: borrowing SourceText) -> Bool {
    guard document.span.last == UInt8(ascii: "\n"), source[index] != UInt8(ascii: "\n") else { return false }
    var next = index
    while next < index + 4, source[next] == 0x20 { next += 1 }
    if next == index, source[next] == 0x09 { next += 1 }
    replace(upTo: next, with: "    ")
    return false
  }

  /// Copies the signs of blocks within blocks and escapes the next where they are too many.
  private mutating func limitNesting(_ source: borrowing SourceText) -> Bool {
    var position = index
    var depth = 0
    while let next = endOfMarker(source, at: position) {
      depth += 1
      if depth > Self.nestingLimit {
        copy(source, position - index)
        warn(
          source, at: position, "lists and quotations are more than \(Self.nestingLimit) deep here: the rest is text")
        replace(upTo: index, with: "\\")
        return false
      }
      position = next
    }
    return false
  }

  /// The index after a quotation's or a list item's sign and the space around it, nil where there is none.
  private func endOfMarker(_ source: borrowing SourceText, at start: Int) -> Int? {
    var position = start
    while source[position] == 0x20 || source[position] == 0x09 { position += 1 }
    switch source[position] {
    case UInt8(ascii: ">"): return position + 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): position += 1
    case let byte where byte.isDigit:
      while source[position].isDigit { position += 1 }
      guard source[position] == UInt8(ascii: ".") || source[position] == UInt8(ascii: ")") else { return nil }
      position += 1
    default: return nil
    }
    return source[position] == 0x20 || source[position] == 0x09 ? position : nil
  }

  /// The lines that a merge leaves where it could not decide (git, "How conflicts are presented").
  private mutating func checkForConflict(_ source: borrowing SourceText) {
    let isFirst = source.holds("<<<<<<< ", at: index)
    let isOther =
      isInConflict
      && (source.holds("=======", at: index) || source.holds(">>>>>>>", at: index)
        || source.holds("|||||||", at: index))
      && source.lengthOfRun(at: index) == 7
    guard isFirst || isOther else { return }
    isInConflict = source[index] != UInt8(ascii: ">")
    warn(source, at: index, "this line is left over from a merge: keep one of the two versions and remove the marks")
  }
}
