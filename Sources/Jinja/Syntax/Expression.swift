import ByteText

/// An expression and where it is.
struct Expression {
  let kind: Kind
  let span: SourceSpan

  indirect enum Kind {
    case literal(Literal)
    case name(Symbol)
    case list([Expression])
    case tuple([Expression])
    case dictionary([(key: Expression, value: Expression)])
    case attribute(Expression, Symbol)
    case item(Expression, Expression)
    case slice(Expression, lower: Expression?, upper: Expression?, step: Expression?)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case concatenation([Expression])
    case comparison(Expression, [(ComparisonOperator, Expression)])
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(Expression, test: Expression, otherwise: Expression?)
    case call(Expression, CallArguments)
    /// The operand is nil for the body of a filter block.
    case filter(Expression?, FilterCall)
    case test(Expression, FilterCall)
  }
}

/// A constant in an expression.
enum Literal {
  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string([UInt8])
}

enum UnaryOperator: UInt8 {
  case not, negate, plus
}

enum BinaryOperator: UInt8 {
  case add, subtract, multiply, divide, floorDivide, modulo, power

  /// The operator in the words of a diagnostic.
  var description: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }
}

enum ComparisonOperator: UInt8 {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `in`, notIn
}

/// What is between the parentheses of a call.
struct CallArguments {
  var positional: [Expression] = []
  var keywords: [(name: Symbol, value: Expression)] = []
  var list: Expression?
  var dictionary: Expression?

  var hasSpread: Bool { list != nil || dictionary != nil }
}

/// A filter or test by its name.
struct FilterCall {
  var name: String
  var nameSpan: SourceSpan
  var arguments = CallArguments()
}
