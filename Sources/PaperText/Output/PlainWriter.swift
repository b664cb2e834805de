import ByteText

extension TextTree {
  /// Appends the text in one line, without markup; `math` spells its formulas.
  func writePlain(into out: inout ByteBuffer, math: inout FormulaWriter) {
    let writer = PlainLine(start: out.count)
    math.rewind()
    for index in nodes.indices {
      let node = nodes[index]
      switch node.kind {
      case .text: writer.append(text.span.extracting(node.range), to: &out)
      case .math, .displayMath:
        if node.element == .code {
          writer.append(text.span.extracting(node.range), to: &out)
          continue
        }
        math.spell(text.span.extracting(node.range)) { writer.append($0, to: &out) }
      case .lineBreak, .rule: writer.separate(&out)
      case .open, .close:
        if !node.element.isInline || node.element == .image {
          writer.separate(&out)
        } else if node.element == .superscript, node.kind == .open, needsCaret(at: index) {
          out.append(UInt8(ascii: "^"))
        }
      }
    }
    writer.finish(&out)
  }
}

extension TextTree {
  /// Whether a superscript is an exponent: `10^-3` is another number than `10-3`. Words (`1st`) and marks are none.
  private func needsCaret(at index: Int) -> Bool {
    guard index + 1 < nodes.count, nodes[index + 1].kind == .text, let first = nodes[index + 1].range.first else {
      return false
    }
    let byte = text.span[first]
    if byte.isLetter { return nodes[index + 1].range.count == 1 }
    return byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || nodes[index + 1].range.count > 2 && byte == 0xE2 && text.span[first + 1] == 0x88
        && text.span[first + 2] == 0x92
  }
}

/// Writes one line of plain text: every run of spaces, line breaks and ties is one space.
private struct PlainLine {
  /// Where the line begins in the buffer.
  let start: Int

  /// Appends a space, unless the line ends with one or is empty.
  func separate(_ out: inout ByteBuffer) {
    if out.count > start, out.span[out.count - 1] != 0x20 { out.append(0x20) }
  }

  func append(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    var index = 0
    while index < text.count {
      let end = endOfRun(in: text, from: index)
      out.append(text.extracting(index..<end))
      guard end < text.count else { return }
      let length = lengthOfSpace(in: text, at: end)
      if length > 0 { separate(&out) } else { out.append(text[end]) }
      index = end + max(length, 1)
    }
  }

  func finish(_ out: inout ByteBuffer) {
    while out.count > start, out.span[out.count - 1] == 0x20 { out.truncate(to: out.count - 1) }
  }

  /// The index of the next byte that may begin a space that isn't alone: one at the beginning or before another, a line
  /// break, a tie or a thin space.
  private func endOfRun(in text: Span<UInt8>, from start: Int) -> Int {
    text.withUnsafeBytes { bytes in
      guard start < bytes.count, bytes[start] != 0x20 else { return start }
      var index = start
      while true {
        index = ByteRuns.endOfSpacedWords(in: bytes, from: index)
        guard index < bytes.count, bytes[index] > 0x20, bytes[index] & 0xDF != 0xC2 else { return index }
        index &+= 1
      }
    }
  }

  private func lengthOfSpace(in text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0...0x20: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xAF: 3
    default: 0
    }
  }
}
