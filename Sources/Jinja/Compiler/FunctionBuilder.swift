import ByteText

/// The instructions of one function while it is compiled, and the variables that are visible in it.
final class FunctionBuilder {
  /// Where a variable is.
  enum Place {
    case slot(Int)
    case outer(depth: Int, slot: Int)
    case context
  }

  /// Variables of a loop, a `with`, a macro, and so on.
  struct Scope {
    var names: [Symbol: Int] = [:]
    /// All variables that the scope reads or sets itself.
    var references: Set<Symbol> = []
    var firstSlot: Int
    var hasClosure = false
  }

  /// What has to be undone when a loop is left in its middle.
  enum Cleanup {
    case capture
    case autoescape(slot: Int)
    case loop(LoopLabels)
  }

  /// The jumps out of a loop that wait for their targets.
  final class LoopLabels {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  /// Whether text at the top level of a template that extends another is written.
  enum OutputMode {
    case always, never, unlessExtended
  }

  var info: FunctionInfo
  let parent: FunctionBuilder?
  /// Whether what is set here belongs to the template, not to the function.
  var isTopLevel = false
  var code: [Instruction] = []
  var spans: [SourceSpan] = []
  var scopes: [Scope] = []
  var cleanups: [Cleanup] = []
  var outputMode = OutputMode.always
  /// Whether output is escaped where that is known.
  var autoescape: Bool?
  /// The slots of `loop` of the loops that run here, innermost last; nil for a loop that does not have it.
  var loopSlots: [Int?] = []
  /// The block it belongs to.
  var block: Symbol?
  /// For the root of a template, the variables it reads or sets at its top level; those that are undefined before.
  var topLevel: [Symbol: FrameSymbols.Beginning] = [:]
  private var nextSlot = 0
  private var depth = 0
  /// The last instruction that something jumps to.
  private var label = -1

  init(_ info: FunctionInfo, parent: FunctionBuilder? = nil) {
    self.info = info
    self.parent = parent
    autoescape = info.autoescape
    if let parent { block = parent.block }
  }

  // MARK: Code

  var position: Int { code.count }

  /// Adds an instruction; `effect` is how many more values are on the stack afterwards.
  @discardableResult func emit(
    _ operation: Operation, x: UInt8 = 0, y: Int = 0, a: Int = 0, b: Int = 0, effect: Int, at span: SourceSpan
  ) -> Int {
    code.append(
      Instruction(
        operation: operation, x: x, y: UInt16(truncatingIfNeeded: y), a: UInt32(truncatingIfNeeded: a),
        b: UInt32(truncatingIfNeeded: b)))
    spans.append(span)
    depth += effect
    info.stack = max(info.stack, depth)
    return code.count - 1
  }

  /// Makes the last instruction, which gave a value, write it instead.
  func replaceLast(_ operation: Operation) {
    code[code.count - 1].operation = operation
    depth -= 1
  }

  /// Adds literal text, to the text before it where nothing jumps between them.
  func emitText(offset: Int, count: Int, at span: SourceSpan) {
    if label != code.count, let last = code.last, last.operation == .text, Int(last.a) + Int(last.b) == offset {
      code[code.count - 1].b += UInt32(count)
    } else {
      emit(.text, a: offset, b: count, effect: 0, at: span)
    }
  }

  /// Lets a jump go to the next instruction.
  func land(_ jump: Int) {
    code[jump].a = UInt32(code.count)
    label = code.count
  }

  /// The position of the next instruction, as the target of jumps.
  func here() -> Int {
    label = code.count
    return code.count
  }

  /// Where two ways through the code meet, the stack of the second begins as that of the first did.
  func adjustDepth(_ change: Int) { depth += change }

  // MARK: Variables

  func pushScope() { scopes.append(Scope(firstSlot: nextSlot)) }

  func popScope() {
    guard let scope = scopes.popLast() else { return }
    if scope.hasClosure {
      if !scopes.isEmpty { scopes[scopes.count - 1].hasClosure = true }
    } else {
      nextSlot = scope.firstSlot
    }
  }

  /// A slot without a name.
  func makeSlot() -> Int {
    nextSlot += 1
    info.slots = max(info.slots, nextSlot)
    return nextSlot - 1
  }

  /// The slot of a name in the innermost scope.
  func declare(_ name: Symbol) -> Int {
    if let slot = scopes[scopes.count - 1].names[name] { return slot }
    let slot = makeSlot()
    scopes[scopes.count - 1].names[name] = slot
    return slot
  }

  /// From now on slots are not used again, as an inner function can see them.
  func noteClosure() {
    if !scopes.isEmpty { scopes[scopes.count - 1].hasClosure = true }
    parent?.noteClosure()
  }

  func place(of name: Symbol) -> Place {
    for scope in scopes.reversed() {
      if let slot = scope.names[name] { return .slot(slot) }
    }
    switch parent?.place(of: name) {
    case .slot(let slot):
      info.usesOuter = true
      return .outer(depth: 1, slot: slot)
    case .outer(let depth, let slot):
      info.usesOuter = true
      return .outer(depth: depth + 1, slot: slot)
    case .context, nil: return .context
    }
  }

  /// Whether this or an outer scope reads or sets a variable.
  func isKnown(_ name: Symbol) -> Bool {
    scopes.contains { $0.names[name] != nil || $0.references.contains(name) } || topLevel[name] != nil
      || (parent?.isKnown(name) ?? false)
  }

  /// Whether a variable of the context counts here only once the template itself has set it.
  func isOwn(_ name: Symbol) -> Bool {
    if scopes.contains(where: { $0.references.contains(name) && $0.names[name] == nil }) { return false }
    if isTopLevel { return topLevel[name] == .undefined && !scopes.isEmpty }
    return parent?.isOwnOutside(name) ?? false
  }

  private func isOwnOutside(_ name: Symbol) -> Bool {
    if scopes.contains(where: { $0.references.contains(name) }) { return false }
    if isTopLevel { return topLevel[name] == .undefined }
    return parent?.isOwnOutside(name) ?? false
  }

  /// All variables that are visible here and are not the context's.
  func visibleBindings() -> [Binding] {
    var bindings: [Symbol: Binding] = [:]
    if let parent {
      for binding in parent.visibleBindings() {
        info.usesOuter = true
        bindings[binding.symbol] = Binding(symbol: binding.symbol, depth: binding.depth + 1, slot: binding.slot)
      }
    }
    for scope in scopes {
      for (name, slot) in scope.names {
        bindings[name] = Binding(symbol: name, depth: 0, slot: UInt16(truncatingIfNeeded: slot))
      }
    }
    return bindings.values.sorted { $0.symbol.id < $1.symbol.id }
  }
}
