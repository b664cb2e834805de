extension Scratch {
  /// Whether a test of the engine holds.
  mutating func test(_ test: BuiltinTest, _ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Bool
  {
    switch test {
    case .defined: return !value.isUndefined
    case .undefined: return value.isUndefined
    case .none: return value.kind == .none
    case .boolean: return value.kind == .boolean
    case .true: return value.kind == .boolean && value.truth
    case .false: return value.kind == .boolean && !value.truth
    case .integer: return value.kind == .integer
    case .float: return value.kind == .number
    case .number: return value.isNumeric
    case .string: return value.kind == .string
    case .mapping: return value.kind == .dictionary
    case .escaped: return value.isMarkup
    case .callable: return isCallable(value)
    case .sequence: return isSequence(value)
    case .iterable:
      if value.isUndefined, !isLenient(value) { throw undefinedFailure(value) }
      return isIterable(value)
    default: return try testComparison(test, value, arguments)
    }
  }

  private mutating func testComparison(
    _ test: BuiltinTest, _ value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Bool {
    switch test {
    case .equal: return try isEqual(value, arguments[0])
    case .notEqual: return try !isEqual(value, arguments[0])
    case .less: return try holds(.less, value, arguments[0])
    case .lessOrEqual: return try holds(.lessOrEqual, value, arguments[0])
    case .greater: return try holds(.greater, value, arguments[0])
    case .greaterOrEqual: return try holds(.greaterOrEqual, value, arguments[0])
    case .in: return try holds(.in, value, arguments[0])
    case .sameas: return isSame(value, arguments[0])
    case .even, .odd, .divisibleby: return try testDivision(test, value, arguments)
    case .lower: return try hasCase(value, CharacterClass.isLower, CharacterClass.isUpper)
    case .upper: return try hasCase(value, CharacterClass.isUpper, CharacterClass.isLower)
    case .filter: return text(of: value).map { BuiltinFilter.named[$0] != nil || hasHostFilter($0) } ?? false
    case .test: return text(of: value).map { BuiltinTest.named[$0] != nil } ?? false
    default: return false
    }
  }

  private func hasHostFilter(_ name: String) -> Bool { hostFilters.contains { $0.name == name } }

  private mutating func testDivision(
    _ test: BuiltinTest, _ value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Bool {
    let divisor = test == .divisibleby ? arguments[0] : Value(2)
    let remainder = try calculate(.modulo, value, divisor)
    return isEqualScalar(remainder, Value(test == .odd ? 1 : 0))
  }

  private func isCallable(_ value: Value) -> Bool {
    switch value.kind {
    case .macro, .function, .method, .joiner, .loop, .undefined: true
    default: false
    }
  }

  private func isSequence(_ value: Value) -> Bool {
    switch value.kind {
    case .string, .list, .tuple, .dictionary, .range: true
    case .undefined: isLenient(value)
    default: length(value) != nil
    }
  }

  private func isIterable(_ value: Value) -> Bool {
    switch value.kind {
    case .string, .list, .tuple, .dictionary, .range, .loop: true
    case .undefined: isLenient(value)
    default: length(value) != nil
    }
  }

  private func isSame(_ left: Value, _ right: Value) -> Bool {
    if left.kind != right.kind { return false }
    return left.kind == .string
      ? isEqualText(left, right) : left.payload == right.payload && left.length == right.length
  }

  /// Whether a text has letters of one case and none of the other.
  mutating func hasCase(
    _ value: Value, _ wanted: (Unicode.Scalar) -> Bool, _ other: (Unicode.Scalar) -> Bool
  ) throws(TemplateFailure) -> Bool {
    let source = try stringValue(value)
    try charge(Int(source.length) / 16)
    let bytes = raw(source)
    var (index, found) = (0, false)
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      if other(scalar) || CharacterClass.isTitle(scalar) { return false }
      if wanted(scalar) { found = true }
      index += width
    }
    return found
  }
}
