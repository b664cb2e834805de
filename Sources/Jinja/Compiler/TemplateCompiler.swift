import ByteText

/// Compiles the tree of one template into functions.
struct TemplateCompiler {
  let builder: ProgramBuilder
  let index: Int
  let file: SourceFile
  var function: FunctionBuilder
  /// Whether an extends tag was seen at the top level, so that nothing after it is written.
  var isExtended = false
  var extendsCount = 0
  /// How many conditional tags are around the statement.
  var conditionDepth = 0

  init(_ builder: ProgramBuilder, index: Int) {
    self.builder = builder
    self.index = index
    file = builder.program.templates[index].file
    function = FunctionBuilder(
      FunctionInfo(kind: .root, name: Symbol(id: 0), template: index, autoescape: nil))
  }

  var info: TemplateInfo { builder.program.templates[index] }

  func symbol(_ name: String) -> Symbol { builder.symbols.intern(name) }

  func name(_ symbol: Symbol) -> String { builder.symbols.name(of: symbol) }

  func report(_ problem: SyntaxProblem) {
    // Finding the place is linear in the template, so a template full of mistakes is not read for each of them.
    guard builder.countProblem(of: index) else { return }
    builder.diagnostics.append(
      Diagnostic(
        .error, info.diagnosticID(problem.id), problem.message, in: file, at: info.range(of: problem.span),
        help: problem.help))
  }

  func report(_ id: String, _ message: String, at span: SourceSpan, help: String? = nil) {
    report(SyntaxProblem(message, at: span, help: help, id: id))
  }

  // MARK: Functions

  /// The template's root and all of its blocks.
  mutating func compileTemplate(_ statements: [Statement]) {
    let hasExtends = Analysis.hasExtends(statements)
    let root = makeInfo(.root, symbol("template"))
    let number = builder.reserveFunction(root)
    builder.program.templates[index].root = number
    builder.program.templates[index].hasExtends = hasExtends
    let blocks = declareBlocks(in: statements)
    function = FunctionBuilder(root)
    function.isTopLevel = true
    function.outputMode = hasExtends ? .unlessExtended : .always
    var symbols = FrameSymbols { _ in false }
    symbols.visit(statements)
    function.topLevel = symbols.references
    compile(statements)
    function.emit(.endOfRoot, effect: 0, at: SourceSpan(0, 0))
    builder.finish(function, as: number)
    for (block, number) in blocks { compile(block, as: number) }
  }

  private func makeInfo(_ kind: FunctionInfo.Kind, _ name: Symbol) -> FunctionInfo {
    FunctionInfo(kind: kind, name: name, template: index, autoescape: info.autoescape)
  }

  private func declareBlocks(in statements: [Statement]) -> [(Block, Int)] {
    var declared: [(Block, Int)] = []
    builder.blocks += Analysis.outerBlocks(in: statements).map {
      BlockCheck(template: index, name: $0.name, span: $0.nameSpan)
    }
    for block in Analysis.blocks(in: statements) {
      if info.block(block.name) != nil {
        report("template/block", "the block '\(name(block.name))' occurs twice", at: block.nameSpan)
        continue
      }
      let number = builder.reserveFunction(makeInfo(.block, block.name))
      builder.program.templates[index].blocks.append((block.name, number))
      declared.append((block, number))
    }
    return declared
  }

  private mutating func compile(_ block: Block, as number: Int) {
    function = FunctionBuilder(makeInfo(.block, block.name))
    function.block = block.name
    compileScope(block.body)
    function.emit(.returnFromFunction, effect: 0, at: block.nameSpan)
    builder.finish(function, as: number)
  }

  /// Compiles a function inside of the current one and gives its number.
  mutating func compileInner(_ info: FunctionInfo, at span: SourceSpan, _ body: (inout TemplateCompiler) -> Void) -> Int
  {
    let number = builder.reserveFunction(info)
    let outer = function
    outer.noteClosure()
    function = FunctionBuilder(info, parent: outer)
    function.autoescape = outer.autoescape
    function.info.autoescape = outer.autoescape
    function.pushScope()
    body(&self)
    function.popScope()
    function.emit(.returnFromFunction, effect: 0, at: span)
    builder.finish(function, as: number)
    function = outer
    return number
  }

  // MARK: Scopes

  mutating func compile(_ statements: [Statement]) {
    for statement in statements { compile(statement) }
  }

  /// Compiles statements whose variables are their own.
  mutating func compileScope(_ statements: [Statement]) {
    function.pushScope()
    declareVariables(of: statements)
    compile(statements)
    function.popScope()
  }

  /// Gives the variables that statements set their slots, which begin with the values of outer variables.
  mutating func declareVariables(of statements: [Statement]) {
    let span = statements.first?.span ?? SourceSpan(0, 0)
    let function = self.function
    let scope = function.scopes.count - 1
    let parameters = Array(function.scopes[scope].names.keys)
    var symbols = FrameSymbols { name in parameters.contains(name) ? false : function.isKnown(name) }
    for parameter in parameters { symbols.declare(parameter) }
    symbols.visit(statements)
    defer { function.scopes[scope].references.formUnion(symbols.references.keys) }
    for variable in Analysis.assignedNames(in: statements) {
      if function.scopes[scope].names[variable] != nil { continue }
      if symbols.references[variable] == .undefined {
        function.emit(.constant, a: builder.addConstant(.missing), effect: 1, at: span)
      } else {
        loadVariable(variable, asBeginning: true, at: span)
      }
      let slot = function.declare(variable)
      function.emit(.storeSlot, y: slot, effect: -1, at: span)
    }
  }

  /// Gives a variable. As the beginning of an inner variable, one that is not set yet stays nothing at all.
  func loadVariable(_ variable: Symbol, asBeginning: Bool = false, at span: SourceSpan) {
    if name(variable) == "self" { builder.selfUsers.insert(index) }
    switch function.place(of: variable) {
    case .slot(let slot): function.emit(.loadSlot, y: slot, effect: 1, at: span)
    case .outer(let depth, let slot):
      function.emit(.loadOuter, x: UInt8(min(depth, 255)), y: slot, effect: 1, at: span)
    case .context:
      let operation: Operation = function.isOwn(variable) ? .loadOwnName : .loadName
      function.emit(operation, x: asBeginning ? 1 : 0, a: builder.name(variable), effect: 1, at: span)
    }
  }

  /// Takes a value and gives it to a variable of this scope.
  func storeVariable(_ variable: Symbol, isExported: Bool = true, at span: SourceSpan) {
    if isTopLevelScope {
      let exported = isExported && !name(variable).hasPrefix("_")
      if exported { builder.program.templates[index].exports.insert(variable) }
      builder.assignedNames.insert(variable)
      function.emit(.storeName, x: exported ? 1 : 0, a: builder.name(variable), effect: -1, at: span)
    } else if case .slot(let slot) = function.place(of: variable) {
      function.emit(.storeSlot, y: slot, effect: -1, at: span)
    } else {
      function.emit(.storeSlot, y: function.declare(variable), effect: -1, at: span)
    }
  }

  var isTopLevelScope: Bool { function.isTopLevel && function.scopes.isEmpty }

  func bindings() -> Int { builder.addBindings(function.visibleBindings()) }
}
