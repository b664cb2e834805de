extension TextTree {
  /// Opens inline markup; it is written when something comes to stand in it.
  ///
  /// - Returns: false where it isn't shown, because it is too deep or a link in a link; then nothing is to be closed.
  @discardableResult
  mutating func openInline(_ element: Element, bytes: Range<Int> = 0..<0) -> Bool {
    guard inlines.count < Self.depthLimit, element != .link || linkDepth == 0 else { return false }
    inlines.append(OpenInline(element: element, bytes: bytes))
    if element.isLiteral { literalDepth += 1 }
    if element == .link { linkDepth += 1 }
    return true
  }

  /// Closes inline markup until `count` elements are open.
  mutating func closeInlines(downTo count: Int) {
    while inlines.count > count, let last = inlines.popLast() {
      if last.element.isLiteral { literalDepth -= 1 }
      if last.element == .link { linkDepth -= 1 }
      guard written > inlines.count else { continue }
      written -= 1
      nodes.append(TextNode(.close, last.element))
    }
  }

  /// Closes the nearest open element of a kind with what is open inside it; false where there is none.
  mutating func closeInline(_ element: Element) -> Bool {
    guard let index = inlines.lastIndex(where: { $0.element == element }) else { return false }
    closeInlines(downTo: index)
    return true
  }

  /// Makes sure that text may stand here: the paragraph or cell it needs is open, and so is the inline markup.
  mutating func prepareForContent() {
    if !isParagraphOpen, role != .inline { prepareBlock() }
    while written < inlines.count {
      let inline = inlines[written]
      nodes.append(TextNode(.open, inline.element, bytes: inline.bytes))
      written += 1
    }
  }

  /// Closes the nodes of the inline markup at the end of a block; it is opened again in the next one.
  mutating func suspendInlines() {
    while written > 0 {
      written -= 1
      nodes.append(TextNode(.close, inlines[written].element))
    }
  }
}
