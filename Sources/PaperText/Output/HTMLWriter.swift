import ByteText

extension TextTree {
  /// Appends the text as HTML; `math` sets its formulas and keeps how they are spelled.
  func writeHTML(into out: inout ByteBuffer, math: inout FormulaWriter) {
    math.forget()
    // Where the next text goes on behind signs that stand beside their formula already.
    var resumed = 0
    for index in nodes.indices {
      let node = nodes[index]
      switch node.kind {
      case .text:
        out.append(escaping: text.span.extracting(max(node.range.lowerBound, resumed)..<node.range.upperBound))
        resumed = 0
      case .math:
        let signs = closingSigns(behind: index)
        if writeMath(node, before: signs, into: &out, &math) { resumed = signs.upperBound }
      case .displayMath: writeDisplayMath(node, into: &out, &math)
      case .lineBreak: out.append("<br>")
      case .rule: out.append("<hr>")
      case .open: writeOpeningTag(node, into: &out)
      case .close: writeClosingTag(node.element, into: &out)
      }
    }
  }

  /// The punctuation at the beginning of the text that follows a formula, as a range of the tree's text: empty where
  /// there
  /// is none.
  private func closingSigns(behind index: Int) -> Range<Int> {
    let next = index + 1
    guard next < nodes.count, nodes[next].kind == .text else { return 0..<0 }
    let range = nodes[next].range
    let bytes = text.span
    var end = range.lowerBound
    while end < range.upperBound, Self.isClosing(bytes[end]) { end += 1 }
    return range.lowerBound..<end
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"): true
    case UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Writes a formula in the line, with the punctuation after it in one span: to browsers a formula is what a
  /// picture is,
  /// and they would begin a line with a comma after it else.
  ///
  /// - Returns: false where the punctuation was not written.
  private func writeMath(
    _ node: TextNode, before signs: Range<Int>, into out: inout ByteBuffer, _ math: inout FormulaWriter
  ) -> Bool {
    let source = text.span.extracting(node.range)
    let start = out.count
    if !signs.isEmpty { out.append("<span class=\"nobr\">") }
    guard node.element != .code, math.set(source, .inline, into: &out) else {
      out.truncate(to: start)
      writeSource("<code class=\"math\">", source, into: &out)
      return false
    }
    guard !signs.isEmpty else { return false }
    out.append(escaping: text.span.extracting(signs))
    out.append("</span>")
    return true
  }

  /// A formula on its own line, in a span that can scroll.
  private func writeDisplayMath(_ node: TextNode, into out: inout ByteBuffer, _ math: inout FormulaWriter) {
    let source = text.span.extracting(node.range)
    let start = out.count
    out.append("<span class=\"math display\">")
    if node.element != .code, math.set(source, .display, into: &out) { return out.append("</span>") }
    out.truncate(to: start)
    writeSource("<code class=\"math display\">", source, into: &out)
  }

  /// A formula that can't be set, as it was written.
  private func writeSource(_ tag: StaticString, _ source: Span<UInt8>, into out: inout ByteBuffer) {
    out.append(tag)
    out.append(escaping: source)
    out.append("</code>")
  }

  private func writeOpeningTag(_ node: TextNode, into out: inout ByteBuffer) {
    out.append("<")
    out.append(node.element.tag)
    switch node.element {
    case .link:
      write(attribute: " href=\"", node.range, into: &out)
      if let title = title(of: node) { write(attribute: " title=\"", title, into: &out) }
    case .smallCaps: out.append(" class=\"tex-smallcaps\"")
    case .image:
      out.append(text.span.extracting(node.range))
      return out.append(" alt=\"")
    case .codeBlock:
      out.append("><code")
      out.append(text.span.extracting(node.range))
    default: out.append(text.span.extracting(node.range))
    }
    out.append(">")
  }

  private func write(attribute: StaticString, _ value: Range<Int>, into out: inout ByteBuffer) {
    out.append(attribute)
    out.append(escaping: text.span.extracting(value))
    out.append("\"")
  }

  private func writeClosingTag(_ element: Element, into out: inout ByteBuffer) {
    if element == .image { return out.append("\">") }
    out.append(element == .codeBlock ? "</code></" : "</")
    out.append(element.tag)
    out.append(">")
  }
}
