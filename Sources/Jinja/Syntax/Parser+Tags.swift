import ByteText

extension Parser {
  static let tagsWithBody: Set<String> = ["if", "for", "with", "block", "macro", "call", "filter", "autoescape"]
  private static let tagsWithoutBody = [
    "set", "extends", "include", "import", "from", "do", "print", "break", "continue",
  ]
  private static let partsOfTags: Set<String> = ["else", "elif", "endset", "endraw"]

  /// A statement whose name is current; nil where it leaves nothing.
  mutating func parseStatement(named tag: Token) throws(SyntaxProblem) -> Statement.Kind? {
    advance()
    switch text(of: tag) {
    case "if": return try parseIf(tag)
    case "for": return try parseFor(tag)
    case "set": return try parseSet(tag)
    case "with": return try parseWith(tag)
    case "block": return try parseBlock(tag)
    case "extends": return .extends(try parseExpression())
    case "include": return try parseInclude()
    case "import": return try parseImport()
    case "from": return try parseFromImport()
    case "macro": return try parseMacro(tag)
    case "call": return try parseCallBlock(tag)
    case "filter": return try parseFilterBlock(tag)
    case "autoescape": return try parseAutoescape(tag)
    case "do": return .evaluate(try parseTuple())
    case "print": return try parsePrintTag()
    case "break": return .exit(isBreak: true)
    case "continue": return .exit(isBreak: false)
    case let name: throw unknownTag(name, tag)
    }
  }

  private func unknownTag(_ name: String, _ tag: Token) -> SyntaxProblem {
    let closes = name.hasPrefix("end") && Self.tagsWithBody.contains(String(name.dropFirst(3)))
    if closes || Self.partsOfTags.contains(name) {
      let open = openTags.last.map { "'\($0.name)' is open here" }
      return SyntaxProblem("'\(name)' has nothing that it belongs to", at: tag.span, help: open, id: "template/tag")
    }
    let known = Self.tagsWithBody.sorted() + Self.tagsWithoutBody + ["raw"]
    let nearest = Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
    return SyntaxProblem("there is no tag '\(name)'", at: tag.span, help: nearest, id: "template/tag")
  }

  private mutating func parseIf(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    var branches: [(test: Expression, body: [Statement])] = []
    var otherwise: [Statement] = []
    repeat {
      let test = try parseTuple(withConditional: false)
      branches.append((test, try parseBody(of: tag, until: ["elif", "else", "endif"])))
    } while skip(name: "elif")
    if skip(name: "else") {
      otherwise = try parseBody(of: tag, end: "endif")
    } else {
      _ = skip(name: "endif")
    }
    return .conditional(branches, otherwise: otherwise)
  }

  private mutating func parseFor(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let target = try parseTarget()
    try expect(name: "in")
    let sequence = try parseTuple(withConditional: false)
    let filter = skip(name: "if") ? try parseExpression() : nil
    let isRecursive = skip(name: "recursive")
    let body = try parseBody(of: tag, until: ["endfor", "else"])
    var otherwise: [Statement] = []
    if skip(name: "else") {
      otherwise = try parseBody(of: tag, end: "endfor")
    } else {
      _ = skip(name: "endfor")
    }
    return .loop(
      Loop(
        target: target, sequence: sequence, filter: filter, isRecursive: isRecursive, body: body, otherwise: otherwise))
  }

  private mutating func parseSet(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let target = try parseTarget(withNamespace: true)
    if skip(.assign) { return .assign(target, try parseTuple()) }
    let filter = current.kind == .pipe ? try parseFilters(nil) : nil
    return .assignBlock(target, filter: filter, body: try parseBody(of: tag, end: "endset"))
  }

  private mutating func parseWith(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    var bindings: [(target: Target, value: Expression)] = []
    while current.kind != .blockEnd {
      if !bindings.isEmpty { try expect(.comma) }
      let target = try parseTarget()
      try expect(.assign)
      bindings.append((target, try parseExpression()))
    }
    return .with(bindings, body: try parseBody(of: tag, end: "endwith"))
  }

  private mutating func parseBlock(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let (name, span) = try expectName()
    let isScoped = skip(name: "scoped")
    let isRequired = skip(name: "required")
    if current.kind == .subtract {
      throw SyntaxProblem("the name of a block can't contain '-'", at: span.to(current.span), help: "use '_'")
    }
    let body = try parseBody(of: tag, end: "endblock")
    if isRequired, !body.allSatisfy(isBlank) {
      problems.append(SyntaxProblem("a required block can contain only white space and comments", at: span))
    }
    if current.kind == .name, text(of: current) == symbols.name(of: name) { advance() }
    return .block(Block(name: name, nameSpan: span, isScoped: isScoped, isRequired: isRequired, body: body))
  }

  private func isBlank(_ statement: Statement) -> Bool {
    guard case .text(let span) = statement.kind else { return false }
    let text = UnsafeRawBufferPointer(rebasing: bytes[span.range])
    return Whitespace.skip(in: text, from: 0) == text.count
  }

  private mutating func parseAutoescape(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    .autoescape(try parseExpression(), body: try parseBody(of: tag, end: "endautoescape"))
  }

  private mutating func parseFilterBlock(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let filter = try parseFilters(nil, isInline: true)
    return .filterBlock(filter, body: try parseBody(of: tag, end: "endfilter"))
  }

  private mutating func parsePrintTag() throws(SyntaxProblem) -> Statement.Kind? {
    guard current.kind != .blockEnd else { return nil }
    var parts = [try parseExpression()]
    while skip(.comma) { parts.append(try parseExpression()) }
    guard parts.count > 1 else { return .print(parts[0]) }
    let span = parts[0].span.to(parts[parts.count - 1].span)
    return .print(Expression(kind: .concatenation(parts), span: span))
  }
}
