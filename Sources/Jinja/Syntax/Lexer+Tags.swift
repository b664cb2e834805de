import ByteText

extension Lexer {
  /// Reads a `{{ }}` or `{% %}` tag up to its end.
  mutating func readTag(from tag: Int, isVariable: Bool) {
    append(isVariable ? .variableBegin : .blockBegin, tag, position)
    brackets.removeAll()
    while true {
      position = Whitespace.skip(in: bytes, from: position)
      guard position < bytes.count else {
        reportUnclosed(tag, isVariable: isVariable)
        return
      }
      if brackets.isEmpty, readTagEnd(isVariable: isVariable) { return }
      if !readToken() {
        recover(isVariable: isVariable)
        return
      }
    }
  }

  private mutating func reportUnclosed(_ tag: Int, isVariable: Bool) {
    let close = isVariable ? "}}" : "%}"
    problems.append(
      SyntaxProblem("this tag is not closed", at: SourceSpan(tag, tag + 2), help: "close it with \(close)"))
    append(isVariable ? .variableEnd : .blockEnd, bytes.count, bytes.count)
  }

  private mutating func readTagEnd(isVariable: Bool) -> Bool {
    let first = isVariable ? UInt8(ascii: "}") : UInt8(ascii: "%")
    var index = position
    var sign: UInt8 = 0
    if byte(at: index) == UInt8(ascii: "-") || (!isVariable && byte(at: index) == UInt8(ascii: "+")) {
      sign = byte(at: index)
      index += 1
    }
    guard byte(at: index) == first, byte(at: index + 1) == UInt8(ascii: "}") else { return false }
    append(isVariable ? .variableEnd : .blockEnd, position, index + 2)
    finishTag(end: index + 2, sign: sign, trims: trimBlocks && !isVariable)
    return true
  }

  /// After a problem: goes on after the end of the tag.
  private mutating func recover(isVariable: Bool) {
    brackets.removeAll()
    if position > 0, bytes[position - 1] == UInt8(ascii: isVariable ? "}" : "%") { position -= 1 }
    while position < bytes.count {
      if readTagEnd(isVariable: isVariable) { return }
      position += 1
    }
    append(isVariable ? .variableEnd : .blockEnd, bytes.count, bytes.count)
  }

  mutating func readToken() -> Bool {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return readString()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      return readName()
    default: return readOperator()
    }
    return true
  }

  private mutating func readString() -> Bool {
    let start = position
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else {
      problems.append(SyntaxProblem("this string is not closed", at: SourceSpan(start, start + 1)))
      return false
    }
    position = index + 1
    append(.string, start, position)
    return true
  }

  private mutating func readName() -> Bool {
    let start = position
    var index = start
    while index < bytes.count {
      let width = nameLength(at: index, isFirst: index == start)
      if width == 0 { break }
      index += width
    }
    guard index > start else { return unexpectedCharacter() }
    position = index
    append(.name, start, index)
    return true
  }

  /// The bytes of a name's character, after the Unicode rules for identifiers.
  private func nameLength(at index: Int, isFirst: Bool) -> Int {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isFirst ? 0 : 1
    case 0x80...: break
    default: return 0
    }
    let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
    let properties = scalar.properties
    return (isFirst ? properties.isXIDStart : properties.isXIDContinue) ? width : 0
  }

  private mutating func readOperator() -> Bool {
    for (text, kind) in Token.Kind.operators where starts(with: text, at: position) {
      guard checkBrackets(kind) else { return false }
      append(kind, position, position + text.utf8.count)
      position += text.utf8.count
      return true
    }
    return unexpectedCharacter()
  }

  private func starts(with text: String, at index: Int) -> Bool {
    var index = index
    for character in text.utf8 {
      if byte(at: index) != character { return false }
      index += 1
    }
    return true
  }

  private mutating func unexpectedCharacter() -> Bool {
    let (scalar, width) = UTF8Scan.scalar(in: bytes, at: position)
    problems.append(
      SyntaxProblem("unexpected character '\(scalar)' in a tag", at: SourceSpan(position, position + width)))
    return false
  }

  private mutating func checkBrackets(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .leftParenthesis: brackets.append(.rightParenthesis)
    case .leftBracket: brackets.append(.rightBracket)
    case .leftBrace: brackets.append(.rightBrace)
    case .rightParenthesis, .rightBracket, .rightBrace:
      let expected = brackets.popLast()
      if expected == kind { return true }
      let hint = expected.map { ", expected \($0.description)" } ?? ""
      problems.append(
        SyntaxProblem("unexpected \(kind.description)\(hint)", at: SourceSpan(position, position + 1)))
      return false
    default: break
    }
    return true
  }
}
