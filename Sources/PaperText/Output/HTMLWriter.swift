import ByteText

extension TextTree {
  /// Appends the text as HTML; `math` sets its formulas and keeps how they are spelled.
  func writeHTML(into out: inout ByteBuffer, math: inout FormulaWriter) {
    math.forget()
    for node in nodes {
      switch node.kind {
      case .text: out.append(escaping: text.span.extracting(node.range))
      case .math: writeMath(node, into: &out, &math)
      case .displayMath: writeDisplayMath(node, into: &out, &math)
      case .lineBreak: out.append("<br>")
      case .rule: out.append("<hr>")
      case .open: writeOpeningTag(node, into: &out)
      case .close: writeClosingTag(node.element, into: &out)
      }
    }
  }

  private func writeMath(_ node: TextNode, into out: inout ByteBuffer, _ math: inout FormulaWriter) {
    let source = text.span.extracting(node.range)
    if !math.set(source, .inline, into: &out) { writeSource("<code class=\"math\">", source, into: &out) }
  }

  /// A formula on its own line, in a span that can scroll.
  private func writeDisplayMath(_ node: TextNode, into out: inout ByteBuffer, _ math: inout FormulaWriter) {
    let source = text.span.extracting(node.range)
    let start = out.count
    out.append("<span class=\"math display\">")
    if math.set(source, .display, into: &out) { return out.append("</span>") }
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
    case .link: write(attribute: " href=\"", node, into: &out)
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

  private func write(attribute: StaticString, _ node: TextNode, into out: inout ByteBuffer) {
    out.append(attribute)
    out.append(escaping: text.span.extracting(node.range))
    out.append("\"")
  }

  private func writeClosingTag(_ element: Element, into out: inout ByteBuffer) {
    if element == .image { return out.append("\">") }
    out.append(element == .codeBlock ? "</code></" : "</")
    out.append(element.tag)
    out.append(">")
  }
}
