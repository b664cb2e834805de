import ByteText

extension Machine {
  /// Gives a macro that remembers its context and the function that it is in.
  mutating func makeMacro(_ function: Int) {
    let frame = frames.count - 1
    let start = scratch.items.count
    scratch.items.append(Value(function))
    scratch.items.append(Value(frames[frame].context))
    scratch.items.append(Value(frame))
    scratch.items.append(Value(frames[frame].serial))
    closures += 1
    push(Value(kind: .macro, payload: UInt64(start)))
  }

  /// Calls a macro with the gathered arguments.
  mutating func callMacro(_ macro: Value, writes: UInt8) throws(TemplateFailure) {
    let number = scratch.items[macro.index].integer
    let info = program.functions[number]
    let start = top
    try checkStack(info)
    try bindMacro(info)
    try enterMacro(macro, info, number, start: start, writes: writes)
  }

  /// Calls a macro whose arguments are on the stack in the order of its parameters, above the macro itself.
  mutating func callMacroDirectly(_ macro: Value, count: Int, writes: UInt8) throws(TemplateFailure) -> Bool {
    let number = scratch.items[macro.index].integer
    let info = program.functions[number]
    guard count <= info.parameters.count, info.callerSlot == nil, info.keywordsSlot == nil, info.restSlot == nil,
      !info.hasCallerParameter
    else { return false }
    let start = top - count - 1
    try checkStack(info)
    stack.move(from: start + 1, to: start, count: count)
    top = start + count
    for position in start..<top where stack[position].isMissing { stack[position] = .undefined }
    for position in count..<max(count, info.parameters.count) { push(absent(position, info)) }
    try enterMacro(macro, info, number, start: start, writes: writes)
    return true
  }

  /// Sees to it that arguments and variables fit before they are put on the stack.
  private func checkStack(_ info: FunctionInfo) throws(TemplateFailure) {
    guard top + info.slots + Self.margin < stack.capacity else {
      throw TemplateFailure(
        "the macro '\(text(info.name))' has no room for its arguments and variables", help: "does it use itself?")
    }
  }

  private mutating func enterMacro(
    _ macro: Value, _ info: FunctionInfo, _ number: Int, start: Int, writes: UInt8
  ) throws(TemplateFailure) {
    let context = scratch.items[macro.index + 1].integer
    let outer = scratch.items[macro.index + 2].integer
    let isAlive = outer < frames.count && frames[outer].serial == scratch.items[macro.index + 3].integer
    if info.usesOuter, !isAlive {
      throw TemplateFailure("the macro '\(text(info.name))' uses variables of a part of a template that has ended")
    }
    try enter(
      number, context: context, outer: isAlive ? outer : -1, result: result(writes), arguments: top - start)
  }

  /// A parameter that was not passed: its default value is set by the macro itself.
  private func absent(_ position: Int, _ info: FunctionInfo) -> Value {
    info.hasDefault[position] ? .missing : .undefined(name: info.parameters[position])
  }

  /// Puts the gathered arguments on the stack in the order of the macro's slots.
  private mutating func bindMacro(_ info: FunctionInfo) throws(TemplateFailure) {
    let start = top
    var foundCaller = positional.count >= info.parameters.count && info.hasCallerParameter
    for position in 0..<info.parameters.count {
      if position < positional.count {
        push(positional[position].isMissing ? .undefined : positional[position])
      } else if let value = takeKeyword(program.symbolTexts[Int(info.parameters[position].id)]) {
        if text(info.parameters[position]) == "caller" { foundCaller = true }
        push(value)
      } else {
        push(absent(position, info))
      }
    }
    for _ in top - start..<info.slots { push(.missing) }
    if let slot = info.callerSlot, !foundCaller {
      let caller = takeKeyword(callerText) ?? .undefined(name: program.callerSymbol)
      stack[start + slot] = caller
    }
    try bindRest(info, start: start)
  }

  private var callerText: Value { program.symbolTexts[Int(program.callerSymbol.id)] }

  private mutating func bindRest(_ info: FunctionInfo, start: Int) throws(TemplateFailure) {
    if let slot = info.keywordsSlot {
      let rest = scratch.makeDictionary(capacity: keywords.count)
      for keyword in keywords { scratch.set(keyword.name, to: keyword.value, in: rest) }
      stack[start + slot] = rest
    } else if let keyword = keywords.first {
      let name = scratch.text(of: keyword.name) ?? ""
      throw TemplateFailure("the macro '\(text(info.name))' has no argument '\(name)'")
    }
    let extra = positional.dropFirst(info.parameters.count)
    if let slot = info.restSlot {
      let rest = scratch.makeList(capacity: extra.count, kind: .tuple)
      for value in extra { scratch.append(value, to: rest) }
      stack[start + slot] = rest
    } else if !extra.isEmpty {
      throw TemplateFailure(
        "the macro '\(text(info.name))' takes at most \(info.parameters.count) arguments, not \(positional.count)")
    }
  }

  private mutating func takeKeyword(_ name: Value) -> Value? {
    for index in keywords.indices where scratch.isEqualText(keywords[index].name, name) {
      return keywords.remove(at: index).value
    }
    return nil
  }

  mutating func macroAttribute(_ name: Symbol, of macro: Value) -> Value {
    let info = program.functions[scratch.items[macro.index].integer]
    switch text(name) {
    case "name": return info.kind == .callBlock ? .none : program.symbolTexts[Int(info.name.id)]
    case "arguments":
      let list = scratch.makeList(capacity: info.parameters.count, kind: .tuple)
      for parameter in info.parameters { scratch.append(program.symbolTexts[Int(parameter.id)], to: list) }
      return list
    case "catch_kwargs": return Value(info.keywordsSlot != nil)
    case "catch_varargs": return Value(info.restSlot != nil)
    case "caller": return Value(info.callerSlot != nil || info.hasCallerParameter)
    default: return .undefined(attribute: name, of: macro)
    }
  }
}
