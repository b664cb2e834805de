import ByteText

extension Parser {
  /// A name, a literal, or something in brackets.
  mutating func parsePrimary() throws(SyntaxProblem) -> Expression {
    let token = current
    switch token.kind {
    case .name: return parseName()
    case .string: return try parseStrings()
    case .integer:
      advance()
      return Expression(kind: .literal(try integer(token)), span: token.span)
    case .float:
      advance()
      return Expression(kind: .literal(try number(token)), span: token.span)
    case .leftParenthesis: return try parseParentheses()
    case .leftBracket: return try parseList()
    case .leftBrace: return try parseDictionary()
    default: throw unexpected("an expression")
    }
  }

  private mutating func parseName() -> Expression {
    let token = advance()
    let name = text(of: token)
    let kind: Expression.Kind
    switch name {
    case "true", "True": kind = .literal(.boolean(true))
    case "false", "False": kind = .literal(.boolean(false))
    case "none", "None": kind = .literal(.none)
    default: kind = .name(symbols.intern(name))
    }
    return Expression(kind: kind, span: token.span)
  }

  /// A string; several after another are one.
  private mutating func parseStrings() throws(SyntaxProblem) -> Expression {
    let start = current.span
    var text: [UInt8] = []
    while current.kind == .string {
      let span = advance().span
      let inside = bytes[Int(span.start) + 1..<Int(span.end) - 1]
      text += try StringLiteral.unescape(UnsafeRawBufferPointer(rebasing: inside), span: span)
    }
    return Expression(kind: .literal(.string(text)), span: start.to(tokens[position - 1].span))
  }

  private mutating func parseParentheses() throws(SyntaxProblem) -> Expression {
    let start = advance().span
    let inside = try parseTuple(inParentheses: true)
    let end = try expect(.rightParenthesis)
    return Expression(kind: inside.kind, span: start.to(end.span))
  }

  private mutating func parseList() throws(SyntaxProblem) -> Expression {
    let start = advance().span
    var elements: [Expression] = []
    while current.kind != .rightBracket {
      elements.append(try parseExpression())
      if current.kind != .rightBracket { try expect(.comma) }
    }
    let end = try expect(.rightBracket)
    return Expression(kind: .list(elements), span: start.to(end.span))
  }

  private mutating func parseDictionary() throws(SyntaxProblem) -> Expression {
    let start = advance().span
    var entries: [(key: Expression, value: Expression)] = []
    while current.kind != .rightBrace {
      let key = try parseExpression()
      try expect(.colon)
      entries.append((key, try parseExpression()))
      if current.kind != .rightBrace { try expect(.comma) }
    }
    let end = try expect(.rightBrace)
    return Expression(kind: .dictionary(entries), span: start.to(end.span))
  }

  func integer(_ token: Token) throws(SyntaxProblem) -> Literal {
    var digits = text(of: token).lowercased()
    digits.removeAll { $0 == "_" }
    var radix = 10
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      radix = base
      digits.removeFirst(2)
    }
    guard let value = Int(digits, radix: radix) else {
      throw SyntaxProblem("this number is too large", at: token.span, help: "integers have 64 bits")
    }
    return .integer(value)
  }

  func number(_ token: Token) throws(SyntaxProblem) -> Literal {
    var digits = text(of: token)
    digits.removeAll { $0 == "_" }
    guard let value = Double(digits) else { throw SyntaxProblem("this is no number", at: token.span) }
    return .number(value)
  }
}
