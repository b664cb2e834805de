#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Scratch {
  private static let depthLimit = 64

  func isEqualText(_ left: Value, _ right: Value) -> Bool {
    if left.length != right.length { return false }
    let (a, b) = (raw(left), raw(right))
    guard let a = a.baseAddress, let b = b.baseAddress else { return true }
    return memcmp(a, b, Int(left.length)) == 0
  }

  /// Python's `==`. Each element that is looked at counts as a step: lists that share their parts can be larger than
  /// any memory.
  ///
  /// - Throws: where that takes too many steps, or the values are nested too deeply.
  mutating func isEqual(_ left: Value, _ right: Value, depth: Int = 0) throws(TemplateFailure) -> Bool {
    switch (left.kind, right.kind) {
    case (.list, .list), (.tuple, .tuple): return try isEqualSequence(left, right, depth: depth)
    case (.dictionary, .dictionary): return try isEqualDictionary(left, right, depth: depth)
    case (.string, .string):
      try charge(Int(left.length) / 64)
      return isEqualText(left, right)
    default: return isEqualScalar(left, right)
    }
  }

  /// Python's `==` of values that are no lists, tuples and dictionaries.
  func isEqualScalar(_ left: Value, _ right: Value) -> Bool {
    switch (left.kind, right.kind) {
    case (.string, .string): return isEqualText(left, right)
    case (.undefined, .undefined), (.none, .none): return true
    case (.object, .object): return left.object == right.object
    case (.range, .range): return isEqualRange(left, right)
    default: break
    }
    if left.isInteger, right.isInteger { return left.integer == right.integer }
    if left.isNumeric, right.isNumeric { return isEqualNumber(left, right) }
    return left.kind == right.kind && left.payload == right.payload && left.length == right.length
  }

  private func isEqualNumber(_ left: Value, _ right: Value) -> Bool {
    if left.kind == .number, right.kind == .number { return left.number == right.number }
    let (number, integer) = left.kind == .number ? (left.number, right.integer) : (right.number, left.integer)
    return Int(exactly: number) == integer
  }

  private mutating func isEqualSequence(
    _ left: Value, _ right: Value, depth: Int
  ) throws(TemplateFailure) -> Bool {
    let count = listCount(left)
    if left.payload == right.payload { return true }
    guard count == listCount(right) else { return false }
    try checkDepth(depth)
    for index in 0..<count {
      try charge(1)
      let isSame = try isEqual(listElement(index, left), listElement(index, right), depth: depth + 1)
      if !isSame { return false }
    }
    return true
  }

  private mutating func isEqualDictionary(
    _ left: Value, _ right: Value, depth: Int
  ) throws(TemplateFailure) -> Bool {
    let count = dictionaryCount(left)
    guard count == dictionaryCount(right) else { return false }
    try checkDepth(depth)
    for index in 0..<count {
      let (key, value) = entry(index, left)
      try requireHashable(key)
      guard let other = self.value(key, in: right) else { return false }
      if try !isEqual(value, other, depth: depth + 1) { return false }
    }
    return true
  }

  private func checkDepth(_ depth: Int) throws(TemplateFailure) {
    if depth >= Self.depthLimit { throw TemplateFailure("these values are nested too deeply to be compared") }
  }

  private func isEqualRange(_ left: Value, _ right: Value) -> Bool {
    let (a, b) = (range(left), range(right))
    guard a.count == b.count, a.count > 0 else { return a.count == b.count }
    return a.start == b.start && (a.count == 1 || a.step == b.step)
  }

  /// Python's `<`: negative where the left is less, positive where it is greater, nil where one is not a number.
  mutating func order(_ left: Value, _ right: Value, depth: Int = 0) throws(TemplateFailure) -> Int? {
    if left.isInteger, right.isInteger {
      return left.integer < right.integer ? -1 : left.integer > right.integer ? 1 : 0
    }
    if left.isNumeric, right.isNumeric { return orderNumbers(left, right) }
    if left.kind == .string, right.kind == .string {
      try charge(Int(min(left.length, right.length)) / 64)
      return orderTexts(left, right)
    }
    if left.kind == right.kind, left.isSequence {
      try checkDepth(depth)
      return try orderSequences(left, right, depth: depth)
    }
    try requireDefined(left)
    try requireDefined(right)
    throw TemplateFailure("\(left.kindName) and \(right.kindName) have no order")
  }

  /// Whether a comparison holds.
  mutating func holds(
    _ comparison: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(TemplateFailure) -> Bool {
    switch comparison {
    case .equal: return try isEqual(left, right)
    case .notEqual: return try !isEqual(left, right)
    case .less: return try order(left, right).map { $0 < 0 } ?? false
    case .lessOrEqual: return try order(left, right).map { $0 <= 0 } ?? false
    case .greater: return try order(left, right).map { $0 > 0 } ?? false
    case .greaterOrEqual: return try order(left, right).map { $0 >= 0 } ?? false
    case .in: return try contains(right, left)
    case .notIn: return try !contains(right, left)
    }
  }

  /// Python's `element in container`.
  private mutating func contains(_ container: Value, _ element: Value) throws(TemplateFailure) -> Bool {
    switch container.kind {
    case .string:
      try requireDefined(element)
      guard element.kind == .string else {
        throw TemplateFailure("'in' a text needs a text, not \(describe(element))")
      }
      try charge(Int(container.length) / 16)
      return TextSearch.find(raw(element), in: raw(container)) != nil
    case .dictionary:
      try requireHashable(element)
      return value(element, in: container) != nil
    case .range:
      guard element.isNumeric, let number = Int(exactly: element.asDouble) else { return false }
      let range = range(container)
      guard range.count > 0 else { return false }
      let distance = number.subtractingReportingOverflow(range.start)
      guard !distance.overflow else { return false }
      let index = distance.partialValue.dividedReportingOverflow(by: range.step)
      guard !index.overflow, index.partialValue &* range.step == distance.partialValue else { return false }
      return index.partialValue >= 0 && index.partialValue < range.count
    default:
      let list = try listed(container)
      return try position(of: element, inList: list) != nil
    }
  }

  /// The index of the first element of a list that equals a value, or nil.
  mutating func position(of element: Value, inList list: Value) throws(TemplateFailure) -> Int? {
    try charge(listCount(list))
    for index in 0..<listCount(list) {
      if try isEqual(listElement(index, list), element) { return index }
    }
    return nil
  }

  private func orderNumbers(_ left: Value, _ right: Value) -> Int? {
    let (a, b) = (left.asDouble, right.asDouble)
    if a.isNaN || b.isNaN { return nil }
    if a != b || left.kind == right.kind { return a < b ? -1 : a > b ? 1 : 0 }
    // An integer that is not exact as a floating-point number can differ from it all the same.
    let number = left.kind == .number ? a : b
    guard let whole = Int(exactly: number) else { return number > 0 ? (left.isInteger ? -1 : 1) : 0 }
    let (first, second) = (left.isInteger ? left.integer : whole, right.isInteger ? right.integer : whole)
    return first < second ? -1 : first > second ? 1 : 0
  }

  func orderTexts(_ left: Value, _ right: Value) -> Int {
    let (a, b) = (raw(left), raw(right))
    let common = min(a.count, b.count)
    if common > 0, let first = a.baseAddress, let second = b.baseAddress {
      let order = Int(memcmp(first, second, common))
      if order != 0 { return order }
    }
    return a.count - b.count
  }

  private mutating func orderSequences(
    _ left: Value, _ right: Value, depth: Int
  ) throws(TemplateFailure) -> Int? {
    let common = min(listCount(left), listCount(right))
    for index in 0..<common {
      try charge(1)
      let (a, b) = (listElement(index, left), listElement(index, right))
      if try !isEqual(a, b, depth: depth + 1) { return try order(a, b, depth: depth + 1) }
    }
    return listCount(left) - listCount(right)
  }
}
