import ByteText

/// A statement and where its tag is.
struct Statement {
  let kind: Kind
  let span: SourceSpan

  indirect enum Kind {
    case text(SourceSpan)
    case print(Expression)
    case evaluate(Expression)
    case conditional([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case assign(Target, Expression)
    case assignBlock(Target, filter: Expression?, body: [Statement])
    case with([(target: Target, value: Expression)], body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Include)
    case importModule(Import, as: Symbol)
    case importNames(Import, [(name: Symbol, alias: Symbol)])
    case macro(Macro)
    case callBlock(Macro, call: Expression)
    case filterBlock(Expression, body: [Statement])
    case autoescape(Expression, body: [Statement])
    case exit(isBreak: Bool)
  }
}

/// What is assigned to.
indirect enum Target {
  case name(Symbol, SourceSpan)
  case tuple([Target], SourceSpan)
  case namespaceAttribute(Symbol, Symbol, SourceSpan)

  var span: SourceSpan {
    switch self {
    case .name(_, let span), .tuple(_, let span), .namespaceAttribute(_, _, let span): span
    }
  }
}

struct Loop {
  var target: Target
  var sequence: Expression
  var filter: Expression?
  var isRecursive: Bool
  var body: [Statement]
  var otherwise: [Statement]
}

struct Block {
  var name: Symbol
  var nameSpan: SourceSpan
  var isScoped: Bool
  var isRequired: Bool
  var body: [Statement]
}

struct Include {
  var template: Expression
  var ignoresMissing: Bool
  var withContext: Bool
}

struct Import {
  var template: Expression
  var withContext: Bool
}

/// A macro, or the body of a call block.
struct Macro {
  var name: Symbol
  var parameters: [Parameter]
  var body: [Statement]

  struct Parameter {
    var name: Symbol
    var span: SourceSpan
    var fallback: Expression?
  }
}
