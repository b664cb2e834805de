import ByteText

extension Machine {
  /// Begins a function, whose slots begin at the top of the stack; those from `arguments` on are set to nothing.
  mutating func enter(
    _ function: Int, context: Int, outer: Int = -1, result: Frame.Result, arguments: Int = 0
  ) throws(TemplateFailure) {
    let start = top - arguments
    try scratch.charge(4)
    try checkOutput()
    let layout = program.functions[function].layout
    guard frames.count < limits.depth, start + layout.slots + layout.stack + Self.margin < stack.capacity else {
      throw TemplateFailure(
        "templates, blocks and macros are more than \(limits.depth) deep inside each other",
        help: "does one of them use itself?")
    }
    frameSerial += 1
    var frame = Frame(function: function, returnPosition: position, base: start, context: context, outer: outer)
    frame.serial = frameSerial
    frame.result = result
    frame.escapes = escapes
    frame.isMarkup = layout.kind == .recursiveLoop ? layout.autoescape ?? scratch.autoescape : scratch.autoescape
    frame.outputStart = out.count
    frame.loops = loops.count
    frame.captures = captures.count
    frame.closures = closures
    if layout.kind != .block, layout.kind != .root, let last = frames.last { frame.link = last.link }
    frames.append(frame)
    if layout.slots > arguments { stack.fill(.missing, from: start + arguments, count: layout.slots - arguments) }
    begin(layout, at: start, context: context)
  }

  /// What becomes of the result of a call that gives it (0), writes it (1), or writes it as it is (2).
  func result(_ writes: UInt8) -> Frame.Result {
    switch writes {
    case 0: .value
    case 1 where escapes && !scratch.autoescape: .written
    default: .output
    }
  }

  private mutating func begin(_ layout: FunctionLayout, at start: Int, context: Int) {
    base = start
    top = start + layout.slots
    contextStart = contexts[context].start
    position = layout.entry
    scratch.autoescape = contexts[context].autoescape
    escapes = layout.autoescape ?? scratch.autoescape
    profiler?.enter(layout.template, isTemplate: layout.kind == .root)
  }

  /// Ends the running function; true where it was the first.
  mutating func leave(_ operation: Operation) throws(TemplateFailure) -> Bool {
    let last = frames.count - 1
    if operation == .endOfRoot, contexts[frames[last].context].parent >= 0 {
      try enterParent()
      return false
    }
    let frame = frames.removeLast()
    profiler?.leave()
    position = frame.returnPosition
    top = frame.base
    escapes = frame.escapes
    guard let caller = frames.last else { return true }
    base = caller.base
    contextStart = contexts[caller.context].start
    scratch.autoescape = contexts[caller.context].autoescape
    if openPart != nil { endPart(frame) }
    try giveResult(of: frame)
    if frame.ownsContext, closures == frame.closures { dropContext(frame.context) }
    return false
  }

  private mutating func giveResult(of frame: Frame) throws(TemplateFailure) {
    switch frame.result {
    case .output: break
    case .value: push(try takeOutput(from: frame.outputStart, safe: frame.isMarkup))
    case .written: try write(try takeOutput(from: frame.outputStart, safe: frame.isMarkup))
    case .module:
      scratch.items.append(Value(frame.context))
      scratch.items.append(try takeOutput(from: frame.outputStart, safe: true))
      let template = program.functions[frame.function].template
      push(Value(kind: .module, length: UInt32(template), payload: UInt64(scratch.items.count - 2)))
      closures += 1
      if modules[template].isMissing, frame.loopDepth == 1 { modules[template] = stack[top - 1] }
    }
  }

  // MARK: Contexts

  /// Room for the variables of one more context.
  private mutating func reserveContext() -> Int {
    let start = contextEnd
    contextEnd += program.names.count
    let missing = contextEnd - contextValues.count
    if missing > 0 { contextValues.append(contentsOf: repeatElement(.missing, count: missing)) }
    return start
  }

  /// A context without variables.
  mutating func makeContext(_ template: Int) -> Int {
    links.append(ChainLink(template: template))
    let start = reserveContext()
    for index in start..<contextEnd { contextValues[index] = .missing }
    contexts.append(
      RenderContext(
        start: start, firstLink: links.count - 1, lastLink: links.count - 1,
        autoescape: program.templates[template].autoescape))
    return contexts.count - 1
  }

  /// A context that begins with the variables of the running one and the local variables that are visible.
  mutating func makeContext(_ template: Int?, bindings: Int) throws(TemplateFailure) -> Int {
    try scratch.checkRoom((contextEnd + program.names.count) * MemoryLayout<Value>.stride)
    let current = contexts[frames[frames.count - 1].context]
    let start = reserveContext()
    let count = program.names.count
    contextValues.withUnsafeMutableBufferPointer { values in
      guard let values = values.baseAddress else { return }
      (values + start).update(from: values + current.start, count: count)
    }
    if template != nil, current.hasAssigned { dropFlags(in: start..<start + count) }
    var context = RenderContext(
      start: start, firstLink: current.firstLink, lastLink: current.lastLink, autoescape: current.autoescape,
      hasAssigned: template == nil && current.hasAssigned)
    for binding in program.bindings[bindings] {
      let value =
        binding.depth == 0
        ? stack[base + Int(binding.slot)] : outerVariable(depth: Int(binding.depth), slot: Int(binding.slot))
      if value.isMissing { continue }
      contextValues[start + binding.name] = value
      if value.concernsTemplate { context.hasAssigned = true }
    }
    if let template {
      context.autoescape = program.templates[template].autoescape
      links.append(ChainLink(template: template))
      context.firstLink = links.count - 1
      context.lastLink = links.count - 1
    }
    contexts.append(context)
    return contexts.count - 1
  }

  /// Another template doesn't know what the one before has set.
  private mutating func dropFlags(in range: Range<Int>) {
    for index in range { contextValues[index] = contextValues[index].forOtherTemplate }
  }

  /// Forgets the last context.
  private mutating func dropContext(_ context: Int) {
    guard context == contexts.count - 1 else { return }
    contextEnd = contexts[context].start
    contexts.removeLast()
  }
}
