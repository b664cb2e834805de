import ByteText

extension TemplateCompiler {
  mutating func compile(_ block: Block, at span: SourceSpan) {
    var skip: Int?
    if isTopLevelScope, function.outputMode != .always {
      if isExtended { return }
      if extendsCount > 0 { skip = function.emit(.jumpIfExtended, effect: 0, at: span) }
    }
    let flags: UInt8 = (block.isScoped ? 1 : 0) | (block.isRequired ? 2 : 0)
    let bindings = block.isScoped ? self.bindings() : 0
    function.emit(.callBlock, x: flags, a: Int(block.name.id), b: bindings, effect: 0, at: block.nameSpan)
    if let skip { function.land(skip) }
  }

  mutating func compileExtends(_ template: Expression, at span: SourceSpan) {
    guard isTopLevelScope else {
      report("template/extends", "'extends' can be used only at the top level of a template", at: span)
      return
    }
    if let name = constantName(template) {
      guard let parent = lookUp(name, at: template.span) else { return }
      builder.program.templates[index].references.insert(parent)
      if extendsCount == 0 {
        builder.program.templates[index].parent = parent
        builder.program.templates[index].isAlwaysExtended = isRootLevel
      }
      function.emit(.extends, a: parent, effect: 0, at: span)
    } else {
      noteReferences(in: template)
      compile(template)
      function.emit(.extendsDynamic, effect: -1, at: template.span)
    }
    extendsCount += 1
    isExtended = isExtended || isRootLevel
  }

  /// Whether no tag is around the statement.
  private var isRootLevel: Bool { conditionDepth == 0 }

  mutating func compile(_ include: Include, at span: SourceSpan) {
    let bindings = include.withContext ? self.bindings() : 0
    let flags: UInt8 = (include.ignoresMissing ? 1 : 0) | (include.withContext ? 2 : 0)
    if let names = constantNames(include.template) {
      guard let template = firstKnown(names, include, at: include.template.span) else { return }
      builder.program.templates[index].references.insert(template)
      function.emit(.include, x: flags, a: template, b: bindings, effect: 0, at: include.template.span)
    } else {
      noteReferences(in: include.template)
      compile(include.template)
      function.emit(.includeDynamic, x: flags, b: bindings, effect: -1, at: include.template.span)
    }
  }

  private func firstKnown(_ names: [String], _ include: Include, at span: SourceSpan) -> Int? {
    for name in names {
      if let template = builder.program.templateIndex[name] { return template }
    }
    if !include.ignoresMissing { reportMissing(names, at: span) }
    return nil
  }

  mutating func compileImport(_ module: Import, as name: Symbol, at span: SourceSpan) {
    compileModule(module)
    storeVariable(name, isExported: false, at: span)
  }

  mutating func compileImport(_ module: Import, _ names: [(name: Symbol, alias: Symbol)], at span: SourceSpan) {
    compileModule(module)
    for (name, alias) in names {
      function.emit(.moduleMember, a: Int(name.id), effect: 1, at: span)
      storeVariable(alias, isExported: false, at: span)
    }
    function.emit(.pop, effect: -1, at: span)
  }

  /// Gives the module of a template.
  private mutating func compileModule(_ module: Import) {
    let bindings = module.withContext ? self.bindings() : 0
    let flags: UInt8 = module.withContext ? 2 : 0
    if let name = constantName(module.template) {
      let template = lookUp(name, at: module.template.span) ?? index
      builder.program.templates[index].references.insert(template)
      function.emit(.importModule, x: flags, a: template, b: bindings, effect: 1, at: module.template.span)
    } else {
      noteReferences(in: module.template)
      compile(module.template)
      function.emit(.importDynamic, x: flags, b: bindings, effect: 0, at: module.template.span)
    }
  }

  // MARK: Names of templates

  private func constantName(_ expression: Expression) -> String? {
    guard case .literal(.string(let bytes)) = expression.kind else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func constantNames(_ expression: Expression) -> [String]? {
    switch expression.kind {
    case .list(let parts), .tuple(let parts):
      let names = parts.compactMap(constantName)
      return names.count == parts.count && !names.isEmpty ? names : nil
    default: return constantName(expression).map { [$0] }
    }
  }

  private func lookUp(_ name: String, at span: SourceSpan) -> Int? {
    if let template = builder.program.templateIndex[name] { return template }
    reportMissing([name], at: span)
    return nil
  }

  private func reportMissing(_ names: [String], at span: SourceSpan) {
    let known = builder.program.templates.map(\.name)
    let nearest = names.compactMap { Suggestion.nearest(to: $0, among: known) }.first
    let list = names.map { "'\($0)'" }.joined(separator: " or ")
    report(
      "template/missing", "there is no template \(list)", at: span, help: nearest.map { "did you mean '\($0)'?" })
  }

  /// Which templates a name that is not constant can be: the constants of a choice, or all.
  private func noteReferences(in expression: Expression) {
    switch expression.kind {
    case .conditional(let value, _, let otherwise?):
      noteReferences(in: value)
      noteReferences(in: otherwise)
    case .list(let parts), .tuple(let parts): for part in parts { noteReferences(in: part) }
    default:
      if let name = constantName(expression) {
        if let known = builder.program.templateIndex[name] {
          builder.program.templates[index].references.insert(known)
        }
      } else {
        builder.program.templates[index].hasDynamicReferences = true
      }
    }
  }
}
