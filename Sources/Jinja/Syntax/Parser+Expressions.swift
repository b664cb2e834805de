import ByteText

extension Parser {
  /// One expression, or several with commas between them, which are a tuple.
  mutating func parseTuple(
    withConditional: Bool = true, inParentheses: Bool = false
  ) throws(SyntaxProblem) -> Expression {
    let start = current.span
    var parts: [Expression] = []
    var isTuple = false
    while !isTupleEnd {
      parts.append(try parseExpression(withConditional: withConditional))
      guard skip(.comma) else { break }
      isTuple = true
    }
    if !isTuple, let only = parts.first { return only }
    guard isTuple || inParentheses else { throw unexpected("an expression") }
    return Expression(kind: .tuple(parts), span: start.to(tokens[max(position - 1, 0)].span))
  }

  mutating func parseExpression(withConditional: Bool = true) throws(SyntaxProblem) -> Expression {
    try enter()
    defer { leave() }
    return withConditional ? try parseConditional() : try parseOr()
  }

  private mutating func parseConditional() throws(SyntaxProblem) -> Expression {
    var expression = try parseOr()
    let before = depth
    defer { depth = before }
    while skip(name: "if") {
      try enter()
      let test = try parseOr()
      let otherwise = skip(name: "else") ? try parseConditional() : nil
      let end = otherwise?.span ?? test.span
      expression = Expression(
        kind: .conditional(expression, test: test, otherwise: otherwise), span: expression.span.to(end))
    }
    return expression
  }

  private mutating func parseOr() throws(SyntaxProblem) -> Expression {
    var left = try parseAnd()
    let before = depth
    defer { depth = before }
    while skip(name: "or") {
      try enter()
      let right = try parseAnd()
      left = Expression(kind: .or(left, right), span: left.span.to(right.span))
    }
    return left
  }

  private mutating func parseAnd() throws(SyntaxProblem) -> Expression {
    var left = try parseNot()
    let before = depth
    defer { depth = before }
    while skip(name: "and") {
      try enter()
      let right = try parseNot()
      left = Expression(kind: .and(left, right), span: left.span.to(right.span))
    }
    return left
  }

  private mutating func parseNot() throws(SyntaxProblem) -> Expression {
    let start = current.span
    guard skip(name: "not") else { return try parseComparison() }
    try enter()
    defer { leave() }
    let operand = try parseNot()
    return Expression(kind: .unary(.not, operand), span: start.to(operand.span))
  }

  private mutating func parseComparison() throws(SyntaxProblem) -> Expression {
    let first = try parseSum()
    var rest: [(ComparisonOperator, Expression)] = []
    while let comparison = skipComparison() { rest.append((comparison, try parseSum())) }
    guard let last = rest.last else { return first }
    return Expression(kind: .comparison(first, rest), span: first.span.to(last.1.span))
  }

  private mutating func skipComparison() -> ComparisonOperator? {
    let comparison: ComparisonOperator
    switch current.kind {
    case .equal: comparison = .equal
    case .notEqual: comparison = .notEqual
    case .less: comparison = .less
    case .lessOrEqual: comparison = .lessOrEqual
    case .greater: comparison = .greater
    case .greaterOrEqual: comparison = .greaterOrEqual
    case .name where isName("in"): comparison = .in
    case .name where isName("not") && isName("in", ahead: 1):
      advance()
      comparison = .notIn
    default: return nil
    }
    advance()
    return comparison
  }

  private mutating func parseSum() throws(SyntaxProblem) -> Expression {
    var left = try parseConcatenation()
    let before = depth
    defer { depth = before }
    while let operation = skipOperator([(.add, .add), (.subtract, .subtract)]) {
      try enter()
      left = binary(operation, left, try parseConcatenation())
    }
    return left
  }

  private mutating func parseConcatenation() throws(SyntaxProblem) -> Expression {
    var parts = [try parseProduct()]
    while skip(.tilde) { parts.append(try parseProduct()) }
    if parts.count == 1 { return parts[0] }
    return Expression(kind: .concatenation(parts), span: parts[0].span.to(parts[parts.count - 1].span))
  }

  private mutating func parseProduct() throws(SyntaxProblem) -> Expression {
    var left = try parsePower()
    let before = depth
    defer { depth = before }
    let operators: [(Token.Kind, BinaryOperator)] = [
      (.multiply, .multiply), (.divide, .divide), (.floorDivide, .floorDivide), (.modulo, .modulo),
    ]
    while let operation = skipOperator(operators) {
      try enter()
      left = binary(operation, left, try parsePower())
    }
    return left
  }

  private mutating func parsePower() throws(SyntaxProblem) -> Expression {
    var left = try parseUnary()
    let before = depth
    defer { depth = before }
    while skip(.power) {
      try enter()
      left = binary(.power, left, try parseUnary())
    }
    return left
  }

  private mutating func skipOperator(_ operators: [(Token.Kind, BinaryOperator)]) -> BinaryOperator? {
    guard let found = operators.first(where: { $0.0 == current.kind }) else { return nil }
    advance()
    return found.1
  }

  private func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression) -> Expression {
    Expression(kind: .binary(operation, left, right), span: left.span.to(right.span))
  }

  mutating func parseUnary(withFilters: Bool = true) throws(SyntaxProblem) -> Expression {
    try enter()
    defer { leave() }
    let start = current.span
    var expression: Expression
    if current.kind == .subtract || current.kind == .add {
      let operation: UnaryOperator = advance().kind == .subtract ? .negate : .plus
      let operand = try parseUnary(withFilters: false)
      expression = Expression(kind: .unary(operation, operand), span: start.to(operand.span))
    } else {
      expression = try parsePrimary()
    }
    expression = try parsePostfix(expression)
    return withFilters ? try parseFilterExpression(expression) : expression
  }
}
