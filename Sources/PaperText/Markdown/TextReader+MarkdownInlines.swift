import ByteText
import CCmark

extension TextReader {
  mutating func readText(_ node: OpaquePointer) {
    MarkdownNode.withBytes(cmark_node_get_literal(node)) { bytes in
      if markdown.imageDepth > 0 { return appendRestored(bytes) }
      if markdown.table != nil, isInTableText(node) { return readCells(bytes) }
      prepareCell()
      readBytes(bytes, by: .markdown)
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
    MarkdownNode.withBytes(cmark_node_get_url(node)) { cutouts.restore($0, into: &url) }
    guard WebAddress.scheme(of: url.span) != .forbidden else {
      return warn(about: node, "only http, https, mailto and relative links are shown as links")
    }
    let target = tree.store(url.span)
    _ = tree.openLink(target, kind: tree.kindOfLink(target, isAfterWords: true))
  }

  mutating func openMarkdownImage(_ node: OpaquePointer) {
    var url = ByteBuffer(capacity: 64)
    MarkdownNode.withBytes(cmark_node_get_url(node)) { cutouts.restore($0, into: &url) }
    guard let source = storeImage(url.span) else {
      return warn(about: node, "only http, https and relative images are shown")
    }
    guard tree.role != .inline else { return }
    markdown.imageDepth = 1
    var attributes = source
    MarkdownNode.withBytes(cmark_node_get_title(node)) { title in
      guard !title.isEmpty else { return }
      tree.text.append(" title=\"")
      tree.text.append(escaping: title)
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
