import ByteText

/// What all templates of an environment share while they are compiled.
final class ProgramBuilder {
  var program = Program()
  var symbols: SymbolTable
  let options: EnvironmentOptions
  var diagnostics: [Diagnostic] = []
  /// Names that some template sets at its top level.
  var assignedNames: Set<Symbol> = []
  /// Calls of names, which are checked at the end.
  var calls: [CallCheck] = []
  /// Blocks that are not inside of others, and templates that ask for blocks by `self`; they are checked at the end.
  var blocks: [BlockCheck] = []
  var selfUsers: Set<Int> = []
  private static let problemLimit = 100
  private var problemCounts: [Int: Int] = [:]
  private var literals = ByteBuffer(capacity: 1 << 14)
  private var nameIndex: [Symbol: Int] = [:]
  private var shapeIndex: [CallShape: Int] = [:]
  private var stringConstants: [[UInt8]: Int] = [:]

  init(options: EnvironmentOptions) {
    self.options = options
    symbols = SymbolTable(options.names)
    for name in LoopAttribute.allCases.map(\.name) + ["current", "name", "arguments", "grouper", "list", "caller"] {
      _ = symbols.intern(name)
    }
  }

  /// Whether another problem of a template is still reported.
  func countProblem(of template: Int) -> Bool {
    problemCounts[template, default: 0] += 1
    return problemCounts[template, default: 0] <= Self.problemLimit
  }

  // MARK: Pools

  /// Adds text to the literals and gives its offset.
  func addLiteral(_ bytes: UnsafeRawBufferPointer) -> Int {
    let offset = literals.count
    literals.append(bytes)
    return offset
  }

  func addLiteral(escaping bytes: UnsafeRawBufferPointer) -> (offset: Int, count: Int) {
    let offset = literals.count
    literals.append(escaping: bytes)
    return (offset, literals.count - offset)
  }

  func addText(_ bytes: UnsafeRawBufferPointer) -> Value {
    Value(TextRef(segment: TextSegment.literals, offset: addLiteral(bytes), length: bytes.count))
  }

  func addConstant(_ value: Value) -> Int {
    program.constants.append(value)
    return program.constants.count - 1
  }

  func addConstant(_ text: [UInt8]) -> Int {
    if let known = stringConstants[text] { return known }
    let index = addConstant(text.withUnsafeBytes { addText($0) })
    stringConstants[text] = index
    return index
  }

  /// The number of a variable of the context.
  func name(_ symbol: Symbol) -> Int {
    if let index = nameIndex[symbol] { return index }
    program.names.append(symbol)
    nameIndex[symbol] = program.names.count - 1
    return program.names.count - 1
  }

  func shape(_ shape: CallShape) -> Int {
    if let index = shapeIndex[shape] { return index }
    program.shapes.append(shape)
    shapeIndex[shape] = program.shapes.count - 1
    return program.shapes.count - 1
  }

  func addBindings(_ bindings: [Binding]) -> Int {
    program.bindings.append(bindings)
    return program.bindings.count - 1
  }

  /// A number for a function that is compiled later.
  func reserveFunction(_ info: FunctionInfo) -> Int {
    program.functions.append(info)
    return program.functions.count - 1
  }

  /// Puts a function's instructions after all others.
  func finish(_ builder: FunctionBuilder, as index: Int) {
    let base = program.code.count
    builder.info.entry = base
    for var instruction in builder.code {
      if instruction.operation.isJump { instruction.a += UInt32(base) }
      program.code.append(instruction)
    }
    program.spans += builder.spans
    program.functions[index] = builder.info
  }

  // MARK: Linking

  /// The program, once all templates have been compiled.
  func link() -> Program {
    program.callerSymbol = symbols.intern("caller")
    linkFunctions()
    program.symbolTexts = (0..<symbols.count).map { id in
      var name = symbols.name(of: Symbol(id: UInt32(id)))
      return name.withUTF8 { addText(UnsafeRawBufferPointer($0)) }
    }
    let known = Set(program.names)
    program.bindings = program.bindings.map { bindings in
      bindings.filter { known.contains($0.symbol) }.map {
        var binding = $0
        binding.name = name(binding.symbol)
        return binding
      }
    }
    program.methods = (0..<symbols.count).map {
      Method.named[symbols.name(of: Symbol(id: UInt32($0)))]?.rawValue ?? 255
    }
    for id in 0..<symbols.count {
      let name = symbols.name(of: Symbol(id: UInt32(id)))
      program.symbolOfHash[Fingerprint(of: name.utf8.span).value] = UInt32(id)
    }
    program.literals = FrozenBytes(literals)
    program.symbols = symbols
    var containment = SelfContainment(of: program)
    program.selfContained = program.templates.indices.map { containment.names(of: $0) }
    return program
  }

  private func linkFunctions() {
    program.builtins = Array(repeating: .missing, count: symbols.count)
    program.hostFunctions = options.functions.map { Signature($0) }
    if let own = symbols.symbol(for: "self") { program.builtins[Int(own.id)] = Value(kind: .blocks) }
    let builtins = BuiltinFunction.allCases.map { String(describing: $0) }
    for (number, name) in (builtins + options.functions.map(\.name)).enumerated() {
      guard let symbol = symbols.symbol(for: name) else { continue }
      program.builtins[Int(symbol.id)] = Value(kind: .function, payload: UInt64(number))
    }
  }
}
