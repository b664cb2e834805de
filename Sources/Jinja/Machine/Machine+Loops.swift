import ByteText

extension Machine {
  mutating func beginLoop(_ instruction: Instruction) throws(TemplateFailure) {
    var source = pop()
    if source.kind == .undefined { source = try scratch.listed(source) }
    guard var count = source.kind == .string ? Int(source.length) : scratch.length(source) else {
      throw scratch.notIterable(source)
    }
    if count == 0 {
      position = Int(instruction.a)
      return
    }
    try scratch.charge(1)
    if source.kind == .string { count = UTF8Scan.count(scratch.raw(source)) }
    loopSerial += 1
    var state = LoopState(source: source, count: count, serial: loopSerial)
    if instruction.x == 1, let frame = frames.last {
      state.function = frame.function
      state.outer = frame.outer
      state.depth = frame.loopDepth
    }
    loops.append(state)
  }

  @inline(__always) mutating func loopElement() throws(TemplateFailure) -> Value {
    let loop = loops[loops.count &- 1]
    if loop.source.kind == .object {
      return try model.element(at: loop.index, of: loop.source.object, scratch: &scratch)
    }
    return try plainElement(loop)
  }

  private mutating func plainElement(_ loop: LoopState) throws(TemplateFailure) -> Value {
    switch loop.source.kind {
    case .list, .tuple: return scratch.listElement(loop.index, loop.source)
    case .string:
      let bytes = scratch.raw(loop.source)
      return scratch.slice(loop.source.markup(false), loop.offset..<UTF8Scan.next(in: bytes, after: loop.offset))
    case .dictionary where loop.index >= scratch.dictionaryCount(loop.source):
      throw TemplateFailure("the dictionary was changed while a loop ran over it")
    default: return try scratch.element(at: loop.index, in: loop.source)
    }
  }

  @inline(__always) mutating func loopNext(_ body: Int) throws(TemplateFailure) {
    try scratch.charge(1)
    try checkOutput()
    let last = loops.count &- 1
    if loops[last].source.kind == .string {
      loops[last].offset = UTF8Scan.next(in: scratch.raw(loops[last].source), after: loops[last].offset)
    } else if loops[last].source.kind == .list {
      loops[last].count = scratch.listCount(loops[last].source)
    }
    loops[last].index &+= 1
    if loops[last].index < loops[last].count {
      position = body
    } else {
      loops.removeLast()
    }
  }

  func loopValue() -> Value {
    let loop = loops[loops.count - 1]
    return Value(kind: .loop, length: UInt32(truncatingIfNeeded: loops.count - 1), payload: UInt64(loop.serial))
  }

  // MARK: Attributes

  mutating func innermostLoopAttribute(_ number: UInt8) throws(TemplateFailure) -> Value {
    try loopAttribute(LoopAttribute(rawValue: number) ?? .index, of: loops.count - 1)
  }

  mutating func loopAttribute(_ name: Symbol, of value: Value) throws(TemplateFailure) -> Value {
    let position = try loopPosition(value)
    let text = text(name)
    guard let attribute = LoopAttribute.allCases.first(where: { $0.name == text }) else {
      return .undefined(attribute: name, of: value)
    }
    return try loopAttribute(attribute, of: position)
  }

  func loopPosition(_ value: Value) throws(TemplateFailure) -> Int {
    let position = Int(value.length)
    guard position < loops.count, loops[position].serial == value.index else {
      throw TemplateFailure("the loop has ended")
    }
    return position
  }

  private mutating func loopAttribute(_ attribute: LoopAttribute, of position: Int) throws(TemplateFailure) -> Value {
    let loop = loops[position]
    switch attribute {
    case .index: return Value(loop.index + 1)
    case .index0: return Value(loop.index)
    case .first: return Value(loop.index == 0)
    case .last: return Value(loop.index + 1 >= loop.count)
    case .length: return Value(loop.count)
    case .revindex: return Value(loop.count - loop.index)
    case .revindex0: return Value(loop.count - loop.index - 1)
    case .depth: return Value(loop.depth + 1)
    case .depth0: return Value(loop.depth)
    case .previtem: return loop.index > 0 ? try scratch.element(at: loop.index - 1, in: loop.source) : .undefined
    case .nextitem:
      return loop.index + 1 < loop.count ? try scratch.element(at: loop.index + 1, in: loop.source) : .undefined
    }
  }

  // MARK: Calls

  mutating func loopCycle(_ value: Value) throws(TemplateFailure) -> Value {
    let position = try loopPosition(value)
    guard !positional.isEmpty else { throw TemplateFailure("loop.cycle needs at least one argument") }
    return positional[loops[position].index % positional.count]
  }

  /// Whether the arguments are others than those of the call before.
  mutating func loopChanged(_ value: Value) throws(TemplateFailure) -> Value {
    let position = try loopPosition(value)
    try scratch.chargeItems(positional.count)
    let now = scratch.makeList(capacity: positional.count)
    for argument in positional { scratch.append(argument, to: now) }
    let before = loops[position].changed
    loops[position].changed = now
    if before.isMissing { return Value(true) }
    return Value(try !scratch.isEqual(before, now))
  }

  mutating func callRecursiveLoop(_ instruction: Instruction) throws(TemplateFailure) {
    try enterLoop(Int(instruction.a), outer: frames.count - 1, depth: 0, source: pop(), writes: instruction.x)
  }

  /// `loop(…)` inside of a recursive loop.
  mutating func callLoop(_ value: Value, writes: UInt8) throws(TemplateFailure) {
    let loop = loops[try loopPosition(value)]
    guard loop.function >= 0 else {
      throw TemplateFailure("the loop is not recursive", help: "write 'recursive' at the end of its for tag")
    }
    guard positional.count == 1, keywords.isEmpty else { throw TemplateFailure("loop() takes one argument") }
    try enterLoop(loop.function, outer: loop.outer, depth: loop.depth + 1, source: positional[0], writes: writes)
  }

  private mutating func enterLoop(
    _ function: Int, outer: Int, depth: Int, source: Value, writes: UInt8
  ) throws(TemplateFailure) {
    let context = frames[frames.count - 1].context
    try enter(function, context: context, outer: outer, result: result(writes))
    stack[base] = source
    frames[frames.count - 1].loopDepth = depth
  }
}
