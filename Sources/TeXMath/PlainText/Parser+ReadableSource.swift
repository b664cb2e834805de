internal import ByteText

extension Parser {
  /// Writes what the tokens of a formula without structure stand for, one after the other: no word gets lost, and no
  /// backslash is left.
  mutating func writeReadableSource(source: [UInt8], into out: inout ByteBuffer) {
    text = source
    position = 0
    while position < text.count {
      if text[position].isTeXSpace {
        out.appendSpaceOnce()
        skipSpaces()
      } else if let token = next() {
        writeReadable(token, into: &out)
      }
    }
  }

  private mutating func writeReadable(_ token: Token, into out: inout ByteBuffer) {
    switch token.meaning.role {
    case .letter, .digit, .ordinary, .operation, .large, .fence: out.append(plain: token.meaning.scalar)
    case .groupStart, .groupEnd, .newRow: break
    case .upperScript, .lowerScript, .prime, .tab, .dollar, .comment: appendName(token, into: &out)
    case .function, .unknown:
      out.appendSpaceOnce()
      appendName(token, into: &out)
      if token.isCommand { out.appendSpaceOnce() }
    default: out.appendSpaceOnce()
    }
  }

  private func appendName(_ token: Token, into out: inout ByteBuffer) {
    for index in token.range { out.append(text[index]) }
  }
}
