import ByteText

/// All templates of an environment in their compiled form: one run of instructions, one pool of literals.
struct Program: Sendable {
  var code: [Instruction] = []
  /// Where each instruction comes from, by its position.
  var spans: [SourceSpan] = []
  var functions: [FunctionInfo] = []
  var templates: [TemplateInfo] = []
  var constants: [Value] = []
  var literals = FrozenBytes(ByteBuffer(capacity: 16))
  var shapes: [CallShape] = []
  /// Which local variables an include, import or scoped block can see.
  var bindings: [[Binding]] = []
  /// The variables of the context, by their number there.
  var names: [Symbol] = []
  /// Names as text values, by symbol.
  var symbolTexts: [Value] = []
  /// The methods of Python's types, by symbol; those of other names are 255.
  var methods: [UInt8] = []
  /// The functions of the engine and the host, by symbol.
  var builtins: [Value] = []
  var hostFunctions: [Signature] = []
  var callerSymbol = Symbol(id: 0)
  var symbols = SymbolTable()
  var symbolOfHash: [UInt64: UInt32] = [:]
  var templateIndex: [String: Int] = [:]
  /// How many of `templates` are templates: the places of expressions come after them.
  var templateCount = 0
  /// The functions of the expressions, in the order in which they were given.
  var expressions: [Int] = []
  /// By template, the numbers of the context's variables that it reads, where its output follows from those alone.
  var selfContained: [[Int]?] = []
}

/// A run of instructions that is called: a template, a block, a macro, a call block's body, a recursive loop, an
/// expression.
struct FunctionInfo: Sendable {
  enum Kind: BitwiseCopyable, Sendable {
    case root, block, macro, callBlock, recursiveLoop, expression
  }

  var kind: Kind
  var name: Symbol
  var template: Int
  var entry = 0
  var slots = 0
  var stack = 0
  /// Whether it escapes; nil where that depends on the caller.
  var autoescape: Bool?
  var parameters: [Symbol] = []
  /// For each parameter, whether it has a default value.
  var hasDefault: [Bool] = []
  var callerSlot: Int?
  var keywordsSlot: Int?
  var restSlot: Int?
  /// Whether it or a function inside of it uses variables of the function around it.
  var usesOuter = false
  /// Whether `caller` is one of the parameters.
  var hasCallerParameter = false

  /// What a call needs to know.
  @inline(__always) var layout: FunctionLayout {
    FunctionLayout(kind: kind, template: template, entry: entry, slots: slots, stack: stack, autoescape: autoescape)
  }
}

/// What a call needs to know of a function; a copy costs no count of references.
struct FunctionLayout: BitwiseCopyable {
  var kind: FunctionInfo.Kind
  var template: Int
  var entry: Int
  var slots: Int
  var stack: Int
  var autoescape: Bool?
}

struct TemplateInfo: Sendable {
  var name: String
  var file: SourceFile
  var autoescape: Bool
  var root = 0
  /// The blocks by name, with their functions.
  var blocks: [(name: Symbol, function: Int)] = []
  /// The templates that it names, and whether it has names that only rendering knows.
  var references: Set<Int> = []
  var hasDynamicReferences = false
  /// Names set at its top level.
  var exports: Set<Symbol> = []
  var hasExtends = false
  /// The template that it extends by a constant name at the top level.
  var parent: Int?
  /// Whether no condition is around the tag that names the parent.
  var isAlwaysExtended = false
  /// Where an expression is in the file, whose text can differ from the expression's by quotes and escapes.
  var expression: ExpressionPlace?

  /// The range of the file that a diagnostic about a part of the text shows.
  func range(of span: SourceSpan) -> Range<Int> { expression?.range(of: span) ?? span.range }

  /// The name of a kind of diagnostic.
  func diagnosticID(_ id: String) -> String {
    expression != nil && id.hasPrefix("template/") ? "expression/" + id.dropFirst("template/".count) : id
  }

  func block(_ name: Symbol) -> Int? {
    for block in blocks where block.name == name { return block.function }
    return nil
  }
}

/// What a call passes.
struct CallShape: Sendable, Hashable {
  var positional = 0
  var keywords: [Symbol] = []
  var hasList = false
  var hasDictionary = false

  /// How many values it takes from the stack.
  var count: Int { positional + keywords.count + (hasList ? 1 : 0) + (hasDictionary ? 1 : 0) }
  var isPlain: Bool { keywords.isEmpty && !hasList && !hasDictionary }
}

/// A local variable and the context's variable of the same name.
struct Binding: Sendable {
  var symbol: Symbol
  var name: Int = 0
  var depth: UInt8
  var slot: UInt16
}
