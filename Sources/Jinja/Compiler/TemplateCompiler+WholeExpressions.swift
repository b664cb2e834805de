import ByteText

extension TemplateCompiler {
  /// Compiles the expression that is the whole text into a function of the program.
  mutating func compileExpression(_ expression: Expression, variables: [String]) {
    checkNames(in: expression, allowed: Set(variables))
    let info = FunctionInfo(kind: .expression, name: symbol("expression"), template: index, autoescape: false)
    let number = builder.reserveFunction(info)
    builder.program.expressions.append(number)
    builder.program.templates[index].root = number
    function = FunctionBuilder(info)
    function.pushScope()
    compile(expression)
    function.emit(.endOfExpression, effect: 0, at: expression.span)
    builder.finish(function, as: number)
  }

  /// Reports names that are neither variables nor functions.
  private func checkNames(in expression: Expression, allowed variables: Set<String>) {
    if case .name(let symbol) = expression.kind { return checkName(name(symbol), variables, at: expression.span) }
    let parts = Analysis.parts(of: expression)
    for part in parts.dropFirst(hasCheckedCallee(expression) ? 1 : 0) { checkNames(in: part, allowed: variables) }
  }

  /// Whether an expression is a call by a name, which is checked with all other calls.
  private func hasCheckedCallee(_ expression: Expression) -> Bool {
    guard case .call(let callee, _) = expression.kind, case .name(let symbol) = callee.kind else { return false }
    return !builder.options.names.isEmpty && !CallCheck.tagFunctions.contains(name(symbol))
  }

  private func checkName(_ name: String, _ variables: Set<String>, at span: SourceSpan) {
    let functions = builder.options.functions.map(\.name) + BuiltinFunction.named.keys
    guard !variables.contains(name), !functions.contains(name) else { return }
    let nearest = Suggestion.nearest(to: name, among: variables.sorted() + functions.sorted())
    let help = nearest.map { "did you mean '\($0)'?" } ?? "known are: \(variables.sorted().joined(separator: ", "))"
    report("template/name", "there is no variable '\(name)'", at: span, help: help)
  }
}
