/// What a template consists of: runs of text, the ends of tags, and inside of tags names, literals and operators.
struct Token: BitwiseCopyable {
  enum Kind: UInt8 {
    case text, variableBegin, variableEnd, blockBegin, blockEnd
    case name, string, integer, float
    case add, subtract, multiply, divide, floorDivide, modulo, power, tilde
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, assign
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, dot, pipe, semicolon
    case endOfTemplate, endOfExpression
  }

  let kind: Kind
  let span: SourceSpan
}

extension Token.Kind {
  /// The kind in the words of a diagnostic.
  var description: String {
    switch self {
    case .text: "text"
    case .variableBegin: "'{{'"
    case .variableEnd: "'}}'"
    case .blockBegin: "'{%'"
    case .blockEnd: "'%}'"
    case .name: "a name"
    case .string: "a string"
    case .integer, .float: "a number"
    case .endOfTemplate: "the end of the template"
    case .endOfExpression: "the end of the expression"
    default: "'\(Self.operators.first { $0.kind == self }?.text ?? "")'"
    }
  }

  /// All operators, longer ones before those they begin with.
  static let operators: [(text: String, kind: Token.Kind)] = [
    ("//", .floorDivide), ("**", .power), ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual),
    (">=", .greaterOrEqual), ("+", .add), ("-", .subtract), ("*", .multiply), ("/", .divide), ("%", .modulo),
    ("~", .tilde), ("<", .less), (">", .greater), ("=", .assign), ("(", .leftParenthesis),
    (")", .rightParenthesis), ("[", .leftBracket), ("]", .rightBracket), ("{", .leftBrace), ("}", .rightBrace),
    (",", .comma), (":", .colon), (".", .dot), ("|", .pipe), (";", .semicolon),
  ]
}
