import ByteText

extension TemplateCompiler {
  /// Gives the value of an expression.
  mutating func compile(_ expression: Expression) {
    let span = expression.span
    switch expression.kind {
    case .literal(let literal): compile(literal, at: span)
    case .name(let name): compileName(name, at: span)
    case .list(let parts): compileParts(parts, .makeList, at: span)
    case .tuple(let parts): compileParts(parts, .makeTuple, at: span)
    case .concatenation(let parts): compileParts(parts, .concatenate, at: span)
    case .dictionary(let entries): compileDictionary(entries, at: span)
    case .attribute(let operand, let name): compileAttribute(name, of: operand, at: span)
    case .item(let operand, let index):
      compile(operand)
      compile(index)
      function.emit(.item, effect: -1, at: span)
    case .slice(let operand, let lower, let upper, let step):
      compile(operand)
      for bound in [lower, upper, step] { compileOptional(bound, at: span) }
      function.emit(.slice, x: Analysis.isConstant(operand) ? 1 : 0, effect: -3, at: span)
    case .unary(let operation, let operand): compile(operation, operand, at: span)
    case .binary(let operation, let left, let right):
      compile(left)
      compile(right)
      function.emit(.binary, x: operation.rawValue, effect: -1, at: span)
    case .comparison(let first, let rest): compileComparison(first, rest, at: span)
    case .and(let left, let right): compileShortCircuit(.jumpIfFalseKeeping, left, right, at: span)
    case .or(let left, let right): compileShortCircuit(.jumpIfTrueKeeping, left, right, at: span)
    case .conditional(let value, let test, let otherwise): compileConditional(value, test, otherwise, at: span)
    case .call(let callee, let arguments): compileCall(callee, arguments, writes: false, at: span)
    case .filter(let operand, let call): compileFilter(operand, call, at: span)
    case .test(let operand, let call): compileTest(operand, call, at: span)
    }
  }

  private func compile(_ literal: Literal, at span: SourceSpan) {
    let constant: Int
    switch literal {
    case .none: constant = builder.addConstant(.none)
    case .boolean(let truth): constant = builder.addConstant(Value(truth))
    case .integer(let integer): constant = builder.addConstant(Value(integer))
    case .number(let number): constant = builder.addConstant(Value(number))
    case .string(let text): constant = builder.addConstant(text)
    }
    function.emit(.constant, a: constant, effect: 1, at: span)
  }

  private mutating func compileParts(_ parts: [Expression], _ operation: Operation, at span: SourceSpan) {
    for part in parts { compile(part) }
    function.emit(operation, a: parts.count, effect: 1 - parts.count, at: span)
  }

  private mutating func compileDictionary(_ entries: [(key: Expression, value: Expression)], at span: SourceSpan) {
    for entry in entries {
      compile(entry.key)
      compile(entry.value)
    }
    function.emit(.makeDictionary, a: entries.count, effect: 1 - entries.count * 2, at: span)
  }

  private mutating func compileOptional(_ expression: Expression?, at span: SourceSpan) {
    if let expression { compile(expression) } else { compile(.none, at: span) }
  }

  private mutating func compileName(_ name: Symbol, at span: SourceSpan) {
    loadVariable(name, at: span)
  }

  private mutating func compileAttribute(_ name: Symbol, of operand: Expression, at span: SourceSpan) {
    if let attribute = loopAttribute(name, of: operand) {
      function.emit(.loopAttribute, x: attribute.rawValue, effect: 1, at: span)
      return
    }
    if case .name(let variable) = operand.kind {
      switch function.place(of: variable) {
      case .slot(let slot):
        function.emit(.loadSlotAttribute, y: slot, a: Int(name.id), effect: 1, at: span)
        return
      case .context where !function.isOwn(variable):
        let variable = builder.name(variable)
        function.emit(.loadNameAttribute, a: Int(name.id), b: variable, effect: 1, at: span)
        return
      case .outer, .context: break
      }
    }
    compile(operand)
    function.emit(.attribute, a: Int(name.id), effect: 0, at: span)
  }

  /// The attribute of the innermost loop that an expression as `loop.index` means.
  private func loopAttribute(_ name: Symbol, of operand: Expression) -> LoopAttribute? {
    guard case .name(let variable) = operand.kind, self.name(variable) == "loop" else { return nil }
    guard let slot = function.loopSlots.last ?? nil, case .slot(slot) = function.place(of: variable) else { return nil }
    let text = self.name(name)
    return LoopAttribute.allCases.first { $0.name == text }
  }

  private mutating func compile(_ operation: UnaryOperator, _ operand: Expression, at span: SourceSpan) {
    compile(operand)
    let instruction: Operation = operation == .not ? .not : operation == .negate ? .negate : .plus
    function.emit(instruction, effect: 0, at: span)
  }

  private mutating func compileComparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], at span: SourceSpan
  ) {
    compile(first)
    var exits: [Int] = []
    for (number, part) in rest.enumerated() {
      compile(part.1)
      let isLast = number + 1 == rest.count
      let operation: Operation = isLast ? .compare : .compareChain
      let position = function.emit(operation, x: part.0.rawValue, effect: -1, at: span)
      if !isLast { exits.append(position) }
    }
    for exit in exits { function.land(exit) }
  }

  private mutating func compileShortCircuit(
    _ jump: Operation, _ left: Expression, _ right: Expression, at span: SourceSpan
  ) {
    compile(left)
    let exit = function.emit(jump, effect: -1, at: span)
    compile(right)
    function.land(exit)
  }

  private mutating func compileConditional(
    _ value: Expression, _ test: Expression, _ otherwise: Expression?, at span: SourceSpan
  ) {
    let skips = compileCondition(test)
    compile(value)
    let exit = function.emit(.jump, effect: 0, at: span)
    function.adjustDepth(-1)
    for skip in skips { function.land(skip) }
    if let otherwise {
      compile(otherwise)
    } else {
      function.emit(.constant, a: builder.addConstant(.undefined(.noElse)), effect: 1, at: span)
    }
    function.land(exit)
  }

  /// Goes on where a condition holds; gives the jumps that are taken where it does not.
  mutating func compileCondition(_ condition: Expression) -> [Int] {
    switch condition.kind {
    case .and(let left, let right):
      let skips = compileCondition(left)
      return skips + compileCondition(right)
    case .unary(.not, let operand):
      compile(operand)
      return [function.emit(.jumpIfTrue, effect: -1, at: condition.span)]
    default:
      compile(condition)
      return [function.emit(.jumpIfFalse, effect: -1, at: condition.span)]
    }
  }
}
