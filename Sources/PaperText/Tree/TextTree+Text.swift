import ByteText

extension TextTree {
  /// Appends a run of a source.
  mutating func append(_ source: borrowing SourceText, _ range: Range<Int>) {
    append(source.slice(range))
  }

  /// Appends bytes as they are; a space at the start of a block or after another is left out.
  mutating func append(_ bytes: Span<UInt8>) {
    var bytes = bytes
    if literalBlock == false, preceding == .start || preceding == .space {
      var first = 0
      while first < bytes.count, bytes[first] == 0x20 { first &+= 1 }
      bytes = bytes.extracting(first..<bytes.count)
    }
    guard !bytes.isEmpty else { return }
    prepareForContent()
    let start = text.count
    text.append(bytes)
    extendText(from: start)
    preceding = Self.preceding(after: bytes[bytes.count - 1])
  }

  /// Appends a few bytes that mean themselves.
  mutating func append(_ literal: StaticString, leaving after: Preceding? = nil) {
    prepareForContent()
    let start = text.count
    text.append(literal)
    extendText(from: start)
    preceding = after ?? Self.preceding(after: literal.utf8Start[literal.utf8CodeUnitCount - 1])
  }

  /// Appends a scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == " " { return appendSpace() }
    prepareForContent()
    let start = text.count
    text.append(scalar)
    extendText(from: start)
    preceding = scalar.isASCII ? Self.preceding(after: UInt8(scalar.value)) : .word
  }

  /// Appends a space, unless there is one or the block has just begun.
  mutating func appendSpace() {
    guard preceding != .start, preceding != .space else { return }
    append(" ", leaving: .space)
  }

  /// Appends a formula; its source is kept.
  ///
  /// - Returns: false where the text has more formulas than a page should have to show: then its source is shown.
  mutating func appendMath(_ source: borrowing ByteBuffer, _ range: Range<Int>, display: Bool) -> Bool {
    prepareForContent()
    let start = text.count
    text.append(source.span.extracting(range))
    formulaBudget -= Self.markupEstimate(of: range.count)
    let isSet = formulaBudget >= 0
    let kind: TextNode.Kind = display && role != .inline ? .displayMath : .math
    nodes.append(TextNode(kind, isSet ? .emphasis : .code, bytes: start..<text.count))
    preceding = .other
    return isSet
  }

  /// About how many bytes of MathML a formula of so many bytes comes to.
  private static func markupEstimate(of count: Int) -> Int { 100 + 12 * count }

  /// Appends a line break, in a line a space.
  mutating func appendLineBreak() {
    guard role != .inline else { return appendSpace() }
    guard preceding != .start else { return }
    trimSpace()
    nodes.append(TextNode(.lineBreak))
    preceding = .start
  }

  private mutating func extendText(from start: Int) {
    if let last = nodes.last, last.kind == .text, last.end == start {
      nodes[nodes.count - 1].end = UInt32(truncatingIfNeeded: text.count)
    } else {
      nodes.append(TextNode(.text, bytes: start..<text.count))
    }
  }

  private var literalBlock: Bool { blocks.last?.element == .codeBlock }

  static func preceding(after byte: UInt8) -> Preceding {
    switch byte {
    case 0x20: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: .word
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"), UInt8(ascii: "-"): .opening
    default: .other
    }
  }
}

extension TextTree {
  /// The bytes of the text node that was written last, empty where something else was.
  var tail: Range<Int> {
    guard let last = nodes.last, last.kind == .text else { return 0..<0 }
    return last.range
  }

  /// The last byte of the text node that was written last, 0 where something else was.
  var lastByte: UInt8 { byte(before: tail.upperBound, in: tail) ?? 0 }

  /// Takes back the last bytes of the text that was just written.
  mutating func dropLast(_ count: Int) {
    let tail = self.tail
    guard count > 0, count <= tail.count else { return }
    if tail.upperBound == text.count { text.truncate(to: text.count - count) }
    if count == tail.count {
      nodes.removeLast()
    } else {
      nodes[nodes.count - 1].end -= UInt32(count)
    }
    preceding = precedingAtTail
  }

  /// Takes back the space or tie that was just written.
  mutating func trimSpace() {
    guard blocks.last?.element != .codeBlock else { return }
    while true {
      let tail = self.tail
      guard let last = byte(before: tail.upperBound, in: tail) else { return }
      if last == 0x20 {
        dropLast(1)
      } else if last == 0xA0, byte(before: tail.upperBound - 1, in: tail) == 0xC2 {
        dropLast(2)
      } else {
        return
      }
    }
  }

  /// Takes back spaces and line breaks at the end of a block.
  mutating func trimEnd() {
    trimSpace()
    while nodes.last?.kind == .lineBreak { nodes.removeLast() }
  }

  private func byte(before end: Int, in range: Range<Int>) -> UInt8? {
    end > range.lowerBound ? text.span[end - 1] : nil
  }

  private var precedingAtTail: Preceding {
    let tail = self.tail
    if let last = byte(before: tail.upperBound, in: tail) { return Self.preceding(after: last) }
    guard let last = nodes.last else { return .start }
    switch last.kind {
    case .lineBreak: return .start
    case .open where !last.element.isInline, .close where !last.element.isInline: return .start
    default: return .other
    }
  }
}
