import ByteText

extension Machine {
  mutating func call(_ instruction: Instruction) throws(TemplateFailure) {
    let shape = program.shapes[Int(instruction.b)]
    let callee = stack[top - shape.count - 1]
    let writes = instruction.x
    if callee.kind == .macro, shape.isPlain,
      try callMacroDirectly(callee, count: shape.positional, writes: writes)
    {
      return
    }
    try gather(shape)
    top -= 1
    try call(callee, writes: writes)
  }

  /// Calls a value with the gathered arguments.
  private mutating func call(_ callee: Value, writes: UInt8) throws(TemplateFailure) {
    switch callee.kind {
    case .macro: try callMacro(callee, writes: writes)
    case .loop: try callLoop(callee, writes: writes)
    case .function: try give(try callFunction(callee.index), writes: writes)
    case .method: try callSelfBlock(Symbol(id: callee.length), writes: writes)
    case .joiner: try give(scratch.callJoiner(callee), writes: writes)
    case .undefined: throw scratch.undefinedFailure(callee)
    default: throw TemplateFailure("\(scratch.describe(callee)) can't be called")
    }
  }

  @inline(__always) private mutating func give(_ value: Value, writes: UInt8) throws(TemplateFailure) {
    if writes == 0 {
      push(value)
    } else if writes == 1 {
      try write(value)
    } else {
      try writeSafe(value, mustBeText: true)
    }
  }

  mutating func callMethod(_ instruction: Instruction) throws(TemplateFailure) {
    let shape = program.shapes[Int(instruction.b)]
    let name = Symbol(id: instruction.a)
    let owner = stack[top - shape.count - 1]
    let writes = instruction.x
    try gather(shape)
    top -= 1
    if owner.kind == .loop, let result = try callLoopMethod(name, of: owner) { return try give(result, writes: writes) }
    if owner.kind == .cycler, let result = scratch.callCycler(owner, text(name)) {
      return try give(result, writes: writes)
    }
    if let method = Method(rawValue: program.methods[Int(name.id)]),
      let result = try scratch.call(method, on: owner, positional, keywords)
    {
      return try give(result, writes: writes)
    }
    try callAttribute(name, of: owner, writes: writes)
  }

  private mutating func callAttribute(_ name: Symbol, of owner: Value, writes: UInt8) throws(TemplateFailure) {
    let callee = try attribute(name.id, of: owner)
    if callee.isUndefined {
      try scratch.requireDefined(owner)
      throw TemplateFailure("\(scratch.describe(owner)) has no method '\(text(name))'")
    }
    try call(callee, writes: writes)
  }

  private mutating func callLoopMethod(_ name: Symbol, of loop: Value) throws(TemplateFailure) -> Value? {
    switch text(name) {
    case "cycle": try loopCycle(loop)
    case "changed": try loopChanged(loop)
    default: nil
    }
  }

  /// Calls a function of the engine or the host.
  private mutating func callFunction(_ number: Int) throws(TemplateFailure) -> Value {
    if let builtin = BuiltinFunction(rawValue: UInt8(clamping: number)) {
      return try scratch.call(builtin, positional, keywords)
    }
    let function = number - BuiltinFunction.allCases.count
    let signature = program.hostFunctions[function]
    let name = options.functions[function].name
    let count = try bind(signature, "the function '\(name)'")
    defer { top -= count }
    hideMissing(count)
    return try model.call(function, Arguments(values: stack.slice(top - count, count)), scratch: &scratch)
  }

  // MARK: Filters and tests

  mutating func filter(_ instruction: Instruction) throws(TemplateFailure) {
    let count = Int(instruction.y)
    guard let filter = BuiltinFilter(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return }
    let value = stack[top - count - 1]
    let result = try scratch.apply(filter, to: value, FilterArguments(values: stack.slice(top - count, count)))
    top -= count
    stack[top - 1] = result
  }

  mutating func filterDynamic(_ instruction: Instruction) throws(TemplateFailure) {
    guard let filter = BuiltinFilter(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return }
    try gather(program.shapes[Int(instruction.b)])
    if filter.signature.isVariadic {
      stack[top - 1] = try scratch.applyVariadic(filter, to: stack[top - 1], positional, keywords)
      return
    }
    let count = try bind(filter.signature, "the filter '\(filter)'")
    var direct = instruction
    direct.y = UInt16(count)
    try self.filter(direct)
  }

