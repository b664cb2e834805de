extension TextReader {
  /// Joins wrapped lines; an empty or an indented line begins a paragraph.
  mutating func readWhitespace() {
    let start = index
    var lineBreaks = 0
    var indentation = 0
    while let byte = source.whitespace(at: index) {
      if byte == UInt8(ascii: "\n") {
        lineBreaks += 1
        indentation = 0
      } else {
        indentation += 1
      }
      index += 1
    }
    if rules.hasParagraphs, lineBreaks > 1 || lineBreaks == 1 && indentation > 1 {
      endParagraph()
    } else if tree.literalDepth > 0, lineBreaks == 0 {
      tree.append(source, start..<index)
    } else {
      tree.appendSpace()
    }
  }

  mutating func endParagraph() {
    tree.endParagraph()
    isQuoteOpen = false
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether it is part of a word: a letter, a digit, or a byte of a character beyond ASCII.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }
}
