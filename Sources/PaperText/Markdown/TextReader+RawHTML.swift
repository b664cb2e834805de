import ByteText
import CCmark

extension TextReader {
  /// Raw HTML: allowed tags become elements of the tree, everything else is left out or stays as text.
  mutating func readRawHTML(_ node: OpaquePointer) {
    prepareCell()
    let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
    if isBlock { tree.endParagraph() }
    MarkdownNode.withBytes(cmark_node_get_literal(node)) { readRawHTML($0, node) }
    if isBlock, markdown.droppedElement != nil { markdown.droppedElement = nil }
  }

  private mutating func readRawHTML(_ text: Span<UInt8>, _ node: OpaquePointer) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] != UInt8(ascii: "<") { index += 1 }
      readHTMLText(text.extracting(start..<index))
      guard index < text.count else { return }
      if let end = endOfDeclaration(text, at: index) {
        index = end
      } else if let tag = HTMLTag(text, at: index) {
        read(tag, text.extracting(index..<tag.end), node, at: index)
        index = tag.end
      } else {
        readHTMLText("<".utf8.span)
        index += 1
      }
    }
  }

  private mutating func readHTMLText(_ text: Span<UInt8>) {
    guard markdown.droppedElement == nil, markdown.imageDepth == 0, !text.isEmpty else { return }
    if tree.blocks.last?.element == .codeBlock {
      readBytes(text, by: .preformatted)
    } else {
      readBytes(text, by: .html)
    }
  }

  /// The index after a comment, a processing instruction, a declaration or CDATA; nil where none begins.
  private func endOfDeclaration(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "!") || text[start + 1] == UInt8(ascii: "?") else {
      return nil
    }
    let closer: StaticString =
      WebAddress.starts(text, with: "<!--", at: start)
      ? "-->"
      : WebAddress.starts(text, with: "<![", at: start)
        ? "]]>" : text[start + 1] == UInt8(ascii: "?") ? "?>" : ">"
    var index = start + 2
    while index < text.count {
      if WebAddress.starts(text, with: closer, at: index) { return index + closer.utf8CodeUnitCount }
      index += 1
    }
    return text.count
  }

  private mutating func read(_ tag: HTMLTag, _ text: Span<UInt8>, _ node: OpaquePointer, at offset: Int) {
    if let dropped = markdown.droppedElement {
      if tag.isClosing, tag.name == dropped { markdown.droppedElement = nil }
      return
    }
    guard markdown.imageDepth == 0 else { return }
    if tag.isCrowded {
      warn(about: node, at: offset, "the attributes of <\(tag.name)> are left out: more than \(HTMLTag.attributeLimit)")
    }
    switch HTMLPolicy.verdict(on: tag.name) {
    case .element(let element) where tag.isClosing: close(element, tag, node, at: offset)
    case .element(let element): open(element, tag, node, at: offset)
    case .lineBreak: tree.appendLineBreak()
    case .rule: tree.appendRule()
    case .transparent: if tag.name != "span" { tree.endParagraph() } else { readSpan(tag) }
    case .opaque:
      if !tag.isClosing { markdown.droppedElement = tag.name }
      warn(about: node, at: offset, "<\(tag.name)> is left out with its content")
    case .dropped: warn(about: node, at: offset, "<\(tag.name)> is left out")
    case .text:
      warn(about: node, at: offset, "<\(tag.name)> is not HTML and is shown as text")
      appendRestored(text)
    }
  }

  /// Small capitals are the only span: so the Markdown this program writes is read again.
  private mutating func readSpan(_ tag: HTMLTag) {
    if tag.isClosing {
      if tree.inlines.last?.element == .smallCaps { _ = tree.closeInline(.smallCaps) }
    } else if tag.attributes.contains(where: { $0.name == "class" && $0.value == "tex-smallcaps" }) {
      tree.openInline(.smallCaps)
    }
  }
}

extension TextReader {
  private mutating func close(_ element: Element, _ tag: HTMLTag, _ node: OpaquePointer, at offset: Int) {
    guard element != .image, element != .code || tree.blocks.last?.element != .codeBlock else { return }
    let element = shown(element)
    let closed = element.isInline ? tree.closeInline(element) : tree.role == .inline || tree.closeBlock(element)
    if element == .paragraph, tag.name != "p" { _ = tree.closeInline(.strong) }
    if !closed, element != .paragraph { warn(about: node, at: offset, "</\(tag.name)> closes nothing") }
  }

