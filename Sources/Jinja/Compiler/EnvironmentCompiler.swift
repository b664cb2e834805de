import ByteText

/// Compiles a set of templates into one program.
struct EnvironmentCompiler {
  let builder: ProgramBuilder

  init(options: EnvironmentOptions) {
    builder = ProgramBuilder(options: options)
  }

  /// The program, and everything that is wrong with the templates.
  func compile(_ sources: [TemplateSource]) -> (Program, [Diagnostic]) {
    var unique: [TemplateSource] = []
    for source in sources {
      if builder.program.templateIndex[source.name] != nil {
        builder.diagnostics.append(
          Diagnostic(
            .error, "template/name", "there are two templates '\(source.name)'", path: source.file.path))
        continue
      }
      builder.program.templateIndex[source.name] = unique.count
      unique.append(source)
      let file = SourceFile(path: source.file.path, text: Self.normalized(source.file.text))
      builder.program.templates.append(
        TemplateInfo(name: source.name, file: file, autoescape: builder.options.autoescape(source.name)))
    }
    for index in unique.indices { compile(index) }
    builder.checkCalls()
    checkCycles()
    return (builder.link(), builder.diagnostics)
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
