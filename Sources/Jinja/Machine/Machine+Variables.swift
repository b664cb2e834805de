import ByteText

extension Machine {
  /// A variable of the running function's context, or of all contexts.
  @inline(__always) func variable(_ name: UInt32) -> Value {
    let value = contextValues[contextStart &+ Int(name)]
    return value.isMissing ? global(Int(name)) : value
  }

  @inline(__always) private func global(_ name: Int) -> Value {
    let value = globals[name]
    return value.isMissing ? .undefined(name: program.names[name]) : value
  }

  func ownVariable(_ name: UInt32, asBeginning: Bool) -> Value {
    let value = contextValues[contextStart + Int(name)]
    let isOwn = value.flags & Value.Flag.assigned != 0
    if isOwn { return value }
    return asBeginning
      ? .undefined(.missing, symbol: program.names[Int(name)].id) : .undefined(name: program.names[Int(name)])
  }

  func outerVariable(depth: Int, slot: Int) -> Value {
    var frame = frames[frames.count - 1].outer
    for _ in 1..<max(depth, 1) where frame >= 0 { frame = frames[frame].outer }
    return frame >= 0 ? stack[frames[frame].base + slot] : .undefined
  }

  mutating func storeName(_ instruction: Instruction) {
    let value = pop()
    let exported = instruction.x == 1 ? Value.Flag.exported : 0
    let flags = value.flags & ~Value.Flag.exported | exported | Value.Flag.assigned
    contextValues[contextStart + Int(instruction.a)] = value.with(flags: flags)
    contexts[frames[frames.count - 1].context].hasAssigned = true
  }

  mutating func storeNamespaceAttribute(_ name: Symbol) throws(TemplateFailure) {
    let namespace = pop()
    let value = pop()
    guard namespace.kind == .namespace else {
      try scratch.requireDefined(namespace)
      throw TemplateFailure("attributes can be set only on a namespace, not on \(scratch.describe(namespace))")
    }
    try scratch.requireChangeable(namespace)
    scratch.set(program.symbolTexts[Int(name.id)], to: value, in: namespace)
  }

  // MARK: Attributes and items

  /// The attribute of a value, or the undefined value.
  @inline(__always) mutating func attribute(_ name: UInt32, of value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .object {
      let result = try model.attribute(Symbol(id: name), of: value.object, scratch: &scratch)
      return result.isUndefined ? .undefined(attribute: Symbol(id: name), of: value) : result
    }
    return try plainAttribute(Symbol(id: name), of: value)
  }

  @inline(never) mutating func plainAttribute(_ name: Symbol, of value: Value) throws(TemplateFailure) -> Value {
    switch value.kind {
    case .dictionary, .namespace:
      return scratch.value(program.symbolTexts[Int(name.id)], in: value) ?? .undefined(attribute: name, of: value)
    case .loop: return try loopAttribute(name, of: value)
    case .blocks: return selfBlock(name)
    case .module: return moduleMember(name, of: value)
    case .macro: return macroAttribute(name, of: value)
    case .cycler where text(name) == "current": return scratch.cyclerCurrent(value)
    case .tuple where value.flags & Value.Flag.group != 0:
      return text(name) == "grouper"
        ? scratch.listElement(0, value)
        : text(name) == "list" ? scratch.listElement(1, value) : .undefined(attribute: name, of: value)
    case .undefined: throw scratch.undefinedFailure(value)
    default: return .undefined(attribute: name, of: value)
    }
  }

  func text(_ name: Symbol) -> String { program.symbols.name(of: name) }

  mutating func loadItem() throws(TemplateFailure) {
    let index = pop()
    let owner = pop()
    push(try item(index, of: owner))
  }

  mutating func item(_ index: Value, of owner: Value) throws(TemplateFailure) -> Value {
    switch owner.kind {
    case .loop, .module, .macro, .cycler, .namespace:
      guard index.kind == .string, let name = scratch.symbol(of: index) else { return .undefined(.item) }
      return try attribute(name.id, of: owner)
    default: return try scratch.item(index, of: owner)
    }
  }

  mutating func loadSlice() throws(TemplateFailure) {
    let step = pop()
    let upper = pop()
    let lower = pop()
    push(try scratch.slice(pop(), lower, upper, step))
  }
}
