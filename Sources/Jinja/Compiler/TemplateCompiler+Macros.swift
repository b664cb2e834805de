import ByteText

extension TemplateCompiler {
  mutating func compile(_ macro: Macro, at span: SourceSpan) {
    let number = compileMacro(macro, .macro, at: span)
    function.emit(.makeMacro, a: number, effect: 1, at: span)
    storeVariable(macro.name, at: span)
  }

  /// Compiles a macro or the body of a call block and gives the function's number.
  private mutating func compileMacro(_ macro: Macro, _ kind: FunctionInfo.Kind, at span: SourceSpan) -> Int {
    var info = FunctionInfo(kind: kind, name: macro.name, template: index)
    info.parameters = macro.parameters.map(\.name)
    info.hasDefault = macro.parameters.map { $0.fallback != nil }
    return compileInner(info, at: span) { compiler in
      compiler.function.outputMode = .always
      for parameter in macro.parameters { _ = compiler.function.declare(parameter.name) }
      compiler.declareSpecialParameters(of: macro)
      compiler.compileDefaults(of: macro)
      compiler.declareVariables(of: macro.body)
      compiler.compile(macro.body)
    }
  }

  /// `caller`, `kwargs` and `varargs`, where the macro uses them.
  private func declareSpecialParameters(of macro: Macro) {
    let names = (caller: symbol("caller"), keywords: symbol("kwargs"), rest: symbol("varargs"))
    let parameters = macro.parameters.map(\.name)
    if let position = parameters.firstIndex(of: names.caller) {
      function.info.hasCallerParameter = true
      if macro.parameters[position].fallback == nil, Analysis.mentions(names.caller, in: macro.body) {
        report(
          "template/macro", "the parameter 'caller' needs a default value", at: macro.parameters[position].span)
      }
    } else if Analysis.mentions(names.caller, in: macro.body) {
      function.info.callerSlot = function.declare(names.caller)
    }
    if !parameters.contains(names.keywords), Analysis.mentions(names.keywords, in: macro.body) {
      function.info.keywordsSlot = function.declare(names.keywords)
    }
    if !parameters.contains(names.rest), Analysis.mentions(names.rest, in: macro.body) {
      function.info.restSlot = function.declare(names.rest)
    }
  }

  private mutating func compileDefaults(of macro: Macro) {
    for parameter in macro.parameters {
      guard let fallback = parameter.fallback else { continue }
      let slot = function.declare(parameter.name)
      let skip = function.emit(.jumpIfSet, y: slot, effect: 0, at: parameter.span)
      compile(fallback)
      function.emit(.storeSlot, y: slot, effect: -1, at: parameter.span)
      function.land(skip)
    }
  }

  mutating func compileCallBlock(_ macro: Macro, _ call: Expression, at span: SourceSpan) {
    guard case .call(let callee, var arguments) = call.kind else { return }
    let number = compileMacro(macro, .callBlock, at: span)
    let caller = symbol("caller")
    if arguments.keywords.contains(where: { $0.name == caller }) {
      report("template/call", "a call block passes 'caller' itself", at: call.span)
    }
    arguments.keywords.append((caller, Expression(kind: .literal(.none), span: span)))
    compileCall(callee, arguments, writes: true, callerFunction: number, at: call.span)
  }
}
