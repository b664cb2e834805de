import ByteText

extension Parser {
  mutating func parseInclude() throws(SyntaxProblem) -> Statement.Kind {
    let template = try parseExpression()
    var ignoresMissing = false
    if isName("ignore"), isName("missing", ahead: 1) {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = parseContext() ?? true
    return .include(Include(template: template, ignoresMissing: ignoresMissing, withContext: withContext))
  }

  mutating func parseImport() throws(SyntaxProblem) -> Statement.Kind {
    let template = try parseExpression()
    try expect(name: "as")
    let name = try expectName().symbol
    return .importModule(Import(template: template, withContext: parseContext() ?? false), as: name)
  }

  mutating func parseFromImport() throws(SyntaxProblem) -> Statement.Kind {
    let template = try parseExpression()
    try expect(name: "import")
    var names: [(name: Symbol, alias: Symbol)] = []
    var withContext = parseContext()
    while withContext == nil {
      names.append(try parseImportedName())
      withContext = parseContext()
      if withContext != nil || !skip(.comma) { break }
      withContext = parseContext()
    }
    return .importNames(Import(template: template, withContext: withContext ?? false), names)
  }

  private mutating func parseImportedName() throws(SyntaxProblem) -> (name: Symbol, alias: Symbol) {
    let (name, span) = try expectName()
    if symbols.name(of: name).hasPrefix("_") {
      throw SyntaxProblem("a name that begins with '_' can't be imported", at: span)
    }
    return (name, skip(name: "as") ? try expectName().symbol : name)
  }

  /// `with context` or `without context`.
  private mutating func parseContext() -> Bool? {
    guard isName("with") || isName("without"), isName("context", ahead: 1) else { return nil }
    let with = isName("with")
    advance()
    advance()
    return with
  }

  mutating func parseMacro(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let name = try expectName().symbol
    let parameters = try parseParameters()
    return .macro(Macro(name: name, parameters: parameters, body: try parseBody(of: tag, end: "endmacro")))
  }

  mutating func parseCallBlock(_ tag: Token) throws(SyntaxProblem) -> Statement.Kind {
    let parameters = current.kind == .leftParenthesis ? try parseParameters() : []
    let call = try parseExpression()
    guard case .call = call.kind else {
      throw SyntaxProblem("a call block needs the call of a macro", at: call.span)
    }
    let body = try parseBody(of: tag, end: "endcall")
    return .callBlock(Macro(name: symbols.intern("caller"), parameters: parameters, body: body), call: call)
  }

  private mutating func parseParameters() throws(SyntaxProblem) -> [Macro.Parameter] {
    var parameters: [Macro.Parameter] = []
    try expect(.leftParenthesis)
    while current.kind != .rightParenthesis {
      if !parameters.isEmpty { try expect(.comma) }
      let (name, span) = try expectName()
      let fallback = skip(.assign) ? try parseExpression() : nil
      if fallback == nil, parameters.last?.fallback != nil {
        throw SyntaxProblem("a parameter without a default value follows one that has one", at: span)
      }
      if parameters.contains(where: { $0.name == name }) {
        throw SyntaxProblem("the parameter '\(symbols.name(of: name))' occurs twice", at: span)
      }
      parameters.append(Macro.Parameter(name: name, span: span, fallback: fallback))
    }
    try expect(.rightParenthesis)
    return parameters
  }

  // MARK: Targets

  /// What is assigned to: a name, an attribute of a namespace, or several of them.
  mutating func parseTarget(
    withNamespace: Bool = false
  ) throws(SyntaxProblem) -> Target {
    let start = current.span
    var targets: [Target] = []
    var isTuple = false
    while true {
      if isTupleEnd { break }
      targets.append(try parseSingleTarget(withNamespace: withNamespace))
      guard skip(.comma) else { break }
      isTuple = true
    }
    guard let first = targets.first else { throw unexpected("a name") }
    return isTuple ? .tuple(targets, start.to(token(ahead: -1).span)) : first
  }

  private mutating func parseSingleTarget(withNamespace: Bool) throws(SyntaxProblem) -> Target {
    try enter()
    defer { leave() }
    if skip(.leftParenthesis) {
      let target = try parseTarget(withNamespace: withNamespace)
      try expect(.rightParenthesis)
      return target
    }
    let (name, span) = try expectName()
    if ["true", "false", "none", "True", "False", "None"].contains(symbols.name(of: name)) {
      throw SyntaxProblem("a constant can't be assigned to", at: span)
    }
    guard withNamespace, skip(.dot) else { return .name(name, span) }
    let (attribute, end) = try expectName()
    return .namespaceAttribute(name, attribute, span.to(end))
  }

  /// Whether a list of expressions without brackets ends here.
  var isTupleEnd: Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .rightParenthesis: true
    default: false
    }
  }
}
