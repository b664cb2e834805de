import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Scratch {
  /// Python's arithmetic, for numbers, texts and lists.
  mutating func calculate(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(TemplateFailure) -> Value {
    if left.isInteger, right.isInteger { return try integers(operation, left.integer, right.integer) }
    if left.isNumeric, right.isNumeric { return try numbers(operation, left.asDouble, right.asDouble) }
    try requireDefined(left)
    try requireDefined(right)
    switch (operation, left.kind, right.kind) {
    case (.add, .string, .string): return try join(left, right)
    case (.add, .list, .list), (.add, .tuple, .tuple): return try joinLists(left, right)
    case (.modulo, .string, _): return try formatPercent(left, right)
    case (.multiply, .string, _) where right.isInteger: return try `repeat`(left, right.integer)
    case (.multiply, _, .string) where left.isInteger: return try `repeat`(right, left.integer)
    case (.multiply, .list, _) where right.isInteger, (.multiply, .tuple, _) where right.isInteger:
      return try repeatList(left, right.integer)
    case (.multiply, _, .list) where left.isInteger, (.multiply, _, .tuple) where left.isInteger:
      return try repeatList(right, left.integer)
    default:
      throw TemplateFailure("'\(operation.description)' can't be used with \(describe(left)) and \(describe(right))")
    }
  }

  private static let overflow = TemplateFailure("the result is too large", help: "integers have 64 bits")
  private static let zeroDivision = TemplateFailure("division by zero")

  private func checked(_ result: (partialValue: Int, overflow: Bool)) throws(TemplateFailure) -> Value {
    if result.overflow { throw Self.overflow }
    return Value(result.partialValue)
  }

  private func integers(_ operation: BinaryOperator, _ left: Int, _ right: Int) throws(TemplateFailure) -> Value {
    switch operation {
    case .add: return try checked(left.addingReportingOverflow(right))
    case .subtract: return try checked(left.subtractingReportingOverflow(right))
    case .multiply: return try checked(left.multipliedReportingOverflow(by: right))
    case .divide:
      if right == 0 { throw Self.zeroDivision }
      return Value(Double(left) / Double(right))
    case .floorDivide:
      if right == 0 { throw Self.zeroDivision }
      let quotient = left.dividedReportingOverflow(by: right)
      if quotient.overflow { throw Self.overflow }
      let isInexact = left % right != 0 && (left < 0) != (right < 0)
      return Value(isInexact ? quotient.partialValue - 1 : quotient.partialValue)
    case .modulo:
      if right == 0 { throw Self.zeroDivision }
      let remainder = left.remainderReportingOverflow(dividingBy: right).partialValue
      return Value(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
    case .power: return try power(left, right)
    }
  }

  private func power(_ base: Int, _ exponent: Int) throws(TemplateFailure) -> Value {
    if exponent < 0 {
      if base == 0 { throw Self.zeroDivision }
      return Value(pow(Double(base), Double(exponent)))
    }
    if base == 1 || base == 0 || base == -1 {
      return Value(exponent == 0 ? 1 : base == -1 && exponent % 2 == 0 ? 1 : base)
    }
    var result = 1
    if exponent > 64 { throw Self.overflow }
    for _ in 0..<exponent {
      let next = result.multipliedReportingOverflow(by: base)
      if next.overflow { throw Self.overflow }
      result = next.partialValue
    }
    return Value(result)
  }

  private func numbers(_ operation: BinaryOperator, _ left: Double, _ right: Double) throws(TemplateFailure) -> Value {
    switch operation {
    case .add: return Value(left + right)
    case .subtract: return Value(left - right)
    case .multiply: return Value(left * right)
    case .divide:
      if right == 0 { throw Self.zeroDivision }
      return Value(left / right)
    case .floorDivide:
      if right == 0 { throw Self.zeroDivision }
      return Value(Self.floorDivide(left, right).quotient)
    case .modulo:
      if right == 0 { throw Self.zeroDivision }
      return Value(Self.floorDivide(left, right).remainder)
    case .power:
      if left == 0, right < 0 { throw Self.zeroDivision }
      let result = pow(left, right)
      if result.isInfinite, left.isFinite, right.isFinite { throw Self.overflow }
      if result.isNaN, !left.isNaN, !right.isNaN { throw TemplateFailure("the result is no real number") }
      return Value(result)
    }
  }

  /// Python's `divmod` of floats.
  static func floorDivide(_ left: Double, _ right: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(left, right)
    var quotient = (left - remainder) / right
    if remainder != 0 {
      if (right < 0) != (remainder < 0) {
        remainder += right
        quotient -= 1
      }
    } else {
      remainder = right < 0 ? -0.0 : 0.0
    }
    guard quotient != 0 else { return ((left / right).sign == .minus ? -0.0 : 0.0, remainder) }
    let floored = quotient.rounded(.down)
    return (quotient - floored > 0.5 ? floored + 1 : floored, remainder)
  }

  mutating func negate(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .number { return Value(-value.number) }
    if value.isInteger { return try checked((0).subtractingReportingOverflow(value.integer)) }
    try requireDefined(value)
    throw TemplateFailure("'-' can't be used with \(describe(value))")
  }

  mutating func plus(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .number { return value }
    if value.isInteger { return Value(value.integer) }
    try requireDefined(value)
    throw TemplateFailure("'+' can't be used with \(describe(value))")
  }

  // MARK: Texts and lists

  /// Two texts as one; where one is markup, the other is escaped.
  mutating func join(_ left: Value, _ right: Value) throws(TemplateFailure) -> Value {
    try checkRoom((Int(left.length) + Int(right.length)) * 5)
    let start = text.count
    let safe = left.isMarkup || right.isMarkup
    try appendJoined(left, escaping: safe)
    try appendJoined(right, escaping: safe)
    return finishText(from: start, safe: safe)
  }

  /// Appends a text, escaped where it has to be markup and is not.
  mutating func appendJoined(_ value: Value, escaping: Bool) throws(TemplateFailure) {
    guard escaping, !value.isMarkup else { return try appendText(value) }
    try checkRoom(Int(value.length) &* 5)
    text.reserve(Int(value.length) &* 5)
    text.append(escaping: raw(value))
  }

  mutating func `repeat`(_ value: Value, _ count: Int) throws(TemplateFailure) -> Value {
    let times = max(count, 0)
    let size = Int(value.length).multipliedReportingOverflow(by: times)
    try checkRoom(size.overflow ? Int.max : size.partialValue)
    try charge(size.partialValue / 16)
    let start = text.count
    if value.length > 0 { for _ in 0..<times { try appendText(value) } }
    return finishText(from: start, safe: value.isMarkup)
  }

  private mutating func joinLists(_ left: Value, _ right: Value) throws(TemplateFailure) -> Value {
    try chargeItems(listCount(left) + listCount(right))
    let result = makeList(capacity: listCount(left) + listCount(right), kind: left.kind)
    for index in 0..<listCount(left) { append(listElement(index, left), to: result) }
    for index in 0..<listCount(right) { append(listElement(index, right), to: result) }
    return result
  }

  private mutating func repeatList(_ list: Value, _ count: Int) throws(TemplateFailure) -> Value {
    let elements = listCount(list)
    let times = elements == 0 ? 0 : max(count, 0)
    let size = elements.multipliedReportingOverflow(by: times)
    if size.overflow { throw Self.overflow }
    try chargeItems(size.partialValue)
    let result = makeList(capacity: size.partialValue, kind: list.kind)
    for _ in 0..<times {
      for index in 0..<elements { append(listElement(index, list), to: result) }
    }
    return result
  }
}
