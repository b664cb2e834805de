import ByteText

/// Cuts a template into tokens, as the rules of Jinja2's lexer do: white space control, `trim_blocks`,
/// `lstrip_blocks`, raw sections and comments are resolved here.
struct Lexer {
  let bytes: UnsafeRawBufferPointer
  let trimBlocks: Bool
  let lstripBlocks: Bool
  var position = 0
  var tokens: [Token] = []
  var problems: [SyntaxProblem] = []
  /// Whether the last tag ended with a line break, so that the text after it begins a line.
  var atLineStart = true
  /// The closing brackets that are expected.
  var brackets: [Token.Kind] = []

  /// A lexer of a text whose line breaks are all `\n`.
  init(_ bytes: UnsafeRawBufferPointer, options: EnvironmentOptions) {
    var end = bytes.count
    if !options.keepTrailingNewline, end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    trimBlocks = options.trimBlocks
    lstripBlocks = options.lstripBlocks
  }

  /// Reads everything. Problems do not stop it: reading goes on after them.
  mutating func tokenize() {
    while position < bytes.count { nextSection() }
    append(.endOfTemplate, bytes.count, bytes.count)
  }

  /// Reads the text as one expression without the signs of a tag around it; ends at the first problem.
  mutating func tokenizeExpression() {
    while true {
      position = Whitespace.skip(in: bytes, from: position)
      guard position < bytes.count, readToken() else { break }
    }
    append(.endOfExpression, bytes.count, bytes.count)
  }

  mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    tokens.append(Token(kind: kind, span: SourceSpan(start, end)))
  }

  func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// One run of text and the tag after it.
  private mutating func nextSection() {
    let start = position
    let tag = nextTag(from: start)
    guard tag < bytes.count else {
      appendText(start, bytes.count)
      position = bytes.count
      return
    }
    let sign = byte(at: tag + 2)
    let signed = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    appendText(start, textEnd(start, tag: tag, sign: signed ? sign : 0))
    position = tag + (signed ? 3 : 2)
    switch bytes[tag + 1] {
    case UInt8(ascii: "#"): skipComment(from: tag)
    case UInt8(ascii: "{"): readTag(from: tag, isVariable: true)
    default:
      if !readRaw(from: tag) { readTag(from: tag, isVariable: false) }
    }
  }

  /// The start of the next `{{`, `{%` or `{#`, or the end of the text.
  private func nextTag(from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{") {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") { return index }
      }
      index += 1
    }
    return bytes.count
  }

  private mutating func appendText(_ start: Int, _ end: Int) {
    if end > start { append(.text, start, end) }
  }

  /// Where the text before a tag ends, once the blanks that the tag takes with it are removed.
  func textEnd(_ start: Int, tag: Int, sign: UInt8) -> Int {
    let text = UnsafeRawBufferPointer(rebasing: bytes[start..<tag])
    if sign == UInt8(ascii: "-") { return start + Whitespace.trimmed(text, leading: false).upperBound }
    guard sign != UInt8(ascii: "+"), lstripBlocks, bytes[tag + 1] != UInt8(ascii: "{") else { return tag }
    let lineStart = (text.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    guard lineStart > 0 || atLineStart, Whitespace.skip(in: text, from: lineStart) == text.count else { return tag }
    return start + lineStart
  }

  private mutating func skipComment(from tag: Int) {
    var index = position
    while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "#") && bytes[index + 1] == UInt8(ascii: "}")) {
      index += 1
    }
    guard index + 1 < bytes.count else {
      problems.append(
        SyntaxProblem("this comment is not closed", at: SourceSpan(tag, tag + 2), help: "close it with #}"))
      position = bytes.count
      return
    }
    let sign = index > position ? bytes[index - 1] : 0
    finishTag(end: index + 2, sign: sign, trims: trimBlocks)
  }

  /// Moves after a tag and the white space that belongs to it.
  mutating func finishTag(end: Int, sign: UInt8, trims: Bool) {
    position = end
    if sign == UInt8(ascii: "-") {
      position = Whitespace.skip(in: bytes, from: end)
    } else if sign != UInt8(ascii: "+"), trims, byte(at: end) == UInt8(ascii: "\n") {
      position = end + 1
    }
    atLineStart = position > 0 && bytes[position - 1] == UInt8(ascii: "\n")
  }
}
