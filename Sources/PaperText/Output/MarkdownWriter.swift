import ByteText

extension TextTree {
  /// Appends the text as Markdown: CommonMark with formulas in dollars and tables with pipes. What Markdown has no
  /// sign for is HTML within a line, and a paragraph as a block.
  func writeMarkdown(into out: inout ByteBuffer) {
    var writer = MarkdownWriter(start: out.count)
    for index in nodes.indices { writer.write(nodes[index], at: index, of: self, into: &out) }
    while out.count > writer.start, out.span[out.count - 1] <= 0x20 { out.truncate(to: out.count - 1) }
  }

  /// The index of the node that closes the element opened at an index.
  func closingIndex(of index: Int) -> Int {
    var depth = 0
    var position = index
    while position < nodes.count {
      if nodes[position].kind == .open { depth += 1 }
      if nodes[position].kind == .close { depth -= 1 }
      if depth == 0 { return position }
      position += 1
    }
    return nodes.count - 1
  }
}

struct MarkdownWriter {
  /// Where the text begins in the buffer.
  let start: Int
  /// What each line begins with: the signs and indentation of the quotations and list items around.
  var prefixes: [StaticString] = []
  /// Per open list: the number of the next item, nil where it has bullets.
  var lists: [Int?] = []
  /// What closes the inline elements that are open, and the address of a link.
  var closers: [(sign: StaticString, address: Range<Int>)] = []
  /// Whether only prefixes and markers stand on the line.
  var isFresh = true
  var isCode = false
  var isFence = false
  /// The number of cells in the first row of a table; nil behind it.
  var headerCells: Int?
  /// Up to this node everything is written.
  var done = -1

  init(start: Int) { self.start = start }

  mutating func write(_ node: TextNode, at index: Int, of tree: borrowing TextTree, into out: inout ByteBuffer) {
    guard index > done else { return }
    switch node.kind {
    case .text: write(text: tree.text.span.extracting(node.range), into: &out)
    case .math: writeMath(tree.text.span.extracting(node.range), into: &out)
    case .displayMath: writeDisplayMath(tree.text.span.extracting(node.range), into: &out)
    case .lineBreak:
      out.append("\\")
      newLine(into: &out)
    case .rule:
      beginBlock(into: &out)
      out.append("---")
      isFresh = false
    case .open where node.element.isInline: openInline(node, at: index, of: tree, into: &out)
    case .open: openBlock(node, at: index, of: tree, into: &out)
    case .close where node.element.isInline: closeInline(node, of: tree, into: &out)
    case .close: closeBlock(node.element, into: &out)
    }
  }

  private mutating func write(text: Span<UInt8>, into out: inout ByteBuffer) {
    if isFence {
      writeLines(text, into: &out)
    } else if isCode {
      out.append(text)
    } else {
      let isInLink = closers.contains { !$0.address.isEmpty }
      MarkdownEscaping.append(text, isAtLineStart: isFresh, isInLink: isInLink, to: &out)
    }
    isFresh = false
  }

  private mutating func writeLines(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    for index in text.indices {
      if text[index] == UInt8(ascii: "\n") { newLine(into: &out) } else { out.append(text[index]) }
    }
  }

  private mutating func writeDisplayMath(_ source: Span<UInt8>, into out: inout ByteBuffer) {
    writeMath(source, upTo: Self.endOfFormula(source), "$$", "$$", into: &out)
  }

  /// Between dollars, backticks would be read as code, words in a row as prose, and a space at the end as no end.
  private mutating func writeMath(_ source: Span<UInt8>, into out: inout ByteBuffer) {
    if let end = Self.endOfLastSpace(source) {
      writeMath(source, upTo: end, "\\(", "\\)", into: &out)
    } else if source.indices.contains(where: { source[$0] == UInt8(ascii: "`") }) || Self.hasWordsInARow(source) {
      writeMath(source, upTo: Self.endOfFormula(source), "\\(", "\\)", into: &out)
    } else {
      writeMath(source, upTo: Self.endOfFormula(source), "$", "$", into: &out)
    }
  }

  private mutating func writeMath(
    _ source: Span<UInt8>, upTo end: Int, _ opening: StaticString, _ closing: StaticString, into out: inout ByteBuffer
  ) {
    guard end > 0 else { return }
    out.append(opening)
    for index in 0..<end { out.append(source[index] == UInt8(ascii: "\n") ? 0x20 : source[index]) }
    out.append(closing)
    isFresh = false
  }

  /// The end of a formula that ends in `\ `, a space that is seen, and in which there is more.
  private static func endOfLastSpace(_ source: Span<UInt8>) -> Int? {
    var end = source.count
    while end > 0, source[end - 1] <= 0x20 { end -= 1 }
    let backslash = UInt8(ascii: "\\")
    return end < source.count && end > 1 && source[end - 1] == backslash && source[end - 2] != backslash ? end + 1 : nil
  }

  /// Whether two spaces of a formula that holds a command stand between letters.
  private static func hasWordsInARow(_ source: Span<UInt8>) -> Bool {
    guard source.count > 2, source.indices.contains(where: { source[$0] == UInt8(ascii: "\\") }) else { return false }
    var spaces = 0
    for index in 1..<source.count - 1
    where source[index] == 0x20 && source[index - 1].isLetter && source[index + 1].isLetter { spaces += 1 }
    return spaces > 1
  }

  /// A space or a backslash at its end would keep the dollar from closing a formula.
  private static func endOfFormula(_ source: Span<UInt8>) -> Int {
    var end = source.count
    while end > 0, source[end - 1] <= 0x20 || source[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    return end
  }

  mutating func newLine(into out: inout ByteBuffer) {
    out.append("\n")
    for prefix in prefixes { out.append(prefix) }
    isFresh = true
  }

  /// A blank line before a new block.
  mutating func beginBlock(into out: inout ByteBuffer) {
    guard !isFresh else { return }
    newLine(into: &out)
    while out.span[out.count - 1] == 0x20 { out.truncate(to: out.count - 1) }
    newLine(into: &out)
  }
}
