extension TextReader {
  private var opensHere: Bool {
    switch tree.preceding {
    case .start, .space, .opening: true
    case .word, .digit, .other: false
    }
  }

  private var isLiteral: Bool { tree.literalDepth > 0 }

  /// `"` opens before and closes behind a word; after a number it may be inches or seconds.
  mutating func readDoubleQuote() {
    guard !isLiteral else { return readLiteral() }
    let isBeforeText = source.whitespace(at: index + 1) == nil && index + 1 < source.count
    let opensInside = tree.preceding == .other && !isQuoteOpen && peek(1).isWord
    appendDoubleQuote(opening: opensInside || opensHere && (isBeforeText || !isQuoteOpen))
    index += 1
  }

  /// `''` closes, `'` closes, stands for left out letters, or quotes a word that `'` ends.
  mutating func readApostrophe() {
    guard !isLiteral else { return readLiteral() }
    if peek(1) == UInt8(ascii: "'") {
      let isBeforeText = source.whitespace(at: index + 2) == nil && index + 2 < source.count
      appendDoubleQuote(opening: opensHere && !isQuoteOpen && isBeforeText)
      index += 2
    } else {
      let opens = opensHere && isEndOfQuoteNear
      tree.append(opens ? "‘" : "’", leaving: opens ? .opening : .other)
      index += 1
    }
  }

  /// ` `` ` opens a quotation, unless it stands where one can only end; a pair of single ones is code.
  mutating func readBacktick() {
    guard !isLiteral else { return readLiteral() }
    if peek(1) == UInt8(ascii: "`") {
      appendDoubleQuote(opening: opensHere || peek(2).isWord || peek(2) == UInt8(ascii: "\\"))
      index += 2
    } else if let end = endOfBacktickCode {
      readCode(index + 1..<end)
      index = end + 1
    } else {
      tree.append("‘", leaving: .opening)
      index += 1
    }
  }

  /// `--` is an en dash, `---` an em dash; arrows and rulers of hyphens stay.
  mutating func readHyphens() {
    var count = 1
    while peek(count) == UInt8(ascii: "-") { count += 1 }
    let isArrow = peek(count) == UInt8(ascii: ">") || source[index - 1] == UInt8(ascii: "<")
    guard count == 2 || count == 3, !isArrow, !isLiteral else { return readLiteral(count) }
    tree.append(count == 2 ? "–" : "—", leaving: .opening)
    index += count
  }

  /// Appends a quotation mark; a closing one behind a number that closes nothing is a double prime.
  mutating func appendDoubleQuote(opening: Bool) {
    if !opening, !isQuoteOpen, tree.preceding == .digit { return tree.append("″", leaving: .other) }
    tree.append(opening ? "“" : "”", leaving: opening ? .opening : .other)
    isQuoteOpen = opening
  }

  /// Appends a run as code.
  mutating func readCode(_ range: Range<Int>) {
    let opened = tree.openInline(.code)
    tree.append(source, range)
    if opened { tree.closeInlines(downTo: tree.inlines.count - 1) }
  }

  /// Whether a `'` follows soon that can end a quotation: behind a word or full stop and not before a letter.
  private var isEndOfQuoteNear: Bool {
    guard peek(1).isLetter || peek(1) >= 0x80 || peek(1) == UInt8(ascii: "\\") else { return false }
    var position = index + 2
    let limit = min(source.count, index + 120)
    while position < limit {
      let byte = source[position]
      if byte == UInt8(ascii: "\n"), source[position + 1] == UInt8(ascii: "\n") { return false }
      if byte == UInt8(ascii: "'"), !source[position + 1].isWord, source.whitespace(at: position - 1) == nil {
        return source[position + 1] != UInt8(ascii: "'")
      }
      position += 1
    }
    return false
  }

  /// The index of the backtick that ends the code which begins here, nil where there is none.
  private var endOfBacktickCode: Int? {
    guard source.whitespace(at: index + 1) == nil else { return nil }
    var position = index + 1
    let limit = min(source.count, index + 120)
    while position < limit {
      switch source[position] {
      case UInt8(ascii: "`"):
        let isDouble = source[position + 1] == UInt8(ascii: "`")
        return isDouble || source[position + 1].isWord || position == index + 1 ? nil : position
      case UInt8(ascii: "'"), UInt8(ascii: "\n"), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "{"): return nil
      default: position += 1
      }
    }
    return nil
  }
}
