import ByteText

extension Machine {
  // MARK: Inheritance

  mutating func extend(_ template: Int) throws(TemplateFailure) {
    let context = frames[frames.count - 1].context
    if contexts[context].parent >= 0 { throw TemplateFailure("the template extends two others") }
    var length = 0
    var link = contexts[context].firstLink
    while link >= 0 {
      link = links[link].next
      length += 1
    }
    if length > limits.depth { throw TemplateFailure("more than \(limits.depth) templates extend each other") }
    links.append(ChainLink(template: template))
    links[contexts[context].lastLink].next = links.count - 1
    contexts[context].lastLink = links.count - 1
    contexts[context].parent = template
  }

  mutating func extendDynamic() throws(TemplateFailure) {
    let name = pop()
    if name.kind == .module { return try extend(Int(name.length)) }
    try extend(try template(named: name))
  }

  /// Goes on with the template that the running one extends.
  mutating func enterParent() throws(TemplateFailure) {
    let last = frames.count - 1
    let context = frames[last].context
    let parent = contexts[context].parent
    contexts[context].parent = -1
    var frame = frames.removeLast()
    profiler?.leave()
    (top, position) = (frame.base, frame.returnPosition)
    let (escapes, isMarkup) = (frame.escapes, frame.isMarkup)
    try enter(program.templates[parent].root, context: context, result: frame.result)
    swap(&frame.function, &frames[frames.count - 1].function)
    frame.serial = frames[frames.count - 1].serial
    (frame.escapes, frame.isMarkup) = (escapes, isMarkup)
    frames[frames.count - 1] = frame
  }

  mutating func callBlock(_ instruction: Instruction) throws(TemplateFailure) {
    let name = Symbol(id: instruction.a)
    var context = frames[frames.count - 1].context
    if instruction.x & 2 != 0 { try requireBlock(name, context) }
    guard let (function, link) = block(name, from: contexts[context].firstLink) else { return }
    let isScoped = instruction.x & 1 != 0
    if isScoped { context = try makeContext(nil, bindings: Int(instruction.b)) }
    try enter(function, context: context, result: .output)
    frames[frames.count - 1].link = link
    frames[frames.count - 1].ownsContext = isScoped
  }

  private func requireBlock(_ name: Symbol, _ context: Int) throws(TemplateFailure) {
    if let (_, link) = block(name, from: contexts[context].firstLink), block(name, from: links[link].next) != nil {
      return
    }
    throw TemplateFailure("the required block '\(text(name))' is not given by any template that extends this one")
  }

  /// The nearest block of a name, and the link of its template.
  private func block(_ name: Symbol, from first: Int) -> (function: Int, link: Int)? {
    var link = first
    while link >= 0 {
      if let function = program.templates[links[link].template].block(name) { return (function, link) }
      link = links[link].next
    }
    return nil
  }

  mutating func callSuper(_ instruction: Instruction) throws(TemplateFailure) {
    let frame = frames[frames.count - 1]
    guard frame.link >= 0 else { throw TemplateFailure("super() can be used only in a block") }
    let name = Symbol(id: instruction.b)
    var link = frame.link
    var function = -1
    for _ in 0..<instruction.a {
      guard let next = block(name, from: links[link].next) else {
        throw TemplateFailure("there is no block '\(text(name))' further out that super() could mean")
      }
      (function, link) = next
    }
    try enter(function, context: frame.context, result: result(instruction.x))
    frames[frames.count - 1].link = link
  }

  mutating func callSelfBlock(_ instruction: Instruction) throws(TemplateFailure) {
    try callSelfBlock(Symbol(id: instruction.a), writes: instruction.x)
  }

  mutating func callSelfBlock(_ name: Symbol, writes: UInt8) throws(TemplateFailure) {
    let context = frames[frames.count - 1].context
    guard let (function, link) = block(name, from: contexts[context].firstLink) else {
      throw TemplateFailure("there is no block '\(text(name))'")
    }
    try enter(function, context: context, result: result(writes))
    frames[frames.count - 1].link = link
  }

  /// `self.name`, which can be called.
  func selfBlock(_ name: Symbol) -> Value {
    let context = frames[frames.count - 1].context
    return block(name, from: contexts[context].firstLink) == nil
      ? .undefined(.attribute, symbol: name.id, payload: UInt64(Value.Kind.blocks.rawValue))
      : Value(kind: .method, length: name.id)
  }

  // MARK: Includes and imports

  mutating func include(_ template: Int, _ instruction: Instruction) throws(TemplateFailure) {
    let withContext = instruction.x & 2 != 0
    if withContext, try writePart(of: template, instruction) { return }
    let context =
      withContext ? try makeContext(template, bindings: Int(instruction.b)) : makeContext(template)
    try enter(program.templates[template].root, context: context, result: .output)
    frames[frames.count - 1].ownsContext = true
  }

  mutating func includeDynamic(_ instruction: Instruction) throws(TemplateFailure) {
    let name = pop()
    if name.kind == .module { return try include(Int(name.length), instruction) }
    guard let template = try firstTemplate(of: name) else {
      if instruction.x & 1 != 0 { return }
      throw missing(name)
    }
    try include(template, instruction)
  }

  /// The first template that exists, of a name or a list of names.
  private mutating func firstTemplate(of name: Value) throws(TemplateFailure) -> Int? {
    guard name.kind != .string else { return index(of: name) }
    try scratch.requireDefined(name)
    let names = try scratch.listed(name)
    for index in 0..<scratch.listCount(names) {
      let candidate = scratch.listElement(index, names)
      if candidate.kind == .module { return Int(candidate.length) }
      if let template = self.index(of: candidate) { return template }
    }
    return nil
  }

  private func index(of name: Value) -> Int? {
    scratch.text(of: name).flatMap { program.templateIndex[$0] }
  }

  private func template(named name: Value) throws(TemplateFailure) -> Int {
    try scratch.requireDefined(name)
    guard let template = index(of: name) else { throw missing(name) }
    return template
  }

  private func missing(_ name: Value) -> TemplateFailure {
    let text = scratch.text(of: name) ?? "of the list"
    let nearest = Suggestion.nearest(to: text, among: program.templates.prefix(program.templateCount).map(\.name))
    return TemplateFailure("there is no template '\(text)'", help: nearest.map { "did you mean '\($0)'?" })
  }

  mutating func importModule(_ template: Int, _ instruction: Instruction) throws(TemplateFailure) {
    let withContext = instruction.x & 2 != 0
    if !withContext, !modules[template].isMissing { return push(modules[template]) }
    let context = withContext ? try makeContext(template, bindings: Int(instruction.b)) : makeContext(template)
    try enter(program.templates[template].root, context: context, result: .module)
    // Marks a module that can be kept, as loops have no meaning for a template.
    frames[frames.count - 1].loopDepth = withContext ? 0 : 1
  }

  mutating func importDynamic(_ instruction: Instruction) throws(TemplateFailure) {
    try importModule(try template(named: pop()), instruction)
  }

  func moduleMember(_ name: Symbol, of module: Value) -> Value {
    guard module.kind == .module, let index = program.names.firstIndex(of: name) else {
      return .undefined(attribute: name, of: module)
    }
    let value = contextValues[contexts[scratch.items[module.index].integer].start + index]
    let isExported = value.flags & Value.Flag.exported != 0 && !value.isMissing
    return isExported ? value : .undefined(attribute: name, of: module)
  }
}