  private mutating func open(_ element: Element, _ tag: HTMLTag, _ node: OpaquePointer, at offset: Int) {
    switch element {
    case .link: openRawLink(tag, node, at: offset)
    case .image: readRawImage(tag, node, at: offset)
    case .code where tree.blocks.last?.element == .codeBlock: break
    case let element where element.isInline:
      tree.openInline(element, bytes: storeAttributes(of: tag, on: element, node, at: offset))
    default: openRawBlock(element, tag, node, at: offset)
    }
  }

  /// Outside a page a heading is a paragraph in bold.
  private func shown(_ element: Element) -> Element {
    element.headingLevel != nil && tree.role != .page ? .paragraph : element
  }

  private mutating func openRawBlock(_ element: Element, _ tag: HTMLTag, _ node: OpaquePointer, at offset: Int) {
    closeSibling(of: element)
    let isHeading = element.headingLevel != nil
    let opened = tree.openBlock(shown(element), attributes: storeAttributes(of: tag, on: element, node, at: offset))
    if isHeading, tree.role == .block { tree.openInline(.strong) }
    if !opened, tree.role != .inline { warn(about: node, at: offset, "<\(tag.name)> may not stand here") }
  }

  /// The end tags of items, rows and cells may be left out in HTML.
  private mutating func closeSibling(of element: Element) {
    let siblings: [Element] =
      switch element {
      case .item: [.item]
      case .term, .description: [.term, .description]
      case .headerCell, .cell: [.headerCell, .cell]
      case .row: [.row]
      case .tableHead, .tableBody, .tableFoot: [.tableHead, .tableBody, .tableFoot]
      default: []
      }
    guard let index = tree.blocks.lastIndex(where: { siblings.contains($0.element) || $0.element.isListOrTable }),
      siblings.contains(tree.blocks[index].element)
    else { return }
    tree.closeBlocks(downTo: index)
  }

  private mutating func openRawLink(_ tag: HTMLTag, _ node: OpaquePointer, at offset: Int) {
    guard let url = tag.attributes.first(where: { $0.name == "href" })?.value else { return }
    var address = ByteBuffer(capacity: url.utf8.count)
    cutouts.restore(url.utf8.span, unescaping: true, into: &address)
    guard WebAddress.scheme(of: address.span) != .forbidden else {
      return warn(about: node, at: offset, "only http, https, mailto and relative links are shown as links")
    }
    let target = tree.store(address.span)
    if let title = tag.attributes.first(where: { $0.name == "title" })?.value {
      tree.storeTitle(title.utf8.span, ofLinkTo: target)
    }
    _ = tree.openLink(target, kind: tree.kindOfLink(target, isAfterWords: true))
  }

  private mutating func readRawImage(_ tag: HTMLTag, _ node: OpaquePointer, at offset: Int) {
    let alt = tag.attributes.first { $0.name == "alt" }?.value ?? ""
    let url = tag.attributes.first { $0.name == "src" }?.value ?? ""
    var address = ByteBuffer(capacity: url.utf8.count)
    cutouts.restore(url.utf8.span, unescaping: true, into: &address)
    let source = storeImage(address.span)
    if source == nil { warn(about: node, at: offset, "only http, https and relative images are shown") }
    if let source, tree.role != .inline {
      let rest = storeAttributes(of: tag, on: .image, node, at: offset)
      openImage(source.lowerBound..<max(source.upperBound, rest.upperBound))
      appendRestored(alt.utf8.span)
      _ = tree.closeInline(.image)
    } else {
      appendRestored(alt.utf8.span)
    }
  }

  /// Keeps the attributes that are allowed, ready for HTML.
  private mutating func storeAttributes(
    of tag: HTMLTag, on element: Element, _ node: OpaquePointer, at offset: Int
  ) -> Range<Int> {
    let start = tree.text.count
    var seen: Set<String> = []
    for (name, value) in tag.attributes where seen.insert(name).inserted {
      if element == .image, name == "src" || name == "alt" { continue }
      guard HTMLPolicy.allows(name, value, on: element) else {
        warn(about: node, at: offset, "the attribute \(name) of <\(tag.name)> is left out")
        continue
      }
      var restored = ByteBuffer(capacity: value.utf8.count)
      cutouts.restore(value.utf8.span, unescaping: true, into: &restored)
      tree.text.append(" ")
      tree.text.append(name)
      tree.text.append("=\"")
      tree.text.append(escaping: restored.span)
      tree.text.append("\"")
    }
    return start..<tree.text.count
  }
}

extension Element {
  /// Whether items, rows or cells of one inside another belong to the inner one.
  fileprivate var isListOrTable: Bool {
    switch self {
    case .bulletList, .numberedList, .descriptionList, .table: true
    default: false
    }
  }
}
