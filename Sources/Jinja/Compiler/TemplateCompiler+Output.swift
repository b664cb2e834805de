import ByteText

extension TemplateCompiler {
  /// Writes the value of an expression. Where that is the same, parts of it are written without making the whole.
  mutating func compilePrint(_ expression: Expression) {
    let span = expression.span
    switch expression.kind {
    case .literal(let literal): compilePrint(literal, expression)
    case .concatenation(let parts): for part in parts { compilePrintPart(part) }
    case .name(let name):
      guard case .slot(let slot) = function.place(of: name) else { return compileEmit(expression) }
      function.emit(.emitSlot, y: slot, effect: 0, at: span)
    case .attribute(let operand, let name): compilePrintAttribute(name, of: operand, expression)
    case .conditional(let value, let test, let otherwise): compilePrint(value, if: test, otherwise, at: span)
    case .call(let callee, let arguments): compileCall(callee, arguments, writes: true, at: span)
    case .filter(let operand?, let call) where call.name == "safe" && call.arguments.expressions.isEmpty:
      guard !hasHostFilter("safe") else { return compileEmit(expression) }
      compile(operand)
      function.emit(.emitSafe, effect: -1, at: span)
    default: compileEmit(expression)
    }
  }

  private mutating func compilePrintPart(_ part: Expression) {
    guard case .name = part.kind else { return compilePrint(part) }
    compile(part)
    function.emit(.emitPart, effect: -1, at: part.span)
  }

  private mutating func compileEmit(_ expression: Expression) {
    compile(expression)
    function.emit(.emit, effect: -1, at: expression.span)
  }

  private mutating func compilePrint(_ literal: Literal, _ expression: Expression) {
    guard case .string(let text) = literal, let autoescape = function.autoescape else {
      return compileEmit(expression)
    }
    let (offset, count) = text.withUnsafeBytes {
      autoescape ? builder.addLiteral(escaping: $0) : (builder.addLiteral($0), $0.count)
    }
    function.emitText(offset: offset, count: count, at: expression.span)
  }

  private mutating func compilePrintAttribute(_ name: Symbol, of operand: Expression, _ expression: Expression) {
    compile(expression)
    guard let last = function.code.last else { return }
    let span = expression.span
    switch last.operation {
    case .loadSlotAttribute:
      function.replaceLast(.emitSlotAttribute)
    case .loadNameAttribute:
      function.replaceLast(.emitNameAttribute)
    default: function.emit(.emit, effect: -1, at: span)
    }
  }

  private mutating func compilePrint(
    _ value: Expression, if test: Expression, _ otherwise: Expression?, at span: SourceSpan
  ) {
    let skips = compileCondition(test)
    compilePrint(value)
    let exit = function.emit(.jump, effect: 0, at: span)
    for skip in skips { function.land(skip) }
    if let otherwise {
      compilePrint(otherwise)
    }
    function.land(exit)
  }
}
