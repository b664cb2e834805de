import ByteText

extension TextReader {
  /// `https://…` becomes a link.
  mutating func readColon() {
    guard peek(1) == UInt8(ascii: "/"), peek(2) == UInt8(ascii: "/"), peek(3).isWord || peek(3) == UInt8(ascii: "["),
      let length = lengthOfSchemeBefore
    else {
      return readLiteral()
    }
    readAddress(from: index - length, isWhole: true)
  }

  /// `github.com/o/r`, `www.…` and `name.github.io` become links too.
  mutating func readFullStop() {
    guard
      source.holds(".com/", at: index) || source.holds(".co/", at: index) || source.holds(".io", at: index)
        || source.holds(".org/", at: index) || index >= 3 && source.holds("www.", at: index - 3),
      let length = lengthOfHostBefore
    else { return readLiteral() }
    readAddress(from: index - length, isWhole: false)
  }

  private var lengthOfSchemeBefore: Int? {
    for (scheme, length) in [("https", 5), ("http", 4)] as [(StaticString, Int)] {
      if isWritten(length), isScheme(scheme, at: index - length), !source[index - length - 1].isLetter { return length }
    }
    return nil
  }

  private func isScheme(_ scheme: StaticString, at start: Int) -> Bool {
    start >= 0 && WebAddress.starts(source.bytes.span, with: scheme, at: start)
  }

  /// The length of a known host without its end, as `github` or `name.github`, where one is before the full stop.
  private var lengthOfHostBefore: Int? {
    var start = index
    while start > 0, index - start < 80, isHostByte(source[start - 1]) { start -= 1 }
    while start < index, !source[start].isWord { start += 1 }
    guard start < index, source[start - 1] != UInt8(ascii: "@"), source[start - 1] != UInt8(ascii: "/"),
      source[start - 1] != UInt8(ascii: "\\"), isWritten(index - start)
    else { return nil }
    let known: [StaticString] = ["github.com/", "gitlab.com/", "huggingface.co/", "bitbucket.org/", "codeberg.org/"]
    let isKnown = known.contains { source.holds($0, at: start) } || source.holds("www.", at: start)
    let isPage = source.holds(".github.io", at: index - 7) && index - 7 > start
    return (isKnown && peek(1).isWord) || isPage ? index - start : nil
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Whether the last bytes of the source are at the end of the tree as they were typed, so that they can be taken
  /// back. In a link they are left alone: there is no link in a link.
  private func isWritten(_ count: Int) -> Bool {
    let tail = tree.tail
    guard tail.count >= count, index >= count else { return false }
    for offset in 1...max(count, 1) where tree.text.span[tail.upperBound - offset] != source[index - offset] {
      return false
    }
    return true
  }

  /// Reads an address that began before the next byte and appends a link.
  private mutating func readAddress(from start: Int, isWhole: Bool) {
    let written = index - start
    var scanner = AddressScanner(hasCommands: rules.hasCommands, start: start)
    scanner.scan(source)
    guard scanner.isAddress(source, isWhole: isWhole) else { return readLiteral() }
    tree.dropLast(written)
    if rules.hasPlaceholders {
      var url = ByteBuffer(capacity: scanner.url.count)
      cutouts.restore(scanner.url.span, into: &url)
      appendAddress(url.span, isWhole: isWhole)
    } else {
      appendAddress(scanner.url.span, isWhole: isWhole)
    }
    index = scanner.end
    appendSpaceBeforeBraces()
  }

  /// Appends a link that is its own text.
  mutating func appendAddress(_ url: Span<UInt8>, isWhole: Bool) {
    guard tree.linkDepth == 0 else { return tree.append(url) }
    let target = tree.store(url, prefix: isWhole ? "" : "https://")
    let opened = tree.openLink(target, kind: tree.kindOfLink(target, isAfterWords: true))
    tree.append(url)
    if opened { tree.closeInlines(downTo: tree.inlines.count - 1) }
    tree.preceding = .other
  }

  /// In `https://a.b/{project page}` the braces begin the text.
  private mutating func appendSpaceBeforeBraces() {
    if rules.hasCommands, peek() == UInt8(ascii: "{"), peek(1).isWord { tree.appendSpace() }
  }
}

extension TextTree {
  /// Keeps an address, ready for HTML.
  mutating func store(_ url: Span<UInt8>, prefix: StaticString = "") -> Range<Int> {
    let start = text.count
    text.append(prefix)
    WebAddress.append(url, to: &text)
    return start..<text.count
  }

  /// Keeps the title of a link to an address that is kept; an empty one is none.
  mutating func storeTitle(_ title: Span<UInt8>, ofLinkTo url: Range<Int>) {
    guard !title.isEmpty, linkTitles.count < Self.titleLimit else { return }
    let start = text.count
    for index in title.indices { text.append(title[index] == UInt8(ascii: "\n") ? 0x20 : title[index]) }
    linkTitles[url.lowerBound] = start..<text.count
  }

  private static let titleLimit = 10_000

  /// The title of a link by the node that opens it, nil where it has none.
  func title(of link: TextNode) -> Range<Int>? {
    linkTitles.isEmpty ? nil : linkTitles[link.range.lowerBound]
  }

  /// Opens a link to an address that is kept, and notes it.
  mutating func openLink(_ url: Range<Int>, kind: FoundLink.Kind) -> Bool {
    guard openInline(.link, bytes: url) else { return false }
    guard WebAddress.scheme(of: text.span.extracting(url)) == .web else { return true }
    links.append(FoundLink(kind: kind, url: TextRef(segment: 0, offset: url.lowerBound, length: url.count)))
    return true
  }

  /// What an address leads to; the words before it count where it says nothing itself.
  func kindOfLink(_ url: Range<Int>, isAfterWords: Bool) -> FoundLink.Kind {
    let kind = FoundLink.Kind(of: text.span.extracting(url))
    guard kind == .other, isAfterWords else { return kind }
    return ProjectWording.ends(text.span.extracting(tail)) ? .project : .other
  }
}
