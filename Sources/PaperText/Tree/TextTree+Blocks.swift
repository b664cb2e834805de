extension TextTree {
  /// Opens a block where it may stand.
  ///
  /// - Returns: false in a line, where it would be too deep, or where HTML doesn't allow it; then its content stands
  ///   where it would have stood, and nothing is to be closed.
  mutating func openBlock(_ element: Element, attributes: Range<Int> = 0..<0) -> Bool {
    guard role != .inline, blocks.count < Self.depthLimit, element.canStand(in: blocks.last?.element) else {
      separate()
      return false
    }
    endParagraph()
    addMissingSummary(before: element)
    if !blocks.isEmpty { blocks[blocks.count - 1].holdsBlocks = true }
    nodes.append(TextNode(.open, element, bytes: attributes))
    preceding = .start
    if element == .paragraph {
      isParagraphOpen = true
    } else {
      blocks.append(OpenBlock(element: element))
      if element.isLiteral { literalDepth += 1 }
    }
    return true
  }

  /// Closes the nearest open block of a kind with what is open inside it; false where there is none.
  @discardableResult
  mutating func closeBlock(_ element: Element) -> Bool {
    if element == .paragraph {
      let wasOpen = isParagraphOpen
      endParagraph()
      return wasOpen
    }
    guard blocks.contains(where: { $0.element == element }) else { return false }
    while let last = blocks.last?.element {
      closeInnermostBlock()
      if last == element { break }
    }
    return true
  }

  /// Ends the paragraph; in a line it is a space.
  mutating func endParagraph() {
    guard role != .inline else { return appendSpace() }
    trimSpace()
    suspendInlines()
    closeParagraph()
    preceding = .start
  }

  /// A horizontal rule.
  mutating func appendRule() {
    guard role != .inline, blocks.last.map({ $0.element.content.takesBlocks }) ?? true else { return separate() }
    endParagraph()
    nodes.append(TextNode(.rule))
    if !blocks.isEmpty { blocks[blocks.count - 1].holdsBlocks = true }
  }

  mutating func closeInnermostBlock() {
    guard let block = blocks.last else { return }
    endParagraph()
    addMissingSummary(before: .paragraph)
    blocks.removeLast()
    if block.element.isLiteral { literalDepth -= 1 }
    close(block.element)
  }

  mutating func closeParagraph() {
    guard isParagraphOpen else { return }
    isParagraphOpen = false
    close(.paragraph)
  }

  /// Writes the end of a block, or takes its beginning back where nothing stands in it.
  private mutating func close(_ element: Element) {
    if let last = nodes.last, last.kind == .open, last.element == element, element.mayBeTakenBack {
      nodes.removeLast()
    } else {
      nodes.append(TextNode(.close, element))
    }
    preceding = .start
  }

  /// What separates two blocks where there are none.
  private mutating func separate() {
    if literalDepth == 0 { appendSpace() }
  }
}

extension TextTree {
  /// Opens what text needs in the innermost block.
  mutating func prepareBlock() {
    guard let block = blocks.last else { return openParagraph() }
    switch block.element.content {
    case .blocks: openParagraph()
    case .textOrBlocks: if block.holdsBlocks { openParagraph() }
    case .text: break
    case .children(let child): if openBlock(child) { prepareBlock() }
    }
  }

  private mutating func openParagraph() {
    addMissingSummary(before: .paragraph)
    if !blocks.isEmpty { blocks[blocks.count - 1].holdsBlocks = true }
    nodes.append(TextNode(.open, .paragraph))
    isParagraphOpen = true
    preceding = .start
  }

  /// Browsers show a closed `<details>` by its summary only, so it must have one.
  private mutating func addMissingSummary(before element: Element) {
    guard let block = blocks.last, block.element == .details, !block.holdsBlocks, element != .summary else { return }
    blocks[blocks.count - 1].holdsBlocks = true
    nodes.append(TextNode(.open, .summary))
    let start = text.count
    text.append("Details")
    nodes.append(TextNode(.text, bytes: start..<text.count))
    nodes.append(TextNode(.close, .summary))
  }
}

extension Element {
  /// Whether it is left out where nothing stands in it: a cell must stay, or the columns shift.
  fileprivate var mayBeTakenBack: Bool {
    switch self {
    case .cell, .headerCell, .item: false
    default: true
    }
  }
}
