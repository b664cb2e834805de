import ByteText

/// Which variables the statements of one scope read and set, and what those that are set are before.
///
/// This follows Jinja2's tracking of identifiers, as it can be seen from outside: a variable that a scope sets for
/// certain is undefined before in the scopes inside of it, even where the context has one of that name; one that is
/// set in some branch only, or read before, begins with the value from further out.
struct FrameSymbols {
  enum Beginning {
    case outer, undefined
  }

  /// Whether a scope further out knows the variable.
  let isKnownOutside: (Symbol) -> Bool
  private(set) var references: [Symbol: Beginning] = [:]
  private var stored: Set<Symbol> = []

  init(isKnownOutside: @escaping (Symbol) -> Bool) {
    self.isKnownOutside = isKnownOutside
  }

  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  /// A parameter, which the scope sets itself.
  mutating func declare(_ name: Symbol) {
    stored.insert(name)
    references[name] = .outer
  }

  private mutating func load(_ name: Symbol) {
    if references[name] == nil, !isKnownOutside(name) { references[name] = .outer }
  }

  private mutating func store(_ name: Symbol) {
    stored.insert(name)
    if references[name] == nil { references[name] = isKnownOutside(name) ? .outer : .undefined }
  }

  private mutating func store(_ target: Target) {
    switch target {
    case .name(let name, _): store(name)
    case .tuple(let targets, _): for target in targets { store(target) }
    case .namespaceAttribute(let name, _, _): load(name)
    }
  }

  mutating func visit(_ expression: Expression) {
    if case .name(let name) = expression.kind { load(name) }
    for part in Analysis.parts(of: expression) { visit(part) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .text, .exit, .block, .autoescape: break
    case .print(let value), .evaluate(let value), .extends(let value): visit(value)
    case .conditional(let branches, let otherwise): visit(branches, otherwise)
    case .loop(let loop): visit(loop.sequence)
    case .assign(let target, let value):
      visit(value)
      store(target)
    case .assignBlock(let target, _, _): store(target)
    case .with(let bindings, _): for binding in bindings { visit(binding.value) }
    case .include(let include): visit(include.template)
    case .importModule(let module, let name):
      visit(module.template)
      store(name)
    case .importNames(let module, let names):
      visit(module.template)
      for name in names { store(name.alias) }
    case .macro(let macro): store(macro.name)
    case .callBlock(_, let call): visit(call)
    case .filterBlock(let filter, _): visit(filter)
    }
  }

  private mutating func visit(_ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement]) {
    guard let first = branches.first else { return }
    visit(first.test)
    let parts = [
      inBranch { $0.visit(first.body) }, inBranch { $0.visitAlternatives(branches.dropFirst()) },
      inBranch { $0.visit(otherwise) },
    ]
    var counts: [Symbol: Int] = [:]
    for part in parts {
      for name in part.stored where !stored.contains(name) { counts[name, default: 0] += 1 }
    }
    for part in parts {
      references.merge(part.references) { $1 }
      stored.formUnion(part.stored)
    }
    for (name, count) in counts where count < parts.count { references[name] = .outer }
  }

  /// Each elif is as an if of its own.
  private mutating func visitAlternatives(_ alternatives: ArraySlice<(test: Expression, body: [Statement])>) {
    for alternative in alternatives { visit([alternative], []) }
  }

  private func inBranch(_ body: (inout FrameSymbols) -> Void) -> FrameSymbols {
    var copy = self
    body(&copy)
    return copy
  }
}
