import ByteText

extension CutOutScanner {
  /// Tags and addresses in angle brackets are copied as they are: a dollar in them is no formula.
  mutating func readAngleBracket(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    if replaceJATS(source) { return }
    if let end = endOfComment(source) { return cut(.nothing, source, to: end, &cutouts) }
    guard index >= failedTag else { return copy(source, 1) }
    if let end = endOfAutolink(source) ?? endOfTag(source) { copy(source, end - index) } else { copy(source, 1) }
  }

  /// A comment within a line may have `--` in it since CommonMark 0.31; at the beginning of a line it is a block.
  private mutating func endOfComment(_ source: borrowing SourceText) -> Int? {
    guard index >= failedComment, source.holds("<!--", at: index), !isFirstOnLine(source) else { return nil }
    if source.holds("<!-->", at: index) { return index + 5 }
    if source.holds("<!--->", at: index) { return index + 6 }
    var position = index + 4
    while position < end, !source.holds("\n\n", at: position) {
      if source.holds("-->", at: position) { return position + 3 }
      position += 1
    }
    failedComment = position
    return nil
  }

  private func isFirstOnLine(_ source: borrowing SourceText) -> Bool {
    var position = index
    while position > 0, index - position < 40, source[position - 1] == 0x20 { position -= 1 }
    return position == 0 || source[position - 1] == UInt8(ascii: "\n")
  }

  /// `<scheme:…>` (CommonMark 0.31, section 6.5).
  private func endOfAutolink(_ source: borrowing SourceText) -> Int? {
    var position = index + 1
    guard source[position].isLetter else { return nil }
    while source[position].isLetter || source[position].isDigit || "+-.".utf8.contains(source[position]) {
      position += 1
    }
    guard source[position] == UInt8(ascii: ":"), position - index < 34, position - index > 2 else { return nil }
    let limit = min(end, position + AddressScanner.limit)
    while position < limit, source[position] > 0x20, source[position] != UInt8(ascii: "<") {
      position += 1
      if source[position - 1] == UInt8(ascii: ">") { return position }
    }
    return nil
  }

  /// The index after an open or closing tag (section 6.6), nil where there is none.
  private mutating func endOfTag(_ source: borrowing SourceText) -> Int? {
    let isClosing = source[index + 1] == UInt8(ascii: "/")
    var position = index + (isClosing ? 2 : 1)
    guard source[position].isLetter else { return nil }
    while source[position].isWord && source[position] < 0x80 || source[position] == UInt8(ascii: "-") { position += 1 }
    let limit = min(end, index + SourceText.argumentLimit)
    while !isClosing, position < limit, let next = endOfAttribute(source, at: position, limit) { position = next }
    position = source.indexAfterSpaces(from: position)
    if !isClosing, source[position] == UInt8(ascii: "/") { position += 1 }
    return source[position] == UInt8(ascii: ">") ? position + 1 : nil
  }

  private mutating func endOfAttribute(_ source: borrowing SourceText, at start: Int, _ limit: Int) -> Int? {
    var position = source.indexAfterSpaces(from: start)
    guard position > start, source[position].isLetter || "_:".utf8.contains(source[position]) else { return nil }
    while isAttributeName(source[position]) { position += 1 }
    let sign = source.indexAfterSpaces(from: position)
    guard source[sign] == UInt8(ascii: "=") else { return position }
    return endOfValue(source, at: source.indexAfterSpaces(from: sign + 1), limit)
  }

  private func isAttributeName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "_:.-".utf8.contains(byte)
  }

  private mutating func endOfValue(_ source: borrowing SourceText, at start: Int, _ limit: Int) -> Int? {
    let quote = source[start]
    var position = start + 1
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      while position < limit, source[position] != quote, !source.holds("\n\n", at: position) { position += 1 }
      guard position < limit, source[position] == quote else {
        failedTag = position
        return nil
      }
      return position + 1
    }
    guard quote > 0x20, !"\"'=<>`".utf8.contains(quote) else { return nil }
    while position < limit, source[position] > 0x20, !"\"'=<>`".utf8.contains(source[position]) { position += 1 }
    return position
  }
}

extension CutOutScanner {
  /// `<jats:italic>`: publishers give abstracts to Crossref in the tags of JATS (ANSI/NISO Z39.96); those that HTML has
  /// a tag for become that. CommonMark would take them for links.
  private mutating func replaceJATS(_ source: borrowing SourceText) -> Bool {
    let isClosing = source[index + 1] == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    guard source.holds("jats:", at: start) else { return false }
    var nameEnd = start + 5
    while source[nameEnd].isLetter || source[nameEnd] == UInt8(ascii: "-") { nameEnd += 1 }
    var end = nameEnd
    while end < self.end, end - start < 512, source[end] != UInt8(ascii: ">"), source[end] != UInt8(ascii: "<") {
      end += 1
    }
    guard source[end] == UInt8(ascii: ">") else { return false }
    let tag = JATS.tags[String(bytes: source.slice(start + 5..<nameEnd))] ?? ("<span>", "</span>")
    replace(upTo: end + 1, with: source[end - 1] == UInt8(ascii: "/") ? "" : isClosing ? tag.end : tag.start)
    return true
  }
}

private enum JATS {
  /// HTML's tags by the names of JATS; what is not here is left out, and its content stays.
  static let tags: [String: (start: StaticString, end: StaticString)] = [
    "p": ("<p>", "</p>"), "italic": ("<i>", "</i>"), "bold": ("<b>", "</b>"), "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"), "underline": ("<u>", "</u>"), "strike": ("<s>", "</s>"),
    "monospace": ("<code>", "</code>"), "sc": ("<span class=\"tex-smallcaps\">", "</span>"),
    "title": ("<h4>", "</h4>"), "sec": ("<div>", "</div>"), "abstract": ("<div>", "</div>"),
    "list": ("<ul>", "</ul>"), "list-item": ("<li>", "</li>"), "disp-quote": ("<blockquote>", "</blockquote>"),
    "break": ("<br>", ""),
  ]
}
