import ByteText

/// Runs compiled templates. It is one worker's, and keeps its memory between renders.
struct Machine: ~Copyable {
  /// How many values may be on the stack beyond what functions ask for: bound arguments of filters.
  static let margin = 32

  let program: Program
  let options: EnvironmentOptions
  let limits: RenderLimits
  let model: any DataModel
  var scratch = Scratch()
  var out = ByteBuffer(capacity: 16)
  let stack = ValueStack(capacity: 1 << 16)
  /// Whether the running function escapes what it writes.
  var escapes = true
  /// The next instruction, the number of values on the stack, and where the running function's slots begin.
  var position = 0
  var top = 0
  var base = 0
  var frames: [Frame] = []
  var frameSerial = 0
  var loops: [LoopState] = []
  var loopSerial = 0
  /// The lengths of the output at which captures began.
  var captures: [Int] = []
  var contexts: [RenderContext] = []
  var contextValues: [Value] = []
  /// Where the variables of the last context end.
  var contextEnd = 0
  /// Where the running function's context begins.
  var contextStart = 0
  var links: [ChainLink] = []
  /// The variables of all contexts, by their number.
  var globals: [Value] = []
  /// Modules that were imported without a context, by template.
  var modules: [Value] = []
  /// How many macros have been made, which may need their contexts for longer.
  var closures = 0
  /// The arguments of a call that is being bound.
  var positional: [Value] = []
  var keywords: [(name: Value, value: Value)] = []
  var profiler: Profiler?
  /// What all renders may do together, and how much of it this one may.
  var budget: RenderBudget?
  private var stepsGiven = 0
  /// What included templates have written that other pages may have, too.
  var keptParts: KeptParts
  var openPart: OpenPart?

  init(environment: Environment, model: any DataModel, limits: RenderLimits) {
    program = environment.program
    options = environment.options
    self.limits = limits
    self.model = model
    keptParts = KeptParts(templates: program.selfContained.map { $0 != nil })
    scratch.model = model
    scratch.limits = limits
    scratch.symbolTexts = program.symbolTexts
    scratch.symbolOfHash = program.symbolOfHash
    scratch.isStrict = options.undefined == .strict
    scratch.hostFilters = options.filters
    refreshSegments()
  }

  /// Takes over the host's memory as it is now.
  mutating func refreshSegments() {
    guard scratch.segments.count != Int(TextSegment.host) + model.segments.count else { return }
    scratch.segments.removeAll(keepingCapacity: true)
    scratch.segments.append(UnsafeRawBufferPointer(start: nil, count: 0))
    scratch.segments.append(program.literals.bytes)
    for segment in model.segments { scratch.segments.append(segment.bytes) }
  }

  // MARK: Rendering

  mutating func render(_ template: Int, _ globals: borrowing Globals, _ variables: [ContextValue.Entry])
    throws(TemplateFailure)
  {
    reset()
    fillGlobals(globals)
    let context = makeContext(template)
    for entry in variables { setVariable(entry) }
    try enter(program.templates[template].root, context: context, result: .output)
    try run()
  }

  /// The value of an expression.
  mutating func evaluate(_ function: Int, _ globals: borrowing Globals) throws(TemplateFailure) -> Value {
    reset()
    fillGlobals(globals)
    let context = makeContext(program.functions[function].layout.template)
    try enter(function, context: context, result: .value)
    try run()
    return pop()
  }

  private mutating func reset() {
    scratch.reset()
    stepsGiven = min(limits.steps, budget?.stepsLeft ?? .max)
    scratch.stepsLeft = stepsGiven
    scratch.isLimitedByBudget = stepsGiven < limits.steps
    scratch.autoescape = true
    (position, top, base, contextStart, closures) = (0, 0, 0, 0, 0)
    openPart = nil
    frames.removeAll(keepingCapacity: true)
    loops.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    contextEnd = 0
    links.removeAll(keepingCapacity: true)
    modules.removeAll(keepingCapacity: true)
    modules.append(contentsOf: repeatElement(.missing, count: program.templates.count))
  }

  /// Takes what was done out of the budget.
  mutating func endWork() { budget?.use(stepsGiven - max(0, scratch.stepsLeft)) }

  private mutating func fillGlobals(_ given: borrowing Globals) {
    globals.removeAll(keepingCapacity: true)
    for symbol in program.names {
      let value = given.value(of: symbol)
      globals.append(value.isUndefined ? builtin(symbol) : value)
    }
  }

  /// The function of a name, or the undefined value.
  private func builtin(_ symbol: Symbol) -> Value {
    let id = Int(symbol.id)
    return id < program.builtins.count ? program.builtins[id] : .missing
  }

  private mutating func setVariable(_ entry: ContextValue.Entry) {
    guard let symbol = program.symbols.symbol(for: entry.key), let index = program.names.firstIndex(of: symbol) else {
      return
    }
    contextValues[contextStart + index] = scratch.value(entry.value)
  }

  func withBytes<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result {
    body(scratch.bytes(of: value))
  }

  // MARK: Stack

  @inline(__always) mutating func push(_ value: Value) {
    stack[top] = value
    top &+= 1
  }

  @inline(__always) mutating func pop() -> Value {
    top &-= 1
    return stack[top]
  }
}
