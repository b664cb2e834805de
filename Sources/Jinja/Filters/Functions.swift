extension Scratch {
  /// Calls a function of the engine.
  mutating func call(
    _ function: BuiltinFunction, _ positional: [Value], _ keywords: [(name: Value, value: Value)]
  ) throws(TemplateFailure) -> Value {
    switch function {
    case .range: return try callRange(positional, keywords)
    case .dict: return try makeDictionary(positional, keywords, kind: .dictionary)
    case .namespace: return try makeDictionary(positional, keywords, kind: .namespace)
    case .cycler: return try makeCycler(positional)
    case .joiner:
      let separator = try bind(function.signature, "joiner", positional, keywords)[0]
      items.append(separator.isMissing ? string(", ") : separator)
      items.append(Value(false))
      return Value(kind: .joiner, payload: UInt64(items.count - 2))
    }
  }

  private mutating func callRange(
    _ positional: [Value], _ keywords: [(name: Value, value: Value)]
  ) throws(TemplateFailure) -> Value {
    guard (1...3).contains(positional.count), keywords.isEmpty else {
      throw TemplateFailure("range takes one to three integers")
    }
    for value in positional where !value.isInteger {
      try requireDefined(value)
      throw TemplateFailure("range takes integers, not \(describe(value))")
    }
    let start = positional.count > 1 ? positional[0].integer : 0
    let stop = positional[positional.count > 1 ? 1 : 0].integer
    let step = positional.count > 2 ? positional[2].integer : 1
    if step == 0 { throw TemplateFailure("the step of a range can't be 0") }
    let range = IntegerRange(start: start, stop: stop, step: step)
    if range.count > limits.rangeCount {
      throw TemplateFailure("a range can have at most \(limits.rangeCount) numbers")
    }
    return makeRange(range)
  }

  private mutating func makeDictionary(
    _ positional: [Value], _ keywords: [(name: Value, value: Value)], kind: Value.Kind
  ) throws(TemplateFailure) -> Value {
    let dictionary = makeDictionary(capacity: keywords.count, kind: kind)
    if positional.count > 1 { throw TemplateFailure("at most one argument without a name is allowed here") }
    if let source = positional.first { try update(dictionary, with: source) }
    for keyword in keywords { set(keyword.name, to: keyword.value, in: dictionary) }
    return dictionary
  }

  /// Adds the entries of a dictionary, or pairs of keys and values.
  mutating func update(_ dictionary: Value, with source: Value) throws(TemplateFailure) {
    if source.kind == .dictionary {
      try chargeItems(dictionaryCount(source) * 2)
      for index in 0..<dictionaryCount(source) {
        let (key, value) = entry(index, source)
        set(key, to: value, in: dictionary)
      }
      return
    }
    let pairs = try listed(source)
    try chargeItems(listCount(pairs) * 2)
    for index in 0..<listCount(pairs) {
      let pair = try listed(listElement(index, pairs))
      guard listCount(pair) == 2 else { throw TemplateFailure("a dictionary is made of pairs of keys and values") }
      let key = listElement(0, pair)
      try requireHashable(key)
      set(key, to: listElement(1, pair), in: dictionary)
    }
  }

  // MARK: Cycler and joiner

  private mutating func makeCycler(_ positional: [Value]) throws(TemplateFailure) -> Value {
    guard !positional.isEmpty else { throw TemplateFailure("cycler needs at least one value") }
    let values = list(positional)
    items.append(values)
    items.append(Value(0))
    return Value(kind: .cycler, payload: UInt64(items.count - 2))
  }

  func cyclerCurrent(_ cycler: Value) -> Value {
    listElement(items[cycler.index + 1].integer, items[cycler.index])
  }

  mutating func callCycler(_ cycler: Value, _ method: String) -> Value? {
    let position = items[cycler.index + 1].integer
    switch method {
    case "next":
      let current = cyclerCurrent(cycler)
      items[cycler.index + 1] = Value((position + 1) % listCount(items[cycler.index]))
      return current
    case "reset":
      items[cycler.index + 1] = Value(0)
      return Value.none
    default: return nil
    }
  }

  /// Nothing at the first call, afterwards the separator.
  mutating func callJoiner(_ joiner: Value) -> Value {
    if items[joiner.index + 1].truth { return items[joiner.index] }
    items[joiner.index + 1] = Value(true)
    return Value(.empty)
  }
}
