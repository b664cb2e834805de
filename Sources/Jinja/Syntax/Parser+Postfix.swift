import ByteText

extension Parser {
  /// Attributes, items and calls after an expression.
  mutating func parsePostfix(_ operand: Expression) throws(SyntaxProblem) -> Expression {
    var expression = operand
    let before = depth
    defer { depth = before }
    while true {
      switch current.kind {
      case .dot: expression = try parseAttribute(of: expression)
      case .leftBracket: expression = try parseItem(of: expression)
      case .leftParenthesis: expression = try parseCall(of: expression)
      default: return expression
      }
      try enter()
    }
  }

  /// Filters, tests and calls after an expression.
  mutating func parseFilterExpression(_ operand: Expression) throws(SyntaxProblem) -> Expression {
    var expression = operand
    let before = depth
    defer { depth = before }
    while true {
      if current.kind == .pipe {
        expression = try parseFilters(expression)
      } else if isName("is") {
        expression = try parseTest(of: expression)
      } else if current.kind == .leftParenthesis {
        expression = try parseCall(of: expression)
      } else {
        return expression
      }
      try enter()
    }
  }

  private mutating func parseAttribute(of operand: Expression) throws(SyntaxProblem) -> Expression {
    advance()
    let token = current
    if token.kind == .integer {
      advance()
      let index = Expression(kind: .literal(try integer(token)), span: token.span)
      return Expression(kind: .item(operand, index), span: operand.span.to(token.span))
    }
    guard token.kind == .name else { throw unexpected("the name of an attribute") }
    let (name, span) = try expectName()
    return Expression(kind: .attribute(operand, name), span: operand.span.to(span))
  }

  private mutating func parseItem(of operand: Expression) throws(SyntaxProblem) -> Expression {
    advance()
    if current.kind == .rightBracket { throw unexpected("an index") }
    let start = current.span
    var parts: [Expression] = []
    repeat {
      if let slice = try parseSubscript(of: operand, into: &parts) {
        guard parts.isEmpty, current.kind == .rightBracket else { throw unexpected("']'") }
        let end = try expect(.rightBracket)
        return Expression(kind: slice, span: operand.span.to(end.span))
      }
    } while skip(.comma)
    let end = try expect(.rightBracket)
    let index = parts.count == 1 ? parts[0] : Expression(kind: .tuple(parts), span: start.to(end.span))
    return Expression(kind: .item(operand, index), span: operand.span.to(end.span))
  }

  /// Either an index, which is added to the parts, or a slice.
  private mutating func parseSubscript(
    of operand: Expression, into parts: inout [Expression]
  ) throws(SyntaxProblem) -> Expression.Kind? {
    var lower: Expression?
    if current.kind != .colon {
      let first = try parseExpression()
      guard current.kind == .colon else {
        parts.append(first)
        return nil
      }
      lower = first
    }
    try expect(.colon)
    let upper = try parseBound()
    let step = skip(.colon) ? try parseBound() : nil
    return .slice(operand, lower: lower, upper: upper, step: step)
  }

  private mutating func parseBound() throws(SyntaxProblem) -> Expression? {
    switch current.kind {
    case .colon, .rightBracket, .comma: nil
    default: try parseExpression()
    }
  }

  private mutating func parseCall(of operand: Expression) throws(SyntaxProblem) -> Expression {
    let arguments = try parseArguments()
    return Expression(kind: .call(operand, arguments), span: operand.span.to(tokens[position - 1].span))
  }

  mutating func parseArguments() throws(SyntaxProblem) -> CallArguments {
    var arguments = CallArguments()
    let open = try expect(.leftParenthesis)
    while current.kind != .rightParenthesis {
      try parseArgument(into: &arguments)
      if current.kind == .rightParenthesis { break }
      guard skip(.comma) else {
        throw current.kind == .endOfTemplate || current.kind == .blockEnd || current.kind == .variableEnd
          ? SyntaxProblem("this parenthesis is not closed", at: open.span) : unexpected("',' or ')'")
      }
    }
    advance()
    return arguments
  }

