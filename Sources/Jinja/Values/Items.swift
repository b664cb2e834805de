import ByteText

extension Scratch {
  /// Python's `value[index]`, or the undefined value; texts as indexes of objects are the machine's business.
  mutating func item(_ index: Value, of owner: Value) throws(TemplateFailure) -> Value {
    switch owner.kind {
    case .undefined: throw undefinedFailure(owner)
    case .dictionary:
      guard let cost = keyCost(index) else { return .undefined(.item) }
      try charge(cost)
      return value(index, in: owner) ?? .undefined(.item)
    case .object where index.kind == .string, .tuple where index.kind == .string:
      return try attribute(index, of: owner)
    case .list, .tuple, .range, .string, .object:
      guard index.isInteger, let count = length(owner) else { return .undefined(.item) }
      let position = index.integer < 0 ? index.integer &+ count : index.integer
      if owner.kind == .string { try charge(count / 16) }
      return position >= 0 && position < count ? try element(at: position, in: owner) : .undefined(.item)
    default: return .undefined(.item)
    }
  }

  /// The attribute of an object or a group whose name is a text.
  private mutating func attribute(_ name: Value, of owner: Value) throws(TemplateFailure) -> Value {
    if owner.kind == .tuple {
      guard owner.flags & Value.Flag.group != 0 else { return .undefined(.item) }
      switch text(of: name) {
      case "grouper": return listElement(0, owner)
      case "list": return listElement(1, owner)
      default: return .undefined(.item)
      }
    }
    guard let model, let symbol = symbol(of: name) else { return .undefined(.item) }
    let value = try model.attribute(symbol, of: owner.object, scratch: &self)
    return value.isUndefined ? .undefined(attribute: symbol, of: owner) : value
  }

  /// The symbol of a text, where it is the name of anything.
  func symbol(of text: Value) -> Symbol? {
    let hash = Fingerprint(of: bytes(of: text)).value
    guard let id = symbolOfHash[hash], isEqualText(text, symbolTexts[Int(id)]) else { return nil }
    return Symbol(id: id)
  }

  /// Python's `value[lower:upper:step]`.
  mutating func slice(
    _ owner: Value, _ lower: Value, _ upper: Value, _ step: Value
  ) throws(TemplateFailure) -> Value {
    try requireDefined(owner)
    guard let count = length(owner), canSlice(owner, lower, upper, step) else {
      throw TemplateFailure("\(describe(owner)) can't be sliced so")
    }
    let stride = bound(step) ?? 1
    if stride == 0 { throw TemplateFailure("the step of a slice can't be 0") }
    let start = Self.clamp(bound(lower), count: count, step: stride, isStart: true)
    let end = Self.clamp(bound(upper), count: count, step: stride, isStart: false)
    if owner.kind == .string { return try sliceText(owner, IntegerRange(start: start, stop: end, step: stride)) }
    let range = IntegerRange(start: start, stop: end, step: stride)
    if owner.kind == .range {
      let numbers = self.range(owner)
      let (step, overflow) = numbers.step.multipliedReportingOverflow(by: stride)
      let first = numbers.number(at: start)
      // No two numbers of a range are so far from each other.
      if overflow { return makeRange(IntegerRange(start: first, stop: range.count > 0 ? first &+ 1 : first, step: 1)) }
      return makeRange(IntegerRange(start: first, stop: numbers.number(at: end), step: step))
    }
    try chargeItems(range.count)
    let part = makeList(capacity: range.count, kind: owner.kind == .tuple ? .tuple : .list)
    for index in 0..<range.count { append(try element(at: range.number(at: index), in: owner), to: part) }
    return part
  }

  /// Whether a value has parts, and the bounds are integers.
  func canSlice(_ owner: Value, _ lower: Value, _ upper: Value, _ step: Value) -> Bool {
    owner.kind != .dictionary && length(owner) != nil && Self.isBound(lower) && Self.isBound(upper)
      && Self.isBound(step)
  }

  private static func isBound(_ value: Value) -> Bool { value.kind == .none || value.isInteger }

  private func bound(_ value: Value) -> Int? { value.kind == .none ? nil : value.integer }

  private static func clamp(_ bound: Int?, count: Int, step: Int, isStart: Bool) -> Int {
    guard let bound else { return step > 0 ? (isStart ? 0 : count) : (isStart ? count - 1 : -1) }
    let position = bound < 0 ? bound &+ count : bound
    return step > 0 ? min(max(position, 0), count) : min(max(position, -1), count - 1)
  }

  private mutating func sliceText(_ text: Value, _ range: IntegerRange) throws(TemplateFailure) -> Value {
    let bytes = raw(text)
    try charge(bytes.count / 16)
    if range.step == 1 {
      let start = UTF8Scan.offset(of: range.start, in: bytes)
      let end = UTF8Scan.offset(of: range.count, in: bytes, from: start)
      return slice(text, start..<end)
    }
    let characters = try listed(text)
    let start = self.text.count
    for index in 0..<range.count { try appendText(listElement(range.number(at: index), characters)) }
    return finishText(from: start, safe: text.isMarkup)
  }

  /// Fails for what can't be a key of a dictionary, and counts the work of looking for one.
  mutating func requireHashable(_ key: Value) throws(TemplateFailure) {
    guard let cost = keyCost(key) else { throw TemplateFailure("\(describe(key)) can't be a key of a dictionary") }
    try charge(cost)
  }

  /// Fails for what the host made for all renders.
  func requireChangeable(_ value: Value) throws(TemplateFailure) {
    let isRetained = value.isSequence ? value.index < retained.lists : value.index < retained.dictionaries
    if isRetained { throw TemplateFailure("this value belongs to the site and can't be changed") }
  }
}
