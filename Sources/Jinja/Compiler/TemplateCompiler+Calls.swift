import ByteText

extension TemplateCompiler {
  /// Calls something; the result is written or given.
  mutating func compileCall(
    _ callee: Expression, _ arguments: CallArguments, writes: Bool, callerFunction: Int? = nil, at span: SourceSpan
  ) {
    let x: UInt8 = callerFunction != nil ? 2 : writes ? 1 : 0
    if let levels = superLevels(callee) {
      requireNoArguments(arguments, of: "super", at: span)
      function.emit(.callSuper, x: x, a: levels, b: Int(function.block?.id ?? 0), effect: writes ? 0 : 1, at: span)
      return
    }
    if let block = selfBlock(callee) {
      builder.selfUsers.insert(index)
      requireNoArguments(arguments, of: "a block", at: span)
      function.emit(.selfBlock, x: x, a: Int(block.id), effect: writes ? 0 : 1, at: span)
      return
    }
    check(callee, arguments)
    if case .attribute(let operand, let method) = callee.kind {
      compile(operand)
      let shape = compile(arguments, callerFunction: callerFunction, at: span)
      function.emit(
        .callMethod, x: x, a: Int(method.id), b: builder.shape(shape), effect: -shape.count - (writes ? 1 : 0), at: span
      )
    } else {
      compile(callee)
      let shape = compile(arguments, callerFunction: callerFunction, at: span)
      function.emit(.call, x: x, b: builder.shape(shape), effect: -shape.count - (writes ? 1 : 0), at: span)
    }
  }

  /// Gives the arguments of a call.
  mutating func compile(_ arguments: CallArguments, callerFunction: Int? = nil, at span: SourceSpan) -> CallShape {
    var shape = CallShape(positional: arguments.positional.count, keywords: arguments.keywords.map(\.name))
    for argument in arguments.positional { compile(argument) }
    for (number, keyword) in arguments.keywords.enumerated() {
      if let callerFunction, number + 1 == arguments.keywords.count {
        function.emit(.makeMacro, a: callerFunction, effect: 1, at: span)
      } else {
        compile(keyword.value)
      }
    }
    if let list = arguments.list {
      compile(list)
      shape.hasList = true
    }
    if let dictionary = arguments.dictionary {
      compile(dictionary)
      shape.hasDictionary = true
    }
    return shape
  }

  private func requireNoArguments(_ arguments: CallArguments, of name: String, at span: SourceSpan) {
    if !arguments.expressions.isEmpty { report("template/call", "\(name) takes no arguments", at: span) }
  }

  /// For `super`, `super.super` and so on, how many blocks further out is meant.
  private func superLevels(_ callee: Expression) -> Int? {
    guard function.block != nil else { return nil }
    let superName = symbol("super")
    switch callee.kind {
    case .name(superName):
      guard case .context = function.place(of: superName) else { return nil }
      return 1
    case .attribute(let operand, superName): return superLevels(operand).map { $0 + 1 }
    default: return nil
    }
  }

  private func selfBlock(_ callee: Expression) -> Symbol? {
    guard case .attribute(let operand, let block) = callee.kind, case .name(let name) = operand.kind else { return nil }
    guard self.name(name) == "self", case .context = function.place(of: name) else { return nil }
    return block
  }

  /// Reports calls that can't succeed: of functions that do not exist, or with wrong arguments.
  private func check(_ callee: Expression, _ arguments: CallArguments) {
    guard case .name(let name) = callee.kind, case .context = function.place(of: name) else { return }
    builder.calls.append(
      CallCheck(template: index, name: name, span: callee.span, arguments: arguments.outline))
  }

  // MARK: Filters and tests

  func hasHostFilter(_ name: String) -> Bool {
    builder.options.filters.contains { $0.name == name }
  }

  mutating func compileFilter(_ operand: Expression?, _ call: FilterCall, at span: SourceSpan) {
    if let operand { compile(operand) }
    if let host = builder.options.filters.firstIndex(where: { $0.name == call.name }) {
      let signature = Signature(builder.options.filters[host])
      compileBound(call, signature, .hostFilter, .hostFilterDynamic, number: host, what: "filter", at: span)
    } else if let filter = BuiltinFilter.named[call.name] {
      if filter.signature.isVariadic { checkInnerName(of: call, filter) }
      compileBound(
        call, filter.signature, .filter, .filterDynamic, number: Int(filter.rawValue), what: "filter", at: span)
    } else {
      reportUnknown("filter", call, among: Array(BuiltinFilter.named.keys) + builder.options.filters.map(\.name))
    }
  }

  mutating func compileTest(_ operand: Expression, _ call: FilterCall, at span: SourceSpan) {
    compile(operand)
    guard let test = BuiltinTest.named[call.name] else {
      reportUnknown("test", call, among: Array(BuiltinTest.named.keys))
      return
    }
    compileBound(call, test.signature, .test, .testDynamic, number: Int(test.rawValue), what: "test", at: span)
  }

  private func reportUnknown(_ what: String, _ call: FilterCall, among known: [String]) {
    let nearest = Suggestion.nearest(to: call.name, among: known.sorted())
    report(
      "template/\(what)", "there is no \(what) '\(call.name)'", at: call.nameSpan,
      help: nearest.map { "did you mean '\($0)'?" })
  }

  /// The filters and tests that `map`, `select` and so on apply are checked where their names are constant.
  private func checkInnerName(of call: FilterCall, _ filter: BuiltinFilter) {
    let position: Int
    switch filter {
    case .map, .select, .reject: position = 0
    case .selectattr, .rejectattr: position = 1
    default: return
    }
    guard call.arguments.positional.count > position,
      case .literal(.string(let bytes)) = call.arguments.positional[position].kind
    else { return }
    let name = String(decoding: bytes, as: UTF8.self)
    let inner = FilterCall(name: name, nameSpan: call.arguments.positional[position].span)
    if filter == .map {
      guard BuiltinFilter.named[name] == nil, !hasHostFilter(name) else { return }
      reportUnknown("filter", inner, among: Array(BuiltinFilter.named.keys) + builder.options.filters.map(\.name))
    } else if BuiltinTest.named[name] == nil {
      reportUnknown("test", inner, among: Array(BuiltinTest.named.keys))
    }
  }

  /// Gives the arguments in the order of the parameters; where only rendering knows them, they are bound then.
  private mutating func compileBound(
    _ call: FilterCall, _ signature: Signature, _ direct: Operation, _ dynamic: Operation, number: Int, what: String,
    at span: SourceSpan
  ) {
    let arguments = call.arguments
    if signature.isVariadic || arguments.hasSpread {
      let shape = compile(arguments, at: span)
      function.emit(dynamic, a: number, b: builder.shape(shape), effect: -shape.count, at: span)
      return
    }
    let outline = arguments.outline
    if let problem = outline.problem(with: signature, of: "the \(what) '\(call.name)'", name: builder.symbols.name(of:))
    {
      report("template/arguments", problem.message, at: call.nameSpan, help: problem.help)
      return
    }
    for (position, parameter) in signature.parameters.enumerated() {
      if position < arguments.positional.count {
        compile(arguments.positional[position])
      } else if let keyword = arguments.keywords.first(where: { name($0.name) == parameter }) {
        compile(keyword.value)
      } else {
        function.emit(.constant, a: builder.addConstant(.missing), effect: 1, at: span)
      }
    }
    let count = signature.parameters.count
    function.emit(direct, y: count, a: number, effect: -count, at: span)
  }
}
