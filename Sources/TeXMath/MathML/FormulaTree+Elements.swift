internal import ByteText

extension FormulaTree {
  /// Writes a node as one element.
  func write(_ id: NodeID, _ setting: Setting, into out: inout ByteBuffer) {
    let node = self[id]
    switch node.kind {
    case .letter: writeLetter(node, into: &out)
    case .letters, .name: writeWord(node, into: &out)
    case .number: writeNumber(node, into: &out)
    case .symbol: writeSymbol(node, into: &out)
    case .operation: writeOperator(node, setting, into: &out)
    case .text: writeText(node, into: &out)
    case .space where node.mu > 0: out.appendSpace(mu: node.mu)
    case .space: out.append("<mrow/>")
    case .row where isSingle(node.first): write(node.first, setting, into: &out)
    case .row: writeElement(node.first, setting.inside, into: &out)
    case .scripts: writeScripts(node, setting, into: &out)
    case .stack: writeStack(node, setting, into: &out)
    case .fraction: writeFraction(node, setting, into: &out)
    case .root: writeRoot(node, setting, into: &out)
    case .accent: writeAccent(node, setting, into: &out)
    case .style: writeStyle(node, setting, into: &out)
    case .phantom: writePhantom(node, setting, into: &out)
    case .box: writeBox(node, setting, into: &out)
    case .table: writeTable(node, setting, into: &out)
    case .tableRow, .cell: break
    }
  }

  private func writeLetter(_ node: Node, into out: inout ByteBuffer) {
    var scalar = node.scalar
    let isPlain = node.alphabet.family == .roman || node.alphabet == .italic && isUpright(scalar)
    let isSlantedCapital = node.alphabet == Alphabet(.textItalic) && scalar >= 0x391 && scalar <= 0x3A9
    if node.alphabet == .italic || node.alphabet == Alphabet(.textItalic), !isSlantedCapital {
      out.append(isPlain ? "<mi mathvariant=\"normal\">" : "<mi>")
    } else {
      let styled = node.alphabet.styled(scalar)
      out.append(styled == scalar && isPlain ? "<mi mathvariant=\"normal\">" : "<mi>")
      scalar = styled
    }
    out.append(escaping: scalar)
    out.append("</mi>")
  }

  /// Whether TeX sets a letter upright that a browser would slant: Greek capitals and nabla.
  private func isUpright(_ scalar: UInt32) -> Bool { scalar >= 0x391 && scalar <= 0x3A9 || scalar == 0x2207 }

  /// One letter alone would be slanted.
  private func writeWord(_ node: Node, into out: inout ByteBuffer) {
    let isLetter = node.textRange.count == 1 && node.alphabet.rawValue <= Alphabet.roman.rawValue
    out.append(isLetter ? "<mi mathvariant=\"normal\">" : "<mi>")
    writeStyled(node, into: &out)
    out.append("</mi>")
  }

  private func writeNumber(_ node: Node, into out: inout ByteBuffer) {
    out.append("<mn>")
    writeStyled(node, into: &out)
    out.append("</mn>")
  }

  private func writeSymbol(_ node: Node, into out: inout ByteBuffer) {
    let isPrime = node.scalar >= 0x2032 && node.scalar <= 0x2037 || node.scalar == 0x2057
    out.append(isPrime ? "<mo>" : "<mi>")
    out.append(escaping: node.scalar)
    out.append(isPrime ? "</mo>" : "</mi>")
  }

  /// Writes a node's text in its alphabet.
  private func writeStyled(_ node: Node, into out: inout ByteBuffer) {
    let range = node.textRange
    if node.alphabet.rawValue <= Alphabet.roman.rawValue {
      text.span.extracting(range).withUnsafeBytes { out.append(escaping: $0) }
    } else {
      forEachScalar(in: range) { out.append(escaping: node.alphabet.styled($0)) }
    }
  }

  /// Calls `body` with every character of a range of `text`.
  func forEachScalar(in range: Range<Int>, _ body: (UInt32) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let lead = text[index]
      let length = Parser.sequenceLength(lead)
      var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
      for offset in 1..<max(length, 1) where index + offset < range.upperBound {
        value = value << 6 | UInt32(text[index + offset] & 0x3F)
      }
      body(value)
      index += length
    }
  }

  /// Writes text; spaces at its ends, which HTML would drop, become no-break spaces.
  private func writeText(_ node: Node, into out: inout ByteBuffer) {
    var range = node.textRange
    out.append("<mtext>")
    let start = range.lowerBound
    while !range.isEmpty, text[range.lowerBound] == 0x20 { range = range.dropFirst().startIndex..<range.upperBound }
    if range.lowerBound > start { out.append("\u{A0}") }
    let end = range.upperBound
    while !range.isEmpty, text[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    var inner = node
    inner.first.index = Int32(range.lowerBound)
    inner.second.index = Int32(range.upperBound)
    writeStyled(inner, into: &out)
    if range.upperBound < end { out.append("\u{A0}") }
    out.append("</mtext>")
  }
}

extension ByteBuffer {
  /// Appends a character, escaped where markup needs it.
  mutating func append(escaping scalar: UInt32) {
    switch scalar {
    case 0x26: append("&amp;")
    case 0x3C: append("&lt;")
    case 0x3E: append("&gt;")
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