  mutating func hostFilter(_ instruction: Instruction) throws(TemplateFailure) {
    let count = Int(instruction.y)
    hideMissing(count)
    let arguments = Arguments(values: stack.slice(top - count - 1, count + 1))
    let result = try model.filter(Int(instruction.a), arguments, scratch: &scratch)
    top -= count
    stack[top - 1] = result
  }

  mutating func hostFilterDynamic(_ instruction: Instruction) throws(TemplateFailure) {
    try gather(program.shapes[Int(instruction.b)])
    let host = options.filters[Int(instruction.a)]
    let count = try bind(Signature(host), "the filter '\(host.name)'")
    var direct = instruction
    direct.y = UInt16(count)
    try hostFilter(direct)
  }

  mutating func test(_ instruction: Instruction) throws(TemplateFailure) {
    let count = Int(instruction.y)
    guard let test = BuiltinTest(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return }
    let value = stack[top - count - 1]
    let result = try scratch.test(test, value, FilterArguments(values: stack.slice(top - count, count)))
    top -= count
    stack[top - 1] = Value(result)
  }

  mutating func testDynamic(_ instruction: Instruction) throws(TemplateFailure) {
    guard let test = BuiltinTest(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return }
    try gather(program.shapes[Int(instruction.b)])
    var direct = instruction
    direct.y = UInt16(try bind(test.signature, "the test '\(test)'"))
    try self.test(direct)
  }

  /// The host gets the undefined value for what was not passed.
  private func hideMissing(_ count: Int) {
    for index in top - count..<top where stack[index].isMissing { stack[index] = .undefined }
  }

  // MARK: Arguments

  /// Takes the arguments of a call from the stack.
  mutating func gather(_ shape: CallShape) throws(TemplateFailure) {
    positional.removeAll(keepingCapacity: true)
    keywords.removeAll(keepingCapacity: true)
    top -= shape.count
    for index in 0..<shape.positional { positional.append(stack[top + index]) }
    for (index, name) in shape.keywords.enumerated() {
      keywords.append((program.symbolTexts[Int(name.id)], stack[top + shape.positional + index]))
    }
    var next = top + shape.positional + shape.keywords.count
    if shape.hasList {
      let list = try scratch.listed(stack[next])
      try scratch.charge(scratch.listCount(list))
      for index in 0..<scratch.listCount(list) { positional.append(scratch.listElement(index, list)) }
      next += 1
    }
    if shape.hasDictionary { try gatherKeywords(stack[next]) }
  }

  private mutating func gatherKeywords(_ dictionary: Value) throws(TemplateFailure) {
    guard dictionary.kind == .dictionary else {
      throw TemplateFailure("'**' needs a dictionary, not \(scratch.describe(dictionary))")
    }
    try scratch.charge(scratch.dictionaryCount(dictionary))
    for index in 0..<scratch.dictionaryCount(dictionary) {
      let (name, value) = scratch.entry(index, dictionary)
      guard name.kind == .string else { throw TemplateFailure("the name of an argument has to be a text") }
      if keywords.contains(where: { scratch.isEqualText($0.name, name) }) {
        throw TemplateFailure("the argument '\(scratch.text(of: name) ?? "")' is passed twice")
      }
      keywords.append((name, value))
    }
  }

  /// Puts the gathered arguments on the stack in the order of the parameters and gives their number.
  mutating func bind(_ signature: Signature, _ callee: @autoclosure () -> String) throws(TemplateFailure) -> Int {
    let count = signature.parameters.count
    // Most calls name no argument; they ask for no memory.
    if keywords.isEmpty, positional.count >= signature.required, positional.count <= count,
      !positional.contains(where: \.isMissing)
    {
      for value in positional { push(value) }
      for _ in positional.count..<count { push(.missing) }
      return count
    }
    let bound = try scratch.bind(signature, callee(), positional, keywords)
    for value in bound { push(value) }
    return bound.count
  }
}
