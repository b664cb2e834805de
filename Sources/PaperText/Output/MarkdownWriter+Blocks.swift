import ByteText

extension MarkdownWriter {
  mutating func openBlock(
    _ node: TextNode, at index: Int, of tree: borrowing TextTree, into out: inout ByteBuffer
  ) {
    switch node.element {
    case .item: return openItem(into: &out)
    case .row: return openRow(into: &out)
    case .headerCell, .cell:
      out.append("| ")
      headerCells? += 1
      return
    case .tableHead, .tableBody, .tableFoot: return
    default: beginBlock(into: &out)
    }
    switch node.element {
    case .bulletList: lists.append(nil)
    case .numberedList: lists.append(1)
    case .quotation:
      out.append("> ")
      prefixes.append("> ")
    case .codeBlock: openFence(at: index, of: tree, into: &out)
    case .table: headerCells = 0
    default:
      for _ in 0..<(node.element.headingLevel ?? 0) { out.append("#") }
      if node.element.headingLevel != nil { out.append(" ") }
    }
  }

  mutating func closeBlock(_ element: Element, into out: inout ByteBuffer) {
    switch element {
    case .bulletList, .numberedList:
      lists.removeLast()
      isFresh = false
    case .item, .quotation:
      prefixes.removeLast()
      isFresh = false
    case .codeBlock: closeFence(into: &out)
    case .headerCell, .cell: out.append(" ")
    case .row: closeRow(into: &out)
    case .table: headerCells = nil
    default: break
    }
  }

  private mutating func openItem(into out: inout ByteBuffer) {
    if !isFresh { newLine(into: &out) }
    if let number = lists.last ?? nil {
      out.append(decimal: number)
      out.append(". ")
      lists[lists.count - 1] = number + 1
      prefixes.append(number < 10 ? "   " : "    ")
    } else {
      out.append("- ")
      prefixes.append("  ")
    }
    isFresh = true
  }

  private mutating func openRow(into out: inout ByteBuffer) {
    if !isFresh { newLine(into: &out) }
    isFresh = false
  }

  /// The first row is the head: a table of Markdown has one.
  private mutating func closeRow(into out: inout ByteBuffer) {
    out.append("|")
    guard let cells = headerCells else { return }
    headerCells = nil
    newLine(into: &out)
    for _ in 0..<cells { out.append("| --- ") }
    out.append("|")
    isFresh = false
  }

  private mutating func openFence(at index: Int, of tree: borrowing TextTree, into out: inout ByteBuffer) {
    isFence = true
    let code = index + 1 < tree.nodes.count ? tree.nodes[index + 1].range : 0..<0
    fence = max(4, MarkdownWriter.longestRun(of: UInt8(ascii: "~"), in: tree.text.span.extracting(code)) + 1)
    writeFence(into: &out)
    let language = tree.text.span.extracting(tree.nodes[index].range)
    let prefix = CodeLanguage.attributePrefix.utf8CodeUnitCount
    if language.count > prefix { out.append(language.extracting(prefix..<language.count - 1)) }
    newLine(into: &out)
  }

  private mutating func closeFence(into out: inout ByteBuffer) {
    isFence = false
    if !isFresh { newLine(into: &out) }
    writeFence(into: &out)
    isFresh = false
  }

  private func writeFence(into out: inout ByteBuffer) {
    for _ in 0..<fence { out.append(UInt8(ascii: "~")) }
  }
}

extension MarkdownWriter {
  mutating func openInline(
    _ node: TextNode, at index: Int, of tree: borrowing TextTree, into out: inout ByteBuffer
  ) {
    if node.element == .link, tree.isOwnText(linkAt: index) { return writeAutolink(node, at: index, tree, into: &out) }
    let last = out.count > start ? out.span[out.count - 1] : 0
    let sign = last == UInt8(ascii: "*") || last == UInt8(ascii: "`") ? nil : tree.markdownSign(at: index)
    if node.element == .link {
      out.append("[")
      closers.append(("](<", node.range))
    } else if let sign {
      out.append(sign)
      closers.append((sign, 0..<0))
      isCode = node.element == .code
    } else {
      openTag(node, of: tree, into: &out)
      closers.append(("", 0..<0))
    }
    isFresh = false
  }

  mutating func closeInline(_ node: TextNode, of tree: borrowing TextTree, into out: inout ByteBuffer) {
    guard let closer = closers.popLast() else { return }
    isCode = false
    if node.element == .link {
      out.append(closer.sign)
      out.append(tree.text.span.extracting(closer.address))
      out.append(">")
      writeTitle(of: tree.linkTitles[closer.address.lowerBound], tree, into: &out)
      out.append(")")
    } else if closer.sign.utf8CodeUnitCount > 0 {
      out.append(closer.sign)
    } else if node.element == .image {
      out.append("\">")
    } else {
      out.append("</")
      out.append(node.element.tag)
      out.append(">")
    }
  }

  private func writeTitle(of title: Range<Int>?, _ tree: borrowing TextTree, into out: inout ByteBuffer) {
    guard let title else { return }
    out.append(" \"")
    for index in title {
      let byte = tree.text.span[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\\")
        || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "$")
      {
        out.append("&#")
        out.append(decimal: Int(byte))
        out.append(";")
      } else {
        out.append(byte)
      }
    }
    out.append("\"")
  }

  private mutating func writeAutolink(
    _ node: TextNode, at index: Int, _ tree: borrowing TextTree, into out: inout ByteBuffer
  ) {
    out.append("<")
    out.append(tree.text.span.extracting(node.range))
    out.append(">")
    done = tree.closingIndex(of: index)
    isFresh = false
  }

  private func openTag(_ node: TextNode, of tree: borrowing TextTree, into out: inout ByteBuffer) {
    out.append("<")
    out.append(node.element.tag)
    if node.element == .smallCaps { out.append(" class=\"tex-smallcaps\"") }
    out.append(tree.text.span.extracting(node.range))
    out.append(node.element == .image ? " alt=\"" : ">")
  }
}

extension TextTree {
  /// `*`, `**` or a backtick where Markdown reads it as it is meant: with a letter on its inner side.
  fileprivate func markdownSign(at index: Int) -> StaticString? {
    let end = closingIndex(of: index)
    let first = nodes[index + 1]
    let last = nodes[end - 1]
    guard first.kind == .text, last.kind == .text, !first.range.isEmpty, !last.range.isEmpty,
      text.span[first.range.lowerBound].isWord, text.span[last.range.upperBound - 1].isWord
    else { return nil }
    switch nodes[index].element {
    case .emphasis: return "*"
    case .strong: return "**"
    case .code: return end == index + 2 && !holdsBacktick(first.range) ? "`" : nil
    default: return nil
    }
  }

  private func holdsBacktick(_ range: Range<Int>) -> Bool {
    range.contains { text.span[$0] == UInt8(ascii: "`") || text.span[$0] == UInt8(ascii: "|") }
  }

  /// Whether the text of a link is its address.
  fileprivate func isOwnText(linkAt index: Int) -> Bool {
    let link = nodes[index].range
    guard index + 2 < nodes.count, nodes[index + 1].kind == .text, nodes[index + 2].kind == .close else { return false }
    let words = nodes[index + 1].range
    return words.count == link.count
      && zip(words, link).allSatisfy { text.span[$0] == text.span[$1] }
  }
}
