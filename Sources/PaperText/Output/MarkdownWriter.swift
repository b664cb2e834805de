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
  /// Whether only prefixes and markers are on the line.
  var isFresh = true
  var isCode = false
  /// Whether a formula was written last: a digit after its dollar would make it none.
  private var isAfterMath = false
  var isFence = false
  /// How many tildes the fence has.
  var fence = 4
  /// The number of cells in the first row of a table; nil after it.
  var headerCells: Int?
  /// Up to this node everything is written.
  var done = -1

  init(start: Int) { self.start = start }

  mutating func write(_ node: TextNode, at index: Int, of tree: borrowing TextTree, into out: inout ByteBuffer) {
    guard index > done else { return }
    defer { if node.kind != .math, node.kind != .displayMath { isAfterMath = false } }
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
      let digit = isAfterMath && !text.isEmpty && text[0].isDigit ? text[0] : nil
      if let digit {
        out.append("&#")
        out.append(decimal: Int(digit))
        out.append(";")
      }
      let text = text.extracting((digit == nil ? 0 : 1)..<text.count)
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

  /// Words in a row would be read as prose: braces around them say that they are none. A formula whose braces do not
  /// match can't be set anyway and is code.
  private mutating func writeMath(_ source: Span<UInt8>, into out: inout ByteBuffer) {
    if let end = Self.endOfLastSpace(source) {
      writeMath(source, upTo: end, "$", "$", into: &out)
    } else if Self.mayLookLikeProse(source) {
      let formula = source.extracting(0..<Self.endOfFormula(source))
      guard TeXEscaping.isBalanced(formula) else { return writeCode(formula, into: &out) }
      writeMath(source, upTo: formula.count, "${", "}$", into: &out)
    } else {
      writeMath(source, upTo: Self.endOfFormula(source), "$", "$", into: &out)
    }
  }

  private mutating func writeMath(
    _ source: Span<UInt8>, upTo end: Int, _ opening: StaticString, _ closing: StaticString, into out: inout ByteBuffer
  ) {
    var start = 0
    while start < end, source[start] <= 0x20 { start += 1 }
    guard end > start else { return }
    out.append(opening)
    for index in start..<end { append(mathByte: index, of: source, into: &out) }
    out.append(closing)
    isFresh = false
    isAfterMath = true
  }

  /// Programs pass on what is between their marks: `<` before a letter would be a tag, and a backtick begins code.
  private func append(mathByte index: Int, of source: Span<UInt8>, into out: inout ByteBuffer) {
    switch source[index] {
    case UInt8(ascii: "\n"): out.append(0x20)
    case UInt8(ascii: "`"): out.append("\\lq{}")
    case UInt8(ascii: "<") where index + 1 < source.count && Self.mayBeginTag(source[index + 1]): out.append("\\lt ")
    default: out.append(source[index])
    }
  }

  private static func mayBeginTag(_ byte: UInt8) -> Bool { byte.isLetter || "/!?".utf8.contains(byte) }

  /// Code in a line: its fence is longer than any run of backticks in it.
  private mutating func writeCode(_ code: Span<UInt8>, into out: inout ByteBuffer) {
    let fence = Self.longestRun(of: UInt8(ascii: "`"), in: code) + 1
    for _ in 0..<fence { out.append(UInt8(ascii: "`")) }
    if fence > 1 { out.append(0x20) }
    for index in code.indices { out.append(code[index] == UInt8(ascii: "\n") ? 0x20 : code[index]) }
    if fence > 1 { out.append(0x20) }
    for _ in 0..<fence { out.append(UInt8(ascii: "`")) }
    isFresh = false
  }

  /// How often a byte follows itself at most.
  static func longestRun(of byte: UInt8, in text: Span<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for index in text.indices {
      run = text[index] == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// The end of a formula that ends in `\ `, a space that is seen, and in which there is more.
  private static func endOfLastSpace(_ source: Span<UInt8>) -> Int? {
    var end = source.count
    while end > 0, source[end - 1] <= 0x20 { end -= 1 }
    let backslash = UInt8(ascii: "\\")
    return end < source.count && end > 1 && source[end - 1] == backslash && source[end - 2] != backslash ? end + 1 : nil
  }

  /// Whether `DollarRule` might take a formula for prose: several words, or a number first and one word.
  private static func mayLookLikeProse(_ source: Span<UInt8>) -> Bool {
    guard source.count > 2 else { return false }
    var words = 0
    for index in 1..<source.count where source[index].isLetter && source[index - 1].isLetter {
      if index < 2 || !source[index - 2].isLetter { words += 1 }
    }
    return words > (source[0].isDigit || source[0] == UInt8(ascii: ".") ? 0 : 2)
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
