import ByteText

extension Lexer {
  /// Reads `{% raw %}…{% endraw %}` where it begins at the tag; false where it does not.
  mutating func readRaw(from tag: Int) -> Bool {
    guard let open = endOfTag(named: "raw", from: position), open.sign != UInt8(ascii: "+") else { return false }
    finishTag(end: open.end, sign: open.sign, trims: false)
    let start = position
    guard let close = findEndRaw(from: start) else {
      problems.append(
        SyntaxProblem(
          "this raw section is not closed", at: SourceSpan(tag, open.end), help: "close it with {% endraw %}"))
      position = bytes.count
      return true
    }
    let end = textEnd(start, tag: close.tag, sign: close.openSign)
    if end > start { append(.text, start, end) }
    finishTag(end: close.end, sign: close.sign, trims: trimBlocks)
    return true
  }

  private func findEndRaw(from start: Int) -> (tag: Int, openSign: UInt8, end: Int, sign: UInt8)? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") {
        let sign = byte(at: index + 2)
        let signed = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        if let close = endOfTag(named: "endraw", from: index + (signed ? 3 : 2)) {
          return (index, signed ? sign : 0, close.end, close.sign)
        }
      }
      index += 1
    }
    return nil
  }

  /// The end of a tag that has only this name after `start`, and the sign before its end.
  private func endOfTag(named name: StaticString, from start: Int) -> (end: Int, sign: UInt8)? {
    var index = Whitespace.skip(in: bytes, from: start)
    for offset in 0..<name.utf8CodeUnitCount {
      guard byte(at: index) == name.utf8Start[offset] else { return nil }
      index += 1
    }
    index = Whitespace.skip(in: bytes, from: index)
    var sign: UInt8 = 0
    if byte(at: index) == UInt8(ascii: "-") || byte(at: index) == UInt8(ascii: "+") {
      sign = byte(at: index)
      index += 1
    }
    guard byte(at: index) == UInt8(ascii: "%"), byte(at: index + 1) == UInt8(ascii: "}") else { return nil }
    return (index + 2, sign)
  }
}
