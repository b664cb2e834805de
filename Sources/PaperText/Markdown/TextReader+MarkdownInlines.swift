import ByteText
import CCmark

extension TextReader {
  mutating func readText(_ node: OpaquePointer) {
    MarkdownNode.withBytes(cmark_node_get_literal(node)) { bytes in
      if markdown.imageDepth > 0 { return appendRestored(bytes) }
      if markdown.table != nil, isInTableText(node) { return readCells(bytes) }
      prepareCell()
      let mark = taskMark(node, bytes)
      if let mark { tree.append(mark) }
      readBytes(bytes.extracting((mark == nil ? 0 : 3)..<bytes.count), by: .markdown)
    }
  }

  /// The box of an item in a list of tasks, `- [ ]` or `- [x]` as in GitHub Flavored Markdown; nil elsewhere.
  private func taskMark(_ node: OpaquePointer, _ bytes: Span<UInt8>) -> StaticString? {
    guard bytes.count > 3, bytes[0] == UInt8(ascii: "["), bytes[2] == UInt8(ascii: "]"), bytes[3] == 0x20,
      cmark_node_previous(node) == nil, let paragraph = cmark_node_parent(node),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH, cmark_node_previous(paragraph) == nil,
      let item = cmark_node_parent(paragraph), cmark_node_get_type(item) == CMARK_NODE_ITEM
    else { return nil }
    switch bytes[1] {
    case 0x20: return "☐"
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return "☑"
    default: return nil
    }
  }

  mutating func readSoftBreak(_ node: OpaquePointer) {
    if markdown.table != nil, isInTableText(node) { return nextRow() }
    tree.appendSpace()
  }

  mutating func readMarkdownCode(_ node: OpaquePointer) {
    prepareCell()
    var code = ByteBuffer(capacity: 64)
    MarkdownNode.withBytes(cmark_node_get_literal(node)) { cutouts.restore($0, into: &code) }
    if markdown.imageDepth > 0 { tree.append(code.span) } else { appendCode(code.span) }
  }

  /// Appends bytes as they stood in the source.
  mutating func appendRestored(_ bytes: Span<UInt8>) {
    var text = ByteBuffer(capacity: bytes.count)
    cutouts.restore(bytes, into: &text)
    tree.append(text.span)
  }

  mutating func openMarkdownLink(_ node: OpaquePointer) {
    var url = ByteBuffer(capacity: 64)
    MarkdownNode.withBytes(cmark_node_get_url(node)) { cutouts.restore($0, unescaping: true, into: &url) }
    guard WebAddress.scheme(of: url.span) != .forbidden else {
      return warn(about: node, "only http, https, mailto and relative links are shown as links")
    }
    let target = tree.store(url.span)
    MarkdownNode.withBytes(cmark_node_get_title(node)) { title in
      var words = ByteBuffer(capacity: title.count)
      cutouts.restore(title, unescaping: true, into: &words)
      tree.storeTitle(words.span, ofLinkTo: target)
    }
    _ = tree.openLink(target, kind: tree.kindOfLink(target, isAfterWords: true))
  }

  mutating func openMarkdownImage(_ node: OpaquePointer) {
    var url = ByteBuffer(capacity: 64)
    MarkdownNode.withBytes(cmark_node_get_url(node)) { cutouts.restore($0, unescaping: true, into: &url) }
    guard let source = storeImage(url.span) else {
      return warn(about: node, "only http, https and relative images are shown")
    }
    guard tree.role != .inline else { return }
    markdown.imageDepth = 1
    var attributes = source
    MarkdownNode.withBytes(cmark_node_get_title(node)) { title in
      guard !title.isEmpty else { return }
      var words = ByteBuffer(capacity: title.count)
      cutouts.restore(title, unescaping: true, into: &words)
      tree.text.append(" title=\"")
      tree.text.append(escaping: words.span)
      tree.text.append("\"")
      attributes = source.lowerBound..<tree.text.count
    }
    openImage(attributes)
  }

  /// Opens an image, and writes it at once: it is content even without a text.
  mutating func openImage(_ attributes: Range<Int>) {
    if tree.openInline(.image, bytes: attributes) { tree.prepareForContent() }
  }

  /// Keeps the `src` attribute of an image, nil where its address may not be loaded.
  mutating func storeImage(_ url: Span<UInt8>) -> Range<Int>? {
    let scheme = WebAddress.scheme(of: url)
    guard scheme == .web || scheme == .none, !url.isEmpty else { return nil }
    let start = tree.text.count
    var address = ByteBuffer(capacity: url.count)
    WebAddress.append(url, to: &address)
    tree.text.append(" src=\"")
    tree.text.append(escaping: address.span)
    tree.text.append("\"")
    return start..<tree.text.count
  }
}
