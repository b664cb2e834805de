import ByteText
import CCmark

extension TextReader {
  mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: _ = tree.openBlock(.quotation)
    case CMARK_NODE_LIST: openMarkdownList(node)
    case CMARK_NODE_ITEM: _ = tree.openBlock(.item)
    case CMARK_NODE_CODE_BLOCK: readCodeBlock(node)
    case CMARK_NODE_PARAGRAPH: openMarkdownParagraph(node)
    case CMARK_NODE_HEADING: openHeading(node)
    case CMARK_NODE_THEMATIC_BREAK: tree.appendRule()
    default: break
    }
  }

  private mutating func openMarkdownList(_ node: OpaquePointer) {
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return _ = tree.openBlock(.bulletList) }
    let first = cmark_node_get_list_start(node)
    let start = tree.text.count
    if first != 1 {
      tree.text.append(" start=\"")
      tree.text.append(decimal: Int(first))
      tree.text.append("\"")
    }
    _ = tree.openBlock(.numberedList, attributes: start..<tree.text.count)
  }

  /// In a tight list the text stands in the item itself.
  private mutating func openMarkdownParagraph(_ node: OpaquePointer) {
    if openTable(node) { return }
    let item = cmark_node_parent(node)
    let isTight =
      item.map { cmark_node_get_type($0) == CMARK_NODE_ITEM } ?? false
      && cmark_node_get_list_tight(cmark_node_parent(item)) != 0
    if isTight { tree.endParagraph() } else { _ = tree.openBlock(.paragraph) }
    isQuoteOpen = false
  }

  private mutating func openHeading(_ node: OpaquePointer) {
    let level = Int(cmark_node_get_heading_level(node))
    isQuoteOpen = false
    guard tree.role == .page else {
      _ = tree.openBlock(.paragraph)
      if tree.role == .block { tree.openInline(.strong) }
      return
    }
    let attributes = storeIdentifier(of: node)
    _ = tree.openBlock(.heading(level), attributes: attributes)
  }

  private mutating func storeIdentifier(of heading: OpaquePointer) -> Range<Int> {
    var words = ByteBuffer(capacity: 64)
    collectText(of: heading, into: &words)
    let identifier = markdown.identifiers.identifier(for: String(bytes: words.span))
    let start = tree.text.count
    tree.text.append(" id=\"")
    tree.text.append(escaping: identifier)
    tree.text.append("\"")
    return start..<tree.text.count
  }

  private func collectText(of node: OpaquePointer, into out: inout ByteBuffer) {
    guard let steps = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(steps) }
    var words = ByteBuffer(capacity: 64)
    while cmark_iter_next(steps) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(steps) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_SOFTBREAK { words.append(" ") }
      guard type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE else { continue }
      MarkdownNode.withBytes(cmark_node_get_literal(node)) { words.append($0) }
    }
    cutouts.restore(words.span, into: &out)
  }

  private mutating func readCodeBlock(_ node: OpaquePointer) {
    var attributes = 0..<0
    MarkdownNode.withBytes(cmark_node_get_fence_info(node)) { attributes = CodeLanguage.store($0, in: &tree) }
    var code = ByteBuffer(capacity: 256)
    MarkdownNode.withBytes(cmark_node_get_literal(node)) { cutouts.restore($0, into: &code) }
    if code.span.last == UInt8(ascii: "\n") { code.truncate(to: code.count - 1) }
    if tree.openBlock(.codeBlock, attributes: attributes) {
      if !code.isEmpty { tree.append(code.span) }
      tree.closeBlock(.codeBlock)
    } else {
      appendCode(code.span)
      tree.appendSpace()
    }
  }

  /// Appends a run as code in a line: line breaks are spaces.
  mutating func appendCode(_ code: Span<UInt8>) {
    let opened = tree.openInline(.code)
    var start = 0
    for index in 0...code.count where index == code.count || code[index] == UInt8(ascii: "\n") {
      tree.append(code.extracting(start..<index))
      if index < code.count { tree.appendSpace() }
      start = index + 1
    }
    if opened { tree.closeInlines(downTo: tree.inlines.count - 1) }
  }
}

extension TextTree {
  /// Closes blocks until `count` are open.
  mutating func closeBlocks(downTo count: Int) {
    while blocks.count > count { closeInnermostBlock() }
  }
}