  private mutating func parseArgument(into arguments: inout CallArguments) throws(SyntaxProblem) {
    let start = current.span
    if skip(.multiply) {
      guard !arguments.hasSpread else { throw SyntaxProblem("'*' can't be used here", at: start) }
      arguments.list = try parseExpression()
    } else if skip(.power) {
      guard arguments.dictionary == nil else { throw SyntaxProblem("'**' can't be used twice", at: start) }
      arguments.dictionary = try parseExpression()
    } else if current.kind == .name, token(ahead: 1).kind == .assign {
      try parseKeyword(into: &arguments)
    } else {
      guard arguments.keywords.isEmpty, !arguments.hasSpread else {
        throw SyntaxProblem("an argument without a name follows one that has a name", at: start)
      }
      arguments.positional.append(try parseExpression())
    }
  }

  private mutating func parseKeyword(into arguments: inout CallArguments) throws(SyntaxProblem) {
    let (name, span) = try expectName()
    advance()
    guard arguments.dictionary == nil else { throw SyntaxProblem("'**' has to be the last argument", at: span) }
    if arguments.keywords.contains(where: { $0.name == name }) {
      throw SyntaxProblem("the argument '\(symbols.name(of: name))' occurs twice", at: span)
    }
    arguments.keywords.append((name, try parseExpression()))
  }

  /// Filters after an operand, or without one those of a block; an inline filter has no `|` before it.
  mutating func parseFilters(_ operand: Expression?, isInline: Bool = false) throws(SyntaxProblem) -> Expression {
    var expression = operand
    let before = depth
    defer { depth = before }
    var isFirst = isInline
    repeat {
      if !isFirst { try expect(.pipe) }
      isFirst = false
      try enter()
      let call = try parseFilterCall()
      let span = (expression?.span ?? call.nameSpan).to(tokens[position - 1].span)
      expression = Expression(kind: .filter(expression, call), span: span)
    } while current.kind == .pipe
    return expression ?? Expression(kind: .literal(.none), span: current.span)
  }

  private mutating func parseFilterCall() throws(SyntaxProblem) -> FilterCall {
    let token = try expect(.name)
    var call = FilterCall(name: text(of: token), nameSpan: token.span)
    while skip(.dot) {
      let part = try expect(.name)
      call.name += "." + text(of: part)
      call.nameSpan = call.nameSpan.to(part.span)
    }
    return call.adding(current.kind == .leftParenthesis ? try parseArguments() : CallArguments())
  }

  private mutating func parseTest(of operand: Expression) throws(SyntaxProblem) -> Expression {
    advance()
    let isNegated = skip(name: "not")
    var call = try parseFilterNameOfTest()
    if current.kind == .leftParenthesis {
      call.arguments = try parseArguments()
    } else if beginsTestArgument {
      if isName("is") { throw SyntaxProblem("tests can't be chained", at: current.span) }
      call.arguments.positional = [try parsePostfix(try parsePrimary())]
    }
    let span = operand.span.to(tokens[position - 1].span)
    let test = Expression(kind: .test(operand, call), span: span)
    return isNegated ? Expression(kind: .unary(.not, test), span: span) : test
  }

  private mutating func parseFilterNameOfTest() throws(SyntaxProblem) -> FilterCall {
    let token = try expect(.name)
    var call = FilterCall(name: text(of: token), nameSpan: token.span)
    while skip(.dot) { call.name += "." + text(of: try expect(.name)) }
    return call
  }

  private var beginsTestArgument: Bool {
    switch current.kind {
    case .string, .integer, .float, .leftBracket, .leftBrace: true
    case .name: !isName("else") && !isName("or") && !isName("and")
    default: false
    }
  }
}

extension FilterCall {
  func adding(_ arguments: CallArguments) -> FilterCall {
    var call = self
    call.arguments = arguments
    return call
  }
}
