import ByteText

extension Scratch {
  mutating func first(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .string { return value.length == 0 ? .undefined : try element(at: 0, in: value.markup(false)) }
    if let count = length(value) { return count == 0 ? .undefined : try element(at: 0, in: value) }
    throw notIterable(value)
  }

  mutating func last(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .string {
      let bytes = raw(value)
      return bytes.isEmpty ? .undefined : slice(value, UTF8Scan.previous(in: bytes, before: bytes.count)..<bytes.count)
    }
    if let count = length(value) { return count == 0 ? .undefined : try element(at: count - 1, in: value) }
    throw notIterable(value)
  }

  mutating func lengthFilter(_ value: Value) throws(TemplateFailure) -> Value {
    if value.kind == .string { try charge(Int(value.length) / 16) }
    guard let count = length(value) else { throw TemplateFailure("\(describe(value)) has no length") }
    return Value(count)
  }

  mutating func reverse(_ value: Value) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let count = listCount(source)
    if value.kind == .string {
      let start = text.count
      for index in 0..<count { try appendText(listElement(count - 1 - index, source)) }
      return finishText(from: start, safe: value.isMarkup)
    }
    try chargeItems(count)
    let reversed = makeList(capacity: count)
    for index in 0..<count { append(listElement(count - 1 - index, source), to: reversed) }
    return reversed
  }

  // MARK: Joining and adding

  mutating func joinFilter(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    var separator = try softText(arguments.value(0, default: Value(.empty)))
    let source = try joinedTexts(value, arguments[1])
    let count = listCount(source)
    var safe = autoescape && separator.isMarkup
    for index in 0..<count where autoescape && listElement(index, source).isMarkup { safe = true }
    if safe { separator = try escape(separator) }
    let start = text.count
    for index in 0..<count {
      let part = listElement(index, source)
      try checkRoom(Int(part.length) * 5 + Int(separator.length))
      if index > 0 { try appendText(separator) }
      try appendJoined(part, escaping: safe)
    }
    return finishText(from: start, safe: safe)
  }

  /// The elements, or an attribute of them, as texts.
  private mutating func joinedTexts(_ value: Value, _ attribute: Value) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(attribute, in: &self)
    let count = listCount(source)
    try chargeItems(count)
    let texts = makeList(capacity: count)
    for index in 0..<count {
      append(try stringValue(try getter.value(of: listElement(index, source), in: &self)), to: texts)
    }
    return texts
  }

  mutating func sum(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(arguments[0], in: &self)
    var total = arguments.value(1, default: Value(0))
    if total.kind == .string { throw TemplateFailure("sum can't add texts", help: "use the filter 'join'") }
    try charge(listCount(source))
    for index in 0..<listCount(source) {
      total = try calculate(.add, total, try getter.value(of: listElement(index, source), in: &self))
    }
    return total
  }

  // MARK: Parts

  mutating func batch(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let size = arguments[0].isInteger ? arguments[0].integer : -1
    try chargeItems(listCount(source) * 2)
    let batches = makeList()
    var batch = makeList()
    for index in 0..<listCount(source) {
      if listCount(batch) == size {
        append(batch, to: batches)
        batch = makeList()
      }
      append(listElement(index, source), to: batch)
    }
    if listCount(batch) == 0 { return batches }
    let fill = arguments.value(1, default: .none)
    if fill.kind != .none, !arguments[0].isInteger {
      throw TemplateFailure("the argument 'linecount' has to be an integer")
    }
    if fill.kind != .none, listCount(batch) < size {
      try chargeItems(size - listCount(batch))
      while listCount(batch) < size { append(fill, to: batch) }
    }
    append(batch, to: batches)
    return batches
  }

  mutating func slices(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let slices = try arguments.integer(0, default: 1, of: "slices")
    if slices == 0 { throw TemplateFailure("there can't be 0 slices") }
    let count = listCount(source)
    let fill = arguments.value(1, default: .none)
    try chargeItems(max(slices, 0))
    try chargeItems(count)
    let result = makeList()
    var next = 0
    for number in 0..<max(slices, 0) {
      let hasExtra = number < count % slices
      let part = makeList(capacity: count / slices + 1)
      for _ in 0..<count / slices + (hasExtra ? 1 : 0) {
        append(listElement(next, source), to: part)
        next += 1
      }
      if fill.kind != .none, !hasExtra { append(fill, to: part) }
      append(part, to: result)
    }
    return result
  }

  mutating func limit(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    guard let count = length(value) else { throw notIterable(value) }
    let wanted = min(count, max(0, try arguments.integer(0, default: count, of: "count")))
    try chargeItems(wanted)
    let part = makeList(capacity: wanted)
    for index in 0..<wanted { append(try element(at: index, in: value), to: part) }
    return part
  }

  // MARK: Dictionaries

  /// The pairs of keys and values.
  mutating func itemsFilter(_ value: Value) throws(TemplateFailure) -> Value {
    if value.isUndefined { return makeList(capacity: 0) }
    guard value.kind == .dictionary else { throw TemplateFailure("items needs a dictionary, not \(describe(value))") }
    let count = dictionaryCount(value)
    try chargeItems(count * 3)
    let pairs = makeList(capacity: count)
    for index in 0..<count {
      let entry = entry(index, value)
      append(tuple(entry.key, entry.value), to: pairs)
    }
    return pairs
  }

  mutating func attributeFilter(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let name = try requireText(arguments[0], "attr")
    switch value.kind {
    case .object, .tuple, .namespace:
      if value.kind == .namespace { return self.value(name, in: value) ?? .undefined(.item) }
      return try item(name, of: value)
    default: return .undefined(.item)
    }
  }
}
