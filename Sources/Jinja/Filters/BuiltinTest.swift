/// The tests of the engine.
enum BuiltinTest: UInt8, CaseIterable, Sendable {
  case boolean, callable, defined, divisibleby, equal, escaped, even, `false`, filter, float, greater, greaterOrEqual
  case `in`, integer, iterable, less, lessOrEqual, lower, mapping, none, notEqual, number, odd, sameas, sequence
  case string, test, `true`, undefined, upper

  static let named: [String: BuiltinTest] = [
    "boolean": .boolean, "callable": .callable, "defined": .defined, "divisibleby": .divisibleby, "escaped": .escaped,
    "even": .even, "false": .false, "filter": .filter, "float": .float, "in": .in, "integer": .integer,
    "iterable": .iterable, "lower": .lower, "mapping": .mapping, "none": .none, "number": .number, "odd": .odd,
    "sameas": .sameas, "sequence": .sequence, "string": .string, "test": .test, "true": .true,
    "undefined": .undefined, "upper": .upper, "==": .equal, "eq": .equal, "equalto": .equal, "!=": .notEqual,
    "ne": .notEqual, ">": .greater, "gt": .greater, "greaterthan": .greater, ">=": .greaterOrEqual,
    "ge": .greaterOrEqual, "<": .less, "lt": .less, "lessthan": .less, "<=": .lessOrEqual, "le": .lessOrEqual,
  ]

  /// The parameters after the value that is tested.
  var signature: Signature {
    switch self {
    case .divisibleby: Signature(["num"], required: 1)
    case .equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual, .sameas: Signature(["other"], required: 1)
    case .in: Signature(["seq"], required: 1)
    default: Signature()
    }
  }
}
