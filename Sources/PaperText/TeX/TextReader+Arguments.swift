import ByteText

extension TextReader {
  /// Steps over options and arguments of a command without reading them.
  mutating func skipArguments(_ count: Int) {
    skipOptions()
    for _ in 0..<count {
      let start = source.indexAfterSpaces(from: index)
      guard let argument = source.braced(at: start) else { return }
      index = argument.upperBound + 1
      skipOptions()
    }
  }

  /// Steps over `*` and `[…]`.
  mutating func skipOptions() {
    if peek() == UInt8(ascii: "*") { index += 1 }
    while let option = source.bracketed(at: index) { index = option.upperBound + 1 }
  }

  /// Opens the group of a command's argument; the bytes up to its end are read as the text they are.
  ///
  /// - Returns: false where there is no braced argument; then nothing was opened and nothing skipped.
  @discardableResult
  mutating func openArgument(_ ending: Group.Ending = .nothing, _ element: Element? = nil) -> Bool {
    let start = source.indexAfterSpaces(from: index)
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
        if position < range.upperBound, source.whitespace(at: position) == nil { out.append(source[position]) }
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
