import ByteText

extension TemplateCompiler {
  mutating func compile(_ loop: Loop, at span: SourceSpan) {
    guard !loop.isRecursive else { return compileRecursive(loop, at: span) }
    compile(loop.sequence)
    compileLoop(loop, at: span)
  }

  /// Takes the sequence and runs the loop over it.
  private mutating func compileLoop(_ loop: Loop, at span: SourceSpan) {
    if let filter = loop.filter { compileLoopFilter(filter, of: loop, at: span) }
    // With break or continue, the else part also runs where no pass came to its end.
    let finished = !loop.otherwise.isEmpty && Analysis.hasExit(loop.body) ? function.makeSlot() : nil
    if let finished { mark(finished, .missing, at: span) }
    let start = function.emit(.loopBegin, x: loop.isRecursive ? 1 : 0, effect: -1, at: loop.sequence.span)
    let labels = FunctionBuilder.LoopLabels()
    function.cleanups.append(.loop(labels))
    compileBody(of: loop, labels, finished, at: span)
    function.cleanups.removeLast()
    if finished != nil { landBreaks(labels) }
    let exit =
      finished.map { function.emit(.jumpIfSet, y: $0, effect: 0, at: span) }
      ?? (loop.otherwise.isEmpty ? nil : function.emit(.jump, effect: 0, at: span))
    function.land(start)
    compileScope(loop.otherwise)
    if let exit { function.land(exit) }
    if finished == nil { landBreaks(labels) }
  }

  private func landBreaks(_ labels: FunctionBuilder.LoopLabels) {
    for exit in labels.breaks { function.land(exit) }
  }

  /// Puts a constant into a slot.
  private func mark(_ slot: Int, _ value: Value, at span: SourceSpan) {
    function.emit(.constant, a: builder.addConstant(value), effect: 1, at: span)
    function.emit(.storeSlot, y: slot, effect: -1, at: span)
  }

  private mutating func compileBody(
    of loop: Loop, _ labels: FunctionBuilder.LoopLabels, _ finished: Int?, at span: SourceSpan
  ) {
    let loopName = symbol("loop")
    function.pushScope()
    var loopSlot: Int?
    if loop.isRecursive || Analysis.mentions(loopName, in: loop.body) || hasScopedBlock(loop.body) {
      let slot = function.declare(loopName)
      function.emit(.loopToSlot, y: slot, effect: 0, at: span)
      loopSlot = slot
    }
    function.loopSlots.append(loopSlot)
    defer { function.loopSlots.removeLast() }
    let body = function.here()
    compileTarget(loop.target, at: span)
    declareVariables(of: loop.body)
    compile(loop.body)
    if let finished { mark(finished, Value(true), at: span) }
    function.popScope()
    for jump in labels.continues { function.land(jump) }
    function.emit(.loopNext, a: body, effect: 0, at: span)
  }

  private func hasScopedBlock(_ statements: [Statement]) -> Bool {
    Analysis.blocks(in: statements).contains(where: \.isScoped)
  }

  /// Gives the loop's element to the loop's variables.
  private mutating func compileTarget(_ target: Target, at span: SourceSpan) {
    var names: [Symbol] = []
    Analysis.collect(target, into: &names)
    for variable in names {
      if name(variable) == "loop" {
        report("template/assign", "a loop's variable can't be called 'loop'", at: target.span)
      }
      _ = function.declare(variable)
    }
    if case .name(let variable, _) = target {
      function.emit(.loopItemToSlot, y: function.declare(variable), effect: 0, at: span)
    } else {
      function.emit(.loopItem, effect: 1, at: span)
      compileStore(target)
    }
  }

  /// Takes a sequence and gives the list of those elements for which the filter holds.
  private mutating func compileLoopFilter(_ filter: Expression, of loop: Loop, at span: SourceSpan) {
    function.pushScope()
    let list = function.makeSlot()
    function.emit(.makeList, a: 0, effect: 1, at: span)
    function.emit(.storeSlot, y: list, effect: -1, at: span)
    let start = function.emit(.loopBegin, effect: -1, at: loop.sequence.span)
    let body = function.here()
    function.loopSlots.append(nil)
    defer { function.loopSlots.removeLast() }
    function.pushScope()
    compileTarget(loop.target, at: span)
    let skips = compileCondition(filter)
    function.emit(.loopKeep, y: list, effect: 0, at: span)
    for skip in skips { function.land(skip) }
    function.popScope()
    function.emit(.loopNext, a: body, effect: 0, at: span)
    function.land(start)
    function.emit(.loadSlot, y: list, effect: 1, at: span)
    function.popScope()
  }

  private mutating func compileRecursive(_ loop: Loop, at span: SourceSpan) {
    var info = FunctionInfo(kind: .recursiveLoop, name: symbol("loop"), template: index)
    info.slots = 1
    let mode = function.outputMode
    compile(loop.sequence)
    let number = compileInner(info, at: span) { compiler in
      compiler.function.outputMode = mode
      let slot = compiler.function.makeSlot()
      compiler.function.emit(.loadSlot, y: slot, effect: 1, at: span)
      compiler.compileLoop(loop, at: span)
    }
    function.emit(.loopRecursive, x: 1, a: number, effect: -1, at: span)
  }

  mutating func compileExit(isBreak: Bool, at span: SourceSpan) {
    let name = isBreak ? "break" : "continue"
    for cleanup in function.cleanups.reversed() {
      switch cleanup {
      case .capture: function.emit(.captureDrop, effect: 0, at: span)
      case .autoescape(let slot): function.emit(.autoescapeRestore, y: slot, effect: 0, at: span)
      case .loop(let labels):
        if isBreak {
          function.emit(.loopExit, effect: 0, at: span)
          labels.breaks.append(function.emit(.jump, effect: 0, at: span))
        } else {
          labels.continues.append(function.emit(.jump, effect: 0, at: span))
        }
        return
      }
    }
    report("template/tag", "'\(name)' is not inside of a loop", at: span)
  }
}
