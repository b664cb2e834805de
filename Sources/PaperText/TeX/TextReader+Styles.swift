import ByteText

extension TextReader {
  /// `\emph{…}`; without braces it is one character.
  mutating func readStyle(_ element: Element) {
    if openArgument(.nothing, element) { return }
    let start = source.indexAfterSpaces(from: index)
    guard source[start].isWord else { return }
    if start > index { tree.appendSpace() }
    let (scalar, end) = source.scalar(at: start)
    let opened = tree.openInline(element)
    tree.append(scalar)
    if opened { tree.closeInlines(downTo: tree.inlines.count - 1) }
    index = end
  }

  /// `{\it …}`: the fonts of plain TeX replace each other.
  mutating func switchFont(_ element: Element?) {
    let hasBraces = peek() == UInt8(ascii: "{") && peek(1) != UInt8(ascii: "}")
    index = indexAfterName()
    tree.closeInlines(downTo: min(switchFloor, tree.inlines.count))
    if let element { tree.openInline(element) }
    if hasBraces, element != nil { openArgumentOfSwitch() }
  }

  /// `\it{…}` was meant as `\textit{…}`: the font ends with the braces.
  private mutating func openArgumentOfSwitch() {
    openGroup()
    groups[groups.count - 1].inlines = max(switchFloorOutside, 0)
    index += 1
  }

  private var switchFloorOutside: Int { groups.count > 1 ? groups[groups.count - 2].floor : 0 }

  /// `\footnote{…}`: the note in brackets.
  mutating func readNote() {
    skipOptions()
    guard openArgument(.bracket) else { return }
    index = source.indexAfterSpaces(from: index)
    if peek() == UInt8(ascii: "}") {
      groups.removeLast()
      return index += 1
    }
    tree.appendSpace()
    tree.append("(", leaving: .opening)
  }

  /// `\enquote{…}`
  mutating func readQuotation() {
    if openArgument(.quotationMark) { appendDoubleQuote(opening: true) }
  }

  /// `\cite[…]{…}` is left out with the space before it; brackets of its own go too.
  mutating func readCitation() {
    skipOptions()
    let hadArgument = peek() == UInt8(ascii: "{")
    if hadArgument { skipArguments(1) }
    tree.trimSpace()
    let opener = tree.lastByte
    let next = source.indexAfterSpaces(from: index)
    if opener == UInt8(ascii: "(") && source[next] == UInt8(ascii: ")")
      || opener == UInt8(ascii: "[") && source[next] == UInt8(ascii: "]")
    {
      tree.dropLast(1)
      tree.trimSpace()
      index = next + 1
    }
  }

  /// `\\`, in a list or a table as well.
  mutating func readLineBreak() {
    skipOptions()
    index = source.indexAfterSpaces(from: index)
    tree.appendLineBreak()
  }

  /// Definitions say nothing to a reader.
  mutating func readDefinition() {
    skipOptions()
    index = source.indexAfterSpaces(from: index)
    if peek() == UInt8(ascii: "\\") { index = source.endOfName(from: index + 1) } else { skipArguments(1) }
    while peek() == UInt8(ascii: "#") || peek().isDigit { index += 1 }
    skipArguments(1)
  }

  /// `\verb|…|`
  mutating func readVerbatim() {
    let delimiter = peek()
    var end = index + 1
    let limit = min(source.count, index + SourceText.argumentLimit)
    while end < limit, source[end] != delimiter, source[end] != UInt8(ascii: "\n") { end += 1 }
    guard end < limit, source[end] == delimiter, delimiter > 0x20 else { return }
    readCode(index + 1..<end)
    index = end + 1
  }

  /// `\char"0986`, `\char'101`, `\char65`
  mutating func readCharacterCode() {
    var radix: UInt32 = 10
    if peek() == UInt8(ascii: "\"") { radix = 16 } else if peek() == UInt8(ascii: "'") { radix = 8 }
    if radix != 10 { index += 1 }
    var value: UInt32 = 0
    while WebAddress.isHexDigit(peek()), value < 0x11_0000 {
      let byte = peek()
      let digit = UInt32(byte.isDigit ? byte - 0x30 : WebAddress.lowercased(byte) - 0x57)
      guard digit < radix else { break }
      value = value * radix + digit
      index += 1
    }
    if value >= 0x20, let scalar = Unicode.Scalar(value) { tree.append(CharacterFilter.allowed(scalar) ?? "\u{FFFD}") }
  }

