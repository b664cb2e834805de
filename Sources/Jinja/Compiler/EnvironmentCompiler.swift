import ByteText

/// Compiles a set of templates into one program.
struct EnvironmentCompiler {
  let builder: ProgramBuilder

  init(options: EnvironmentOptions) {
    builder = ProgramBuilder(options: options)
  }

  /// The program, and everything that is wrong with the templates.
  func compile(_ sources: [TemplateSource], _ expressions: [ExpressionSource]) -> (Program, [Diagnostic]) {
    declare(sources)
    for index in builder.program.templates.indices { compile(index) }
    for expression in expressions { compile(expression) }
    builder.checkCalls()
    builder.checkBlocks()
    checkCycles()
    return (builder.link(), builder.diagnostics)
  }

  /// Gives all templates their numbers, so that they can name each other.
  private func declare(_ sources: [TemplateSource]) {
    for source in sources {
      if builder.program.templateIndex[source.name] != nil {
        builder.diagnostics.append(
          Diagnostic(
            .error, "template/name", "there are two templates '\(source.name)'", path: source.file.path))
        continue
      }
      builder.program.templateIndex[source.name] = builder.program.templates.count
      let file = SourceFile(path: source.file.path, text: Self.normalized(source.file.text))
      builder.program.templates.append(
        TemplateInfo(name: source.name, file: file, autoescape: builder.options.autoescape(source.name)))
    }
    builder.program.templateCount = builder.program.templates.count
  }

  private func compile(_ index: Int) {
    let file = builder.program.templates[index].file
    guard file.text.bytes.count < Int(Int32.max) else {
      builder.diagnostics.append(Diagnostic(.error, "template/size", "the template is too large", path: file.path))
      return
    }
    var lexer = Lexer(file.text.bytes, options: builder.options)
    lexer.tokenize()
    var parser = Parser(lexer, symbols: builder.symbols)
    let statements = parser.parseTemplate()
    builder.symbols = parser.symbols
    var compiler = TemplateCompiler(builder, index: index)
    for problem in parser.problems { compiler.report(problem) }
    compiler.compileTemplate(statements)
  }

  private func compile(_ source: ExpressionSource) {
    let index = builder.program.templates.count
    var info = TemplateInfo(name: source.file.path, file: source.file, autoescape: false)
    info.expression = source.place
    builder.program.templates.append(info)
    let text = Array(source.text.utf8)
    text.withUnsafeBytes { bytes in
      var lexer = Lexer(bytes, options: builder.options)
      lexer.tokenizeExpression()
      var parser = Parser(lexer, symbols: builder.symbols)
      let expression = parser.parseWholeExpression()
      builder.symbols = parser.symbols
      var compiler = TemplateCompiler(builder, index: index)
      for problem in parser.problems { compiler.report(problem) }
      if let expression { compiler.compileExpression(expression, variables: source.variables) }
    }
  }

  /// Line breaks as `\n`.
  private static func normalized(_ text: FrozenBytes) -> FrozenBytes {
    let bytes = text.bytes
    guard bytes.contains(UInt8(ascii: "\r")) else { return text }
    var out = ByteBuffer(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\r") {
        out.append(UInt8(ascii: "\n"))
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
      } else {
        out.append(byte)
      }
      index += 1
    }
    return FrozenBytes(out)
  }

  /// Reports templates that extend each other.
  private func checkCycles() {
    for (index, template) in builder.program.templates.enumerated() {
      var seen: Set<Int> = [index]
      var next = template.parent
      while let parent = next, seen.insert(parent).inserted { next = builder.program.templates[parent].parent }
      guard next == index else { continue }
      builder.diagnostics.append(
        Diagnostic(.error, "template/extends", "the template extends itself", in: template.file, at: 0..<1))
    }
  }
}
