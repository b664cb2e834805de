import ByteText

/// Questions about parts of a template's tree.
enum Analysis {
  /// The names that statements set in their own scope: not those inside of loops, macros and other inner scopes.
  static func assignedNames(in statements: [Statement]) -> [Symbol] {
    var names: [Symbol] = []
    for statement in statements {
      switch statement.kind {
      case .assign(let target, _), .assignBlock(let target, _, _): collect(target, into: &names)
      case .importModule(_, let name): names.append(name)
      case .importNames(_, let imported): names += imported.map(\.alias)
      case .macro(let macro): names.append(macro.name)
      case .conditional(let branches, let otherwise):
        for branch in branches { names += assignedNames(in: branch.body) }
        names += assignedNames(in: otherwise)
      default: break
      }
    }
    return names
  }

  static func collect(_ target: Target, into names: inout [Symbol]) {
    switch target {
    case .name(let name, _): names.append(name)
    case .tuple(let targets, _): for target in targets { collect(target, into: &names) }
    case .namespaceAttribute: break
    }
  }

  /// Whether a variable is used anywhere in statements, blocks left out.
  static func mentions(_ name: Symbol, in statements: [Statement]) -> Bool {
    statements.contains { mentions(name, in: $0) }
  }

  private static func mentions(_ name: Symbol, in statement: Statement) -> Bool {
    let uses: (Expression) -> Bool = { mentions(name, in: $0) }
    switch statement.kind {
    case .text, .exit, .block: return false
    case .print(let value), .evaluate(let value), .extends(let value), .assign(_, let value): return uses(value)
    case .conditional(let branches, let otherwise):
      return branches.contains { uses($0.test) || mentions(name, in: $0.body) } || mentions(name, in: otherwise)
    case .loop(let loop):
      return uses(loop.sequence) || (loop.filter.map(uses) ?? false) || mentions(name, in: loop.body)
        || mentions(name, in: loop.otherwise)
    case .assignBlock(_, let filter, let body): return (filter.map(uses) ?? false) || mentions(name, in: body)
    case .with(let bindings, let body): return bindings.contains { uses($0.value) } || mentions(name, in: body)
    case .include(let include): return uses(include.template)
    case .importModule(let module, _), .importNames(let module, _): return uses(module.template)
    case .macro(let macro): return mentions(name, in: macro)
    case .callBlock(let macro, let call): return uses(call) || mentions(name, in: macro)
    case .filterBlock(let value, let body), .autoescape(let value, let body):
      return uses(value) || mentions(name, in: body)
    }
  }

  private static func mentions(_ name: Symbol, in macro: Macro) -> Bool {
    macro.parameters.contains { $0.fallback.map { mentions(name, in: $0) } ?? false } || mentions(name, in: macro.body)
  }

  static func mentions(_ name: Symbol, in expression: Expression) -> Bool {
    if case .name(let other) = expression.kind { return other == name }
    return parts(of: expression).contains { mentions(name, in: $0) }
  }

  /// The expressions that an expression is made of.
  static func parts(of expression: Expression) -> [Expression] {
    switch expression.kind {
    case .literal, .name: []
    case .list(let parts), .tuple(let parts), .concatenation(let parts): parts
    case .dictionary(let entries): entries.flatMap { [$0.key, $0.value] }
    case .attribute(let operand, _), .unary(_, let operand): [operand]
    case .item(let left, let right), .binary(_, let left, let right), .and(let left, let right),
      .or(let left, let right):
      [left, right]
    case .slice(let operand, let lower, let upper, let step): [operand] + [lower, upper, step].compactMap { $0 }
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let value, let test, let otherwise): [value, test] + [otherwise].compactMap { $0 }
    case .call(let callee, let arguments): [callee] + arguments.expressions
    case .filter(let operand, let call): [operand].compactMap { $0 } + call.arguments.expressions
    case .test(let operand, let call): [operand] + call.arguments.expressions
    }
  }

  /// All blocks in statements, however deep.
  static func blocks(in statements: [Statement]) -> [Block] {
    outerBlocks(in: statements).flatMap { [$0] + blocks(in: $0.body) }
  }

  /// The blocks in statements that are not inside of other blocks.
  static func outerBlocks(in statements: [Statement]) -> [Block] {
    statements.flatMap { statement -> [Block] in
      switch statement.kind {
      case .block(let block): [block]
      case .conditional(let branches, let otherwise):
        branches.flatMap { outerBlocks(in: $0.body) } + outerBlocks(in: otherwise)
      case .loop(let loop): outerBlocks(in: loop.body) + outerBlocks(in: loop.otherwise)
      case .assignBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body), .autoescape(_, let body):
        outerBlocks(in: body)
      case .macro(let macro), .callBlock(let macro, _): outerBlocks(in: macro.body)
      default: []
      }
    }
  }

  /// Whether statements have a break or continue, inner loops left out.
  static func hasExit(_ statements: [Statement]) -> Bool {
    statements.contains { statement in
      switch statement.kind {
      case .exit: true
      case .conditional(let branches, let otherwise): branches.contains { hasExit($0.body) } || hasExit(otherwise)
      case .with(_, let body), .autoescape(_, let body), .filterBlock(_, let body), .assignBlock(_, _, let body):
        hasExit(body)
      case .loop(let loop): hasExit(loop.otherwise)
      default: false
      }
    }
  }

  /// Whether an extends tag is anywhere in statements.
  static func hasExtends(_ statements: [Statement]) -> Bool {
    statements.contains { statement in
      switch statement.kind {
      case .extends: true
      case .conditional(let branches, let otherwise):
        branches.contains { hasExtends($0.body) } || hasExtends(otherwise)
      default: false
      }
    }
  }
}

extension CallArguments {
  var expressions: [Expression] {
    positional + keywords.map(\.value) + [list, dictionary].compactMap { $0 }
  }
}
