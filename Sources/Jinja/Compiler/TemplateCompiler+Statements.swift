import ByteText

extension TemplateCompiler {
  mutating func compile(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .text(let text): writing(at: span) { $0.compileText(text) }
    case .print(let value): writing(at: span) { $0.compilePrint(value) }
    case .evaluate(let value):
      compile(value)
      function.emit(.pop, effect: -1, at: span)
    case .conditional(let branches, let otherwise): compileIf(branches, otherwise, at: span)
    case .loop(let loop): compile(loop, at: span)
    case .assign(let target, let value):
      compile(value)
      compileStore(target)
    case .assignBlock(let target, let filter, let body): compileAssignBlock(target, filter, body, at: span)
    case .with(let bindings, let body): compileWith(bindings, body)
    case .block(let block): compile(block, at: span)
    case .extends(let template): compileExtends(template, at: span)
    case .include(let include): compile(include, at: span)
    case .importModule(let module, let name): compileImport(module, as: name, at: span)
    case .importNames(let module, let names): compileImport(module, names, at: span)
    case .macro(let macro): compile(macro, at: span)
    case .callBlock(let macro, let call): compileCallBlock(macro, call, at: span)
    case .filterBlock(let filter, let body): compileFilterBlock(filter, body, at: span)
    case .autoescape(let value, let body): compileAutoescape(value, body, at: span)
    case .exit(let isBreak): compileExit(isBreak: isBreak, at: span)
    }
  }

  /// Output at the top level of a template that extends another is not written.
  private mutating func writing(at span: SourceSpan, _ body: (inout TemplateCompiler) -> Void) {
    switch function.outputMode {
    case .always: body(&self)
    case .never: break
    case .unlessExtended:
      if isExtended { return }
      guard extendsCount > 0 else { return body(&self) }
      let skip = function.emit(.jumpIfExtended, effect: 0, at: span)
      body(&self)
      function.land(skip)
    }
  }

  private func compileText(_ span: SourceSpan) {
    let text = UnsafeRawBufferPointer(rebasing: file.text.bytes[span.range])
    function.emitText(offset: builder.addLiteral(text), count: text.count, at: span)
  }

  private mutating func compileIf(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement], at span: SourceSpan
  ) {
    var exits: [Int] = []
    conditionDepth += 1
    defer { conditionDepth -= 1 }
    for (number, branch) in branches.enumerated() {
      let skips = compileCondition(branch.test)
      compile(branch.body)
      if number + 1 < branches.count || !otherwise.isEmpty { exits.append(function.emit(.jump, effect: 0, at: span)) }
      for skip in skips { function.land(skip) }
    }
    compile(otherwise)
    for exit in exits { function.land(exit) }
  }

  private mutating func compileWith(_ bindings: [(target: Target, value: Expression)], _ body: [Statement]) {
    for binding in bindings { compile(binding.value) }
    function.pushScope()
    var names: [Symbol] = []
    for binding in bindings { Analysis.collect(binding.target, into: &names) }
    for name in names { _ = function.declare(name) }
    for binding in bindings.reversed() { compileStore(binding.target) }
    declareVariables(of: body)
    compile(body)
    function.popScope()
  }

  /// Takes a value and assigns it.
  mutating func compileStore(_ target: Target) {
    switch target {
    case .name(let variable, let span):
      if name(variable) == "loop", function.cleanups.contains(where: { if case .loop = $0 { true } else { false } }) {
        report("template/assign", "'loop' can't be set inside of a loop", at: span)
      }
      storeVariable(variable, at: span)
    case .tuple(let targets, let span):
      function.emit(.unpack, a: targets.count, effect: targets.count - 1, at: span)
      for target in targets { compileStore(target) }
    case .namespaceAttribute(let namespace, let attribute, let span):
      loadVariable(namespace, at: span)
      function.emit(.storeNamespaceAttribute, b: Int(attribute.id), effect: -2, at: span)
    }
  }

  // MARK: Captured output

  /// Writes statements into a text, which it gives.
  mutating func compileCapture(_ body: [Statement], always: Bool, at span: SourceSpan) {
    function.emit(.captureBegin, effect: 0, at: span)
    function.cleanups.append(.capture)
    let mode = function.outputMode
    if always { function.outputMode = .always }
    compileScope(body)
    function.outputMode = mode
    function.cleanups.removeLast()
    function.emit(.captureEnd, x: always ? 0 : 1, effect: 1, at: span)
  }

  private mutating func compileAssignBlock(
    _ target: Target, _ filter: Expression?, _ body: [Statement], at span: SourceSpan
  ) {
    compileCapture(body, always: true, at: span)
    if let filter { compile(filter) }
    compileStore(target)
  }

  private mutating func compileFilterBlock(_ filter: Expression, _ body: [Statement], at span: SourceSpan) {
    compileCapture(body, always: false, at: span)
    compile(filter)
    function.emit(.emitSafe, x: 1, effect: -1, at: span)
  }

  private mutating func compileAutoescape(_ value: Expression, _ body: [Statement], at span: SourceSpan) {
    function.pushScope()
    let slot = function.makeSlot()
    let outer = function.autoescape
    function.emit(.autoescapeSave, y: slot, effect: 0, at: span)
    compile(value)
    function.emit(.autoescapeSet, effect: -1, at: span)
    if case .literal(.boolean(let truth)) = value.kind {
      function.autoescape = truth
    } else {
      function.autoescape = nil
    }
    function.cleanups.append(.autoescape(slot: slot))
    compileScope(body)
    function.cleanups.removeLast()
    function.emit(.autoescapeRestore, y: slot, effect: 0, at: span)
    function.autoescape = outer
    function.popScope()
  }
}
