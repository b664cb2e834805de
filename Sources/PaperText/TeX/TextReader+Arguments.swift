import ByteText

extension TextReader {
  /// The length of the longest argument that is looked through for its end before it is read.
  static let argumentLimit = 4096

  /// The range of the braced group at an index without its braces, nil where none begins there or ends soon.
  func braced(at start: Int) -> Range<Int>? {
    delimited(at: start, by: UInt8(ascii: "{"), UInt8(ascii: "}"))
  }

  /// The range of the option in square brackets at an index, without them.
  func bracketed(at start: Int) -> Range<Int>? {
    delimited(at: start, by: UInt8(ascii: "["), UInt8(ascii: "]"))
  }

  private func delimited(at start: Int, by open: UInt8, _ close: UInt8) -> Range<Int>? {
    guard source[start] == open else { return nil }
    var depth = 0
    var position = start
    let limit = min(source.count, start + Self.argumentLimit)
    while position < limit {
      switch source[position] {
      case UInt8(ascii: "\\"): position += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return start + 1..<position }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The index of the next byte that is no whitespace; a paragraph's end is not crossed.
  func indexAfterSpaces(from start: Int) -> Int {
    var position = start
    var lineBreaks = 0
    while let byte = whitespace(at: position) {
      if byte == UInt8(ascii: "\n") { lineBreaks += 1 }
      if lineBreaks > 1 { return start }
      position += 1
    }
    return position
  }

  /// Steps over options and arguments of a command without reading them.
  mutating func skipArguments(_ count: Int) {
    skipOptions()
    for _ in 0..<count {
      let start = indexAfterSpaces(from: index)
      guard let argument = braced(at: start) else { return }
      index = argument.upperBound + 1
      skipOptions()
    }
  }

  /// Steps over `*` and `[…]`.
  mutating func skipOptions() {
    if peek() == UInt8(ascii: "*") { index += 1 }
    while let option = bracketed(at: index) { index = option.upperBound + 1 }
  }

  /// Opens the group of a command's argument; the bytes up to its end are read as the text they are.
  ///
  /// - Returns: false where there is no braced argument; then nothing was opened and nothing skipped.
  @discardableResult
  mutating func openArgument(_ ending: Group.Ending = .nothing, _ element: Element? = nil) -> Bool {
    let start = indexAfterSpaces(from: index)
    guard source[start] == UInt8(ascii: "{") else { return false }
    index = start
    openGroup(ending, element)
    index = start + 1
    return true
  }

  /// An argument's bytes without TeX's escapes and without whitespace: an address, a name.
  func unescaped(_ range: Range<Int>) -> ByteBuffer {
    var out = ByteBuffer(capacity: range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "\\") where !source[position + 1].isLetter:
        position += 1
        if position < range.upperBound, whitespace(at: position) == nil { out.append(source[position]) }
        if source[position] == UInt8(ascii: "~"), source.holds("{}", at: position + 1) { position += 2 }
      case UInt8(ascii: "\\") where source.holds("\\textasciitilde", at: position):
        out.append(UInt8(ascii: "~"))
        position += 14
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): break
      default: out.append(byte)
      }
      position += 1
    }
    return out
  }
}
