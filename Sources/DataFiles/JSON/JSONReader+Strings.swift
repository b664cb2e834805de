internal import ByteText

extension JSONReader {
  /// Reads the string whose opening quote is here. Without escapes it is a range of the source.
  mutating func readString(into tree: inout DataTree) throws(JSONFailure) {
    let start = position
    position &+= 1
    try skipUnescaped()
    let isPlain = bytes[position] == UInt8(ascii: "\"")
    mayHaveLostCommand = false
    let text = isPlain ? start &+ 1..<position : try unescape(from: start &+ 1, into: &tree)
    position &+= 1
    if text.count > DataTree.textLimit { note(DataTree.longTextIssue(at: start)) }
    if mayHaveLostCommand { noteLostCommands(in: start..<position) }
    tree.append(text: text, in: isPlain ? .source : .scratch, at: start..<position)
  }

  /// Goes to the next quote or backslash and checks what lies before.
  private mutating func skipUnescaped() throws(JSONFailure) {
    while true {
      position = ByteRuns.endOfJSONText(in: UnsafeRawBufferPointer(rebasing: bytes[..<end]), from: position)
      guard position < end else { throw JSONFailure(.endOfText, at: end, to: end) }
      switch bytes[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
      case 0x80...: skipMultibyte()
      default: try noteControlCharacter()
      }
    }
  }

  private mutating func skipMultibyte() {
    while position < end, bytes[position] >= 0x80 {
      let length = UTF8Decoding.lengthOfSequence(in: text.span.extracting(..<end), at: position)
      if length == 0 { noteInvalidUTF8() }
      position &+= max(length, 1)
    }
  }

  @inline(never) private mutating func noteInvalidUTF8() {
    note(DataIssue("data/utf8", "this byte is not UTF-8", at: position..<position + 1, help: "save the file as UTF-8"))
  }

  @inline(never) private mutating func noteLostCommands(in range: Range<Int>) {
    var commands = LostCommands(in: bytes, at: range, syntax: .json)
    for issue in commands.issues() { note(issue) }
  }

  /// A line break most likely means that the closing quote is missing; other control characters hide nothing.
  private mutating func noteControlCharacter() throws(JSONFailure) {
    if bytes[position] == UInt8(ascii: "\n") {
      throw JSONFailure(.lineBreakInString, at: position, to: position)
    }
    note(failure(.controlCharacter).issue)
    position &+= 1
  }
}

// MARK: - Escapes

extension JSONReader {
  /// Writes the text from `start` to the closing quote, unescaped, into the tree's scratch memory.
  private mutating func unescape(from start: Int, into tree: inout DataTree) throws(JSONFailure) -> Range<Int> {
    let textStart = tree.scratch.count
    var runStart = start
    while true {
      tree.scratch.append(contentsOf: bytes[runStart..<position])
      guard bytes[position] == UInt8(ascii: "\\") else { return textStart..<tree.scratch.count }
      try unescapeOne(into: &tree.scratch)
      runStart = position
      try skipUnescaped()
    }
  }

  /// Replaces the escape whose backslash is here.
  private mutating func unescapeOne(into out: inout [UInt8]) throws(JSONFailure) {
    let start = position
    position &+= 2
    guard position <= end else { throw JSONFailure(.endOfText, at: end, to: end) }
    switch bytes[position &- 1] {
    case UInt8(ascii: "\""): out.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): out.append(UInt8(ascii: "/"))
    case UInt8(ascii: "n"): appendControl(0x0A, to: &out)
    case UInt8(ascii: "t"): appendControl(0x09, to: &out)
    case UInt8(ascii: "r"): appendControl(0x0D, to: &out)
    case UInt8(ascii: "b"): appendControl(0x08, to: &out)
    case UInt8(ascii: "f"): appendControl(0x0C, to: &out)
    case UInt8(ascii: "u"): try unescapeUnicode(from: start, into: &out)
    default: noteBadEscape(from: start)
    }
  }

  /// Appends the control character of the escape that ends here. A letter just after it may be that of a TeX command.
  private mutating func appendControl(_ control: UInt8, to out: inout [UInt8]) {
    out.append(control)
    if !mayHaveLostCommand, LostCommands.mayBeLost(bytes[position &- 1], in: bytes, after: position) {
      mayHaveLostCommand = true
    }
  }

  @inline(never) private mutating func noteBadEscape(from start: Int) {
    let word = LostCommands.word(in: bytes, from: start + 1, before: end)
    let range = start..<start + 1 + max(word.count, 1)
    var issue = JSONFailure(.badEscape, at: range.lowerBound, to: min(range.upperBound, end)).issue
    if !word.isEmpty { issue.help = "write `\\\\\(String(decoding: word, as: UTF8.self))`" }
    note(issue)
  }

  private mutating func unescapeUnicode(from start: Int, into out: inout [UInt8]) throws(JSONFailure) {
    guard let first = hexadecimal(at: position) else {
      return noteBadEscape(from: start)
    }
    position &+= 4
    if let scalar = Unicode.Scalar(first) { return out.append(contentsOf: scalar.utf8) }
    if first < 0xDC00, let scalar = lowSurrogate(after: first) {
      position &+= 6
      return out.append(contentsOf: scalar.utf8)
    }
    note(DataIssue(.warning, "json/surrogate", "half of a surrogate pair became U+FFFD", at: start..<position))
    out.append(contentsOf: ("\u{FFFD}" as Unicode.Scalar).utf8)
  }

  /// The scalar that a high surrogate makes with the escape that begins here.
  private func lowSurrogate(after high: UInt32) -> Unicode.Scalar? {
    guard position &+ 6 <= end, bytes[position] == UInt8(ascii: "\\"), bytes[position &+ 1] == UInt8(ascii: "u"),
      let low = hexadecimal(at: position &+ 2), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The value of four hexadecimal digits.
  private func hexadecimal(at start: Int) -> UInt32? {
    guard start &+ 4 <= end else { return nil }
    var value: UInt32 = 0
    for index in start..<start &+ 4 {
      guard let digit = ASCII.hexValue(bytes[index]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
