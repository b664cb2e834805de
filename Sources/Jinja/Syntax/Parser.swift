import ByteText

/// Makes a tree of a template's tokens. After a mistake it goes on after the tag, so that all mistakes are reported.
struct Parser {
  /// How deeply expressions and statements may be inside each other.
  static let depthLimit = 300

  let bytes: UnsafeRawBufferPointer
  let tokens: [Token]
  var symbols: SymbolTable
  var position = 0
  var depth = 0
  var problems: [SyntaxProblem]
  /// How many bodies of tags have been begun.
  var bodies = 0
  /// The names of the tags that are open, innermost last, with the names that may end them.
  var openTags: [OpenTag] = []

  /// Whether a body was ended by the tag that closes another kind of tag.
  var endedWrongly = false

  struct OpenTag {
    var name: String
    var span: SourceSpan
    var ends: [String]
  }

  init(_ lexer: Lexer, symbols: SymbolTable) {
    bytes = lexer.bytes
    tokens = lexer.tokens
    problems = lexer.problems
    self.symbols = symbols
  }

  /// The statements of the whole template.
  mutating func parseTemplate() -> [Statement] {
    var statements: [Statement] = []
    while true {
      statements += parseStatements(until: [])
      if current.kind == .endOfTemplate { return statements }
      skipTag()
    }
  }

  /// The expression that is the whole text, or nil where there is a problem.
  mutating func parseWholeExpression() -> Expression? {
    guard problems.isEmpty else { return nil }
    do throws(SyntaxProblem) {
      let expression = try parseExpression()
      try expect(.endOfExpression)
      return expression
    } catch {
      problems.append(error)
      return nil
    }
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  func token(ahead count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  @discardableResult mutating func advance() -> Token {
    let token = tokens[position]
    if position + 1 < tokens.count { position += 1 }
    return token
  }

  func text(of token: Token) -> String {
    String(decoding: bytes[token.span.range], as: UTF8.self)
  }

  func isName(_ name: StaticString, ahead: Int = 0) -> Bool {
    let token = self.token(ahead: ahead)
    guard token.kind == .name, token.span.range.count == name.utf8CodeUnitCount else { return false }
    return token.span.range.enumerated().allSatisfy { bytes[$1] == name.utf8Start[$0] }
  }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    if current.kind == kind {
      advance()
      return true
    }
    return false
  }

  mutating func skip(name: StaticString) -> Bool {
    if isName(name) {
      advance()
      return true
    }
    return false
  }

  func unexpected(_ expected: String) -> SyntaxProblem {
    let found = current.kind == .name ? "'\(text(of: current))'" : current.kind.description
    return SyntaxProblem("expected \(expected), found \(found)", at: current.span)
  }

  @discardableResult mutating func expect(_ kind: Token.Kind) throws(SyntaxProblem) -> Token {
    guard current.kind == kind else { throw unexpected(kind.description) }
    return advance()
  }

  mutating func expect(name: StaticString) throws(SyntaxProblem) {
    guard skip(name: name) else { throw unexpected("'\(name)'") }
  }

  mutating func expectName() throws(SyntaxProblem) -> (symbol: Symbol, span: SourceSpan) {
    let token = try expect(.name)
    return (symbols.intern(text(of: token)), token.span)
  }

  /// Goes to the end of the tag.
  mutating func skipTag() {
    while current.kind != .endOfTemplate {
      let kind = advance().kind
      if kind == .blockEnd || kind == .variableEnd { return }
    }
  }

  // MARK: Depth

  mutating func enter() throws(SyntaxProblem) {
    depth += 1
    if depth > Self.depthLimit {
      throw SyntaxProblem("this is nested too deeply", at: current.span, id: "template/depth")
    }
  }

  mutating func leave() { depth -= 1 }
}
