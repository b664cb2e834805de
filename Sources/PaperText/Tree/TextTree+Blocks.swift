extension TextTree {
  /// Opens a block where it may be.
  ///
  /// - Returns: false in a line, where it would be too deep, or where HTML doesn't allow it; then its content stands
  ///   where it would have stood, and nothing is to be closed.
  mutating func openBlock(_ element: Element, attributes: Range<Int> = 0..<0) -> Bool {
    guard role != .inline, hasRoom(for: element), element.canStand(in: blocks.last) else {
      separate()
      return false
    }
    endParagraph()
    addMissingChild(before: element)
    noteChild(element)
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

  /// What a list or a table asks for may be deeper than the limit: without it nothing could be there at all.
  private func hasRoom(for element: Element) -> Bool {
    blocks.count < Self.depthLimit || element.isChildOnly
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
    trimEnd()
    suspendInlines()
    closeParagraph()
    preceding = .start
  }

  /// A horizontal rule.
  mutating func appendRule() {
    guard role != .inline, blocks.last.map({ $0.element.content.takesBlocks }) ?? true else { return separate() }
    endParagraph()
    addMissingChild(before: .paragraph)
    noteChild(.paragraph)
    nodes.append(TextNode(.rule))
  }

  mutating func closeInnermostBlock() {
    guard let block = blocks.last else { return }
    endParagraph()
    addMissingChild(before: nil)
    blocks.removeLast()
    if block.element.isLiteral { literalDepth -= 1 }
    close(block.element)
  }

  mutating func closeParagraph() {
    guard isParagraphOpen else { return }
    isParagraphOpen = false
    close(.paragraph)
  }

  /// Writes the end of a block, or takes its beginning back where nothing is in it.
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
    case .textOrBlocks: if block.lastChild != nil { openParagraph() }
    case .text: break
    case .children(let child):
      // A row may not follow the foot of a table: the text goes after the table.
      if !openBlock(child) { closeInnermostBlock() }
      prepareBlock()
    }
  }

  private mutating func openParagraph() {
    addMissingChild(before: .paragraph)
    noteChild(.paragraph)
    nodes.append(TextNode(.open, .paragraph))
    isParagraphOpen = true
    preceding = .start
  }

  private mutating func noteChild(_ element: Element) {
    if !blocks.isEmpty { blocks[blocks.count - 1].lastChild = element }
  }

  /// Writes the child that HTML asks for before another, or before the end of the block: browsers show a closed
  /// `<details>` by its summary only, and a list of terms has pairs.
  private mutating func addMissingChild(before element: Element?) {
    guard let block = blocks.last else { return }
    switch (block.element, block.lastChild) {
    case (.details, nil) where element != .summary: addChild(.summary, "Details")
    case (.descriptionList, nil) where element == .description: addChild(.term, "")
    case (.descriptionList, .term) where element == nil: addChild(.description, "")
    default: break
    }
  }

  private mutating func addChild(_ element: Element, _ words: StaticString) {
    noteChild(element)
    nodes.append(TextNode(.open, element))
    let start = text.count
    text.append(words)
    nodes.append(TextNode(.text, bytes: start..<text.count))
    nodes.append(TextNode(.close, element))
  }
}

extension Element {
  /// Whether it is left out where nothing is in it: cells, items and terms stay, or the others shift.
  fileprivate var mayBeTakenBack: Bool {
    switch self {
    case .cell, .headerCell, .item, .term, .description: false
    default: true
    }
  }
}