  /// `\ding{182}`: the numbers in circles, a tick, a cross (Zapf Dingbats).
  mutating func readDingbat(name: Range<Int>) {
    guard let argument = source.braced(at: index) else { return readUnknown(name) }
    let number = argument.reduce(0 as UInt32) { $0 &* 10 &+ UInt32(source[$1] & 15) }
    index = argument.upperBound + 1
    switch number {
    case 51, 52: tree.append("✓")
    case 53...56: tree.append("✗")
    case 172...181: tree.append(Unicode.Scalar(0x2460 + number - 172) ?? "•")
    case 182...211: tree.append(Unicode.Scalar(0x2776 + number - 182) ?? "•")
    default: tree.append("•")
    }
  }

  /// `\ion{Fe}{ix}` is Fe IX.
  mutating func readIon() {
    let start = source.indexAfterSpaces(from: index)
    guard let name = source.braced(at: start), let level = source.braced(at: name.upperBound + 1),
      level.allSatisfy({ source[$0].isLetter || source[$0].isDigit })
    else { return _ = openArgument(.argument) }
    tree.append(source, name)
    tree.append("\u{A0}", leaving: .space)
    for position in level { tree.append(Unicode.Scalar(WebAddress.uppercased(source[position]))) }
    index = level.upperBound + 1
  }

  /// `\color{name}` shows nothing, but in `\color{inkD}ecoupled`, what a careless converter makes of
  /// `\textbf{\color{ink}D}ecoupled`, a capital of the text is after the name.
  mutating func readColor() {
    let argument = source.braced(at: source.indexAfterSpaces(from: index)) ?? index..<index
    skipArguments(1)
    let text = argument.drop { source[$0] >= UInt8(ascii: "a") && source[$0].isLetter }
    guard text.startIndex > argument.lowerBound,
      text.allSatisfy({ source[$0] < UInt8(ascii: "a") && source[$0].isLetter })
    else { return }
    tree.append(source, text)
  }

  /// `\href{address}{text}`; where a brace was forgotten, `\href{address{text} more}`.
  mutating func readHref() {
    skipOptions()
    let start = source.indexAfterSpaces(from: index)
    guard let argument = source.braced(at: start) else { return }
    index = source.indexAfterSpaces(from: argument.upperBound + 1)
    if peek() == UInt8(ascii: "{"), peek(1) != UInt8(ascii: "}") { return openHref(argument) }
    guard let brace = argument.first(where: { source[$0] == UInt8(ascii: "{") && source[$0 - 1] != UInt8(ascii: "\\") })
    else { return appendURL(unescaped(argument), at: start) }
    index = start
    openGroup()
    index = brace
    openHref(argument.lowerBound..<brace)
  }

  /// The words of a link begin with the next byte, a brace.
  private mutating func openHref(_ address: Range<Int>) {
    let start = address.lowerBound - 1
    let url = unescaped(address)
    openGroup(.link)
    index += 1
    guard isLinkable(url.span, at: start) else { return }
    let target = tree.store(url.span, prefix: WebAddress.scheme(of: url.span) == .none ? "https://" : "")
    groups[groups.count - 1].words = tree.text.count
    _ = tree.openLink(target, kind: tree.kindOfLink(target, isAfterWords: false))
    groups[groups.count - 1].floor = tree.inlines.count
  }

  /// `\url{address}`
  mutating func readURL() {
    let start = source.indexAfterSpaces(from: index)
    guard let argument = source.braced(at: start) else { return }
    let url = unescaped(argument)
    index = argument.upperBound + 1
    if peek() == UInt8(ascii: "{"), peek(1).isWord { tree.appendSpace() }
    appendURL(url, at: start)
  }

  private mutating func appendURL(_ url: borrowing ByteBuffer, at start: Int) {
    guard isLinkable(url.span, at: start) else {
      let opened = tree.openInline(.code)
      tree.append(url.span)
      return tree.closeInlines(downTo: tree.inlines.count - (opened ? 1 : 0))
    }
    appendAddress(url.span, isWhole: WebAddress.scheme(of: url.span) != .none)
  }

  /// Whether an address may become a link: a known scheme, or none and then a host.
  private mutating func isLinkable(_ url: Span<UInt8>, at start: Int) -> Bool {
    switch WebAddress.scheme(of: url) {
    case .web, .mail: return true
    case .none: return url.indices.contains { url[$0] == UInt8(ascii: ".") } && !url.isEmpty && url[0].isWord
    case .forbidden:
      warn(at: start, "only http, https and mailto links are shown as links")
      return false
    }
  }
}
