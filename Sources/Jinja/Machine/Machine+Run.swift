import ByteText

extension Machine {
  /// Runs until the first function has returned.
  mutating func run() throws(TemplateFailure) {
    let code = program.code
    let literals = program.literals.bytes
    while true {
      let instruction = code[position]
      position &+= 1
      switch instruction.operation {
      case .text:
        out.append(
          UnsafeRawBufferPointer(
            rebasing: literals[Int(instruction.a)..<Int(instruction.a) &+ Int(instruction.b)]))
      case .emitSlotAttribute:
        let owner = stack[base &+ Int(instruction.y)]
        try write(try attribute(instruction.a, of: owner))
      case .emitSlot:
        let value = stack[base &+ Int(instruction.y)]
        try write(value)
      case .emit: try write(pop())
      case .loadSlot:
        let value = stack[base &+ Int(instruction.y)]
        push(value)
      case .loadSlotAttribute:
        let owner = stack[base &+ Int(instruction.y)]
        push(try attribute(instruction.a, of: owner))
      case .emitNameAttribute: try write(try attribute(instruction.a, of: variable(instruction.b)))
      case .loadNameAttribute: push(try attribute(instruction.a, of: variable(instruction.b)))
      case .loadName: push(variable(instruction.a))
      case .constant: push(program.constants[Int(instruction.a)])
      case .storeSlot:
        let value = pop()
        stack[base &+ Int(instruction.y)] = value
      case .attribute:
        let owner = pop()
        push(try attribute(instruction.a, of: owner))
      case .jump: position = Int(instruction.a)
      case .jumpIfFalse: if !scratch.truth(pop()) { position = Int(instruction.a) }
      case .jumpIfTrue: if scratch.truth(pop()) { position = Int(instruction.a) }
      case .loopItemToSlot:
        let element = try loopElement()
        stack[base &+ Int(instruction.y)] = element
      case .loopNext: try loopNext(Int(instruction.a))
      case .endOfExpression: return
      case .returnFromFunction, .endOfRoot:
        if try leave(instruction.operation) { return }
      default: try execute(instruction)
      }
    }
  }

  private mutating func execute(_ instruction: Instruction) throws(TemplateFailure) {
    switch instruction.operation {
    case .loadOwnName: push(ownVariable(instruction.a, asBeginning: instruction.x == 1))
    case .emitPart: try writePart(pop())
    case .emitSafe: try writeSafe(pop(), mustBeText: instruction.x == 1)
    case .loadOuter: push(outerVariable(depth: Int(instruction.x), slot: Int(instruction.y)))
    case .storeName: storeName(instruction)
    case .pop: top &-= 1
    case .duplicate: push(stack[top &- 1])
    case .not: stack[top &- 1] = Value(!scratch.truth(stack[top &- 1]))
    case .negate: stack[top &- 1] = try scratch.negate(stack[top &- 1])
    case .plus: stack[top &- 1] = try scratch.plus(stack[top &- 1])
    case .jumpIfFalseKeeping: jumpKeeping(instruction, where: false)
    case .jumpIfTrueKeeping: jumpKeeping(instruction, where: true)
    case .jumpIfSet: if !stack[base &+ Int(instruction.y)].isMissing { position = Int(instruction.a) }
    case .jumpIfExtended: if contexts[frames[frames.count - 1].context].parent >= 0 { position = Int(instruction.a) }
    case .captureBegin: captures.append(out.count)
    case .captureEnd: try endCapture(safe: instruction.x == 1 ? escapes : scratch.autoescape)
    case .captureDrop: out.truncate(to: captures.removeLast())
    case .autoescapeSave:
      stack[base &+ Int(instruction.y)] = Value((scratch.autoescape ? 1 : 0) + (escapes ? 2 : 0))
    case .autoescapeSet:
      let truth = scratch.truth(pop())
      setAutoescape(truth, escapes: truth)
    case .autoescapeRestore:
      let saved = stack[base &+ Int(instruction.y)].integer
      setAutoescape(saved & 1 != 0, escapes: saved & 2 != 0)
    default: try executeOperator(instruction)
    }
  }

  private mutating func executeOperator(_ instruction: Instruction) throws(TemplateFailure) {
    switch instruction.operation {
    case .item: try loadItem()
    case .slice: try loadSlice()
    case .binary: try calculate(instruction.x)
    case .compare: try compare(instruction.x)
    case .compareChain: try compareChain(instruction)
    case .concatenate: try concatenate(Int(instruction.a))
    case .makeList: try makeList(Int(instruction.a), .list)
    case .makeTuple: try makeList(Int(instruction.a), .tuple)
    case .makeDictionary: try makeDictionary(Int(instruction.a))
    case .unpack: try unpack(Int(instruction.a))
    case .storeNamespaceAttribute: try storeNamespaceAttribute(Symbol(id: instruction.b))
    case .loopBegin: try beginLoop(instruction)
    case .loopItem: push(try loopElement())
    case .loopToSlot: stack[base &+ Int(instruction.y)] = loopValue()
    case .loopAttribute: push(try innermostLoopAttribute(instruction.x))
    case .loopExit: loops.removeLast()
    case .loopKeep: scratch.append(try loopElement(), to: stack[base &+ Int(instruction.y)])
    case .loopRecursive: try callRecursiveLoop(instruction)
    default: try executeCall(instruction)
    }
  }

  private mutating func executeCall(_ instruction: Instruction) throws(TemplateFailure) {
    switch instruction.operation {
    case .call: try call(instruction)
    case .callMethod: try callMethod(instruction)
    case .filter: try filter(instruction)
    case .filterDynamic: try filterDynamic(instruction)
    case .hostFilter: try hostFilter(instruction)
    case .hostFilterDynamic: try hostFilterDynamic(instruction)
    case .test: try test(instruction)
    case .testDynamic: try testDynamic(instruction)
    case .makeMacro: makeMacro(Int(instruction.a))
    case .callBlock: try callBlock(instruction)
    case .callSuper: try callSuper(instruction)
    case .selfBlock: try callSelfBlock(instruction)
    case .include: try include(Int(instruction.a), instruction)
    case .includeDynamic: try includeDynamic(instruction)
    case .importModule: try importModule(Int(instruction.a), instruction)
    case .importDynamic: try importDynamic(instruction)
    case .moduleMember: push(moduleMember(Symbol(id: instruction.a), of: stack[top - 1]))
    case .extends: try extend(Int(instruction.a))
    case .extendsDynamic: try extendDynamic()
    default: break
    }
  }

  private mutating func setAutoescape(_ autoescape: Bool, escapes: Bool) {
    scratch.autoescape = autoescape
    contexts[frames[frames.count - 1].context].autoescape = autoescape
    self.escapes = escapes
  }

  @inline(__always) private mutating func jumpKeeping(_ instruction: Instruction, where truth: Bool) {
    if scratch.truth(stack[top &- 1]) == truth {
      position = Int(instruction.a)
    } else {
      top &-= 1
    }
  }
}
