import ByteText

extension Parser {
  /// The statements up to a tag of one of the names, whose `{%` has been read, or the end of the template.
  mutating func parseStatements(until ends: [String]) -> [Statement] {
    var statements: [Statement] = []
    while current.kind != .endOfTemplate {
      let token = advance()
      switch token.kind {
      case .text: statements.append(Statement(kind: .text(token.span), span: token.span))
      case .variableBegin: parsePrint(from: token, into: &statements)
      case .blockBegin:
        if isEnd(ends) { return statements }
        if closesOuterTag() {
          position -= 1
          return statements
        }
        if endsWrongly() { return statements }
        parseTag(into: &statements)
      default: break
      }
    }
    return statements
  }

  private func isEnd(_ ends: [String]) -> Bool {
    current.kind == .name && ends.contains(text(of: current))
  }

  /// Whether the tag belongs to an outer one, so that the inner one was not closed.
  private func closesOuterTag() -> Bool {
    guard current.kind == .name, openTags.count > 1 else { return false }
    let name = text(of: current)
    guard name.hasPrefix("e") else { return false }
    return openTags.dropLast().contains { $0.ends.contains(name) }
  }

  /// Whether the tag closes a kind of tag that is not open; it is taken for a misspelt end of the innermost one.
  private mutating func endsWrongly() -> Bool {
    guard current.kind == .name, let open = openTags.last else { return false }
    let name = text(of: current)
    guard name.hasPrefix("end"), Self.tagsWithBody.contains(String(name.dropFirst(3))) else { return false }
    problems.append(
      SyntaxProblem(
        "'\(name)' does not close '\(open.name)'", at: current.span,
        help: "'\(open.name)' is open and needs \(open.ends.last ?? "its end") first", id: "template/tag"))
    endedWrongly = true
    return true
  }

  private mutating func parsePrint(from start: Token, into statements: inout [Statement]) {
    do throws(SyntaxProblem) {
      let expression = try parseTuple()
      let end = try expect(.variableEnd)
      statements.append(Statement(kind: .print(expression), span: start.span.to(end.span)))
    } catch {
      recover(from: error)
    }
  }

  /// Notes a problem and goes on after the tag.
  mutating func recover(from problem: SyntaxProblem) {
    problems.append(problem)
    skipTag()
  }

  private mutating func parseTag(into statements: inout [Statement]) {
    let start = current
    let (depthBefore, bodiesBefore) = (depth, bodies)
    defer { depth = depthBefore }
    do throws(SyntaxProblem) {
      guard start.kind == .name else { throw unexpected("the name of a tag") }
      try enter()
      let kind = try parseStatement(named: start)
      try endTag()
      if let kind { statements.append(Statement(kind: kind, span: start.span)) }
    } catch {
      depth = depthBefore
      recover(from: error)
      if bodies == bodiesBefore, start.kind == .name { skipBody(of: start) }
    }
  }

  /// After a mistake in a tag that has a body: reads the body for its own mistakes.
  private mutating func skipBody(of tag: Token) {
    let name = text(of: tag)
    guard Self.tagsWithBody.contains(name), depth < Self.depthLimit else { return }
    let end = "end" + name
    depth += 1
    openTags.append(OpenTag(name: name, span: tag.span, ends: [end]))
    repeat {
      _ = parseStatements(until: [end, "else", "elif"])
      let isLast = endedWrongly || !isEnd(["else", "elif"])
      endedWrongly = false
      if isLast, !isEnd([end]) { break }
      skipTag()
      if isLast { break }
    } while current.kind != .endOfTemplate
    openTags.removeLast()
    depth -= 1
  }

  /// A body up to its end tag; afterwards the name of the end tag is current. Reports a body that is not closed.
  mutating func parseBody(of tag: Token, until ends: [String]) throws(SyntaxProblem) -> [Statement] {
    _ = skip(.colon)
    let name = text(of: tag)
    bodies += 1
    openTags.append(OpenTag(name: name, span: tag.span, ends: ends))
    defer { openTags.removeLast() }
    if current.kind == .blockEnd { advance() } else { recover(from: unexpected("'%}'")) }
    let body = parseStatements(until: ends)
    if endedWrongly {
      endedWrongly = false
      advance()
      return body
    }
    guard isEnd(ends) else {
      let closers = ends.map { "{% \($0) %}" }.joined(separator: " or ")
      problems.append(SyntaxProblem("'\(name)' is not closed", at: tag.span, help: "close it with \(closers)"))
      return body
    }
    return body
  }

  /// A body whose end tag has one name, and the rest of that tag.
  mutating func parseBody(of tag: Token, end: String) throws(SyntaxProblem) -> [Statement] {
    let body = try parseBody(of: tag, until: [end])
    if isEnd([end]) { advance() }
    return body
  }

  /// The `%}` that closes a tag, unless the tag was never closed.
  mutating func endTag() throws(SyntaxProblem) {
    if current.kind == .endOfTemplate || current.kind == .blockBegin { return }
    try expect(.blockEnd)
  }
}
