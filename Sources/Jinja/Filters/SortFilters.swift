import ByteText

extension Scratch {
  /// A value for comparing: texts in lower case, unless case counts.
  mutating func sortKey(_ value: Value, caseSensitive: Bool) throws(TemplateFailure) -> Value {
    value.kind == .string && !caseSensitive ? try changeCase(value, .lower) : value
  }

  /// Negative where the left key is less; keys that are equal need no order.
  private mutating func orderKeys(_ left: [Value], _ right: [Value]) throws(TemplateFailure) -> Int {
    for (a, b) in zip(left, right) {
      if try !isEqual(a, b) { return try order(a, b) ?? 0 }
    }
    return 0
  }

  /// The positions of keys in their order; equal ones stay as they are.
  mutating func sortedPositions(_ keys: [[Value]], reverse: Bool) throws(TemplateFailure) -> [Int] {
    var order = Array(keys.indices)
    var merged = order
    var width = 1
    while width < order.count {
      try charge(order.count)
      var start = 0
      while start < order.count {
        try merge(keys, order, into: &merged, start, width, reverse: reverse)
        start += width * 2
      }
      swap(&order, &merged)
      width *= 2
    }
    return order
  }

  private mutating func merge(
    _ keys: [[Value]], _ source: [Int], into target: inout [Int], _ start: Int, _ width: Int, reverse: Bool
  ) throws(TemplateFailure) {
    let middle = min(start + width, source.count)
    let end = min(start + width * 2, source.count)
    var (left, right) = (start, middle)
    for position in start..<end {
      var takesRight = left >= middle
      if !takesRight, right < end {
        let comparison = try orderKeys(keys[source[right]], keys[source[left]])
        takesRight = reverse ? comparison > 0 : comparison < 0
      }
      target[position] = takesRight ? source[right] : source[left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }

  /// The elements at some positions, as a list.
  private mutating func pick(_ positions: some Sequence<Int>, from source: Value) -> Value {
    let result = makeList()
    for position in positions { append(listElement(position, source), to: result) }
    return result
  }

  /// The argument `reverse`, which Python takes only as a truth value or a number.
  private func isReversed(_ value: Value) throws(TemplateFailure) -> Bool {
    guard value.isMissing || value.isInteger else {
      throw TemplateFailure("the argument 'reverse' has to be true or false, not \(describe(value))")
    }
    return flag(value)
  }

  mutating func sortFilter(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getters = try AttributeGetter.several(arguments[2], in: &self)
    let caseSensitive = flag(arguments[1])
    var keys: [[Value]] = []
    try chargeItems(listCount(source) * (1 + getters.count))
    for index in 0..<listCount(source) {
      var key: [Value] = []
      for getter in getters {
        let part = try getter.value(of: listElement(index, source), in: &self)
        key.append(try sortKey(part, caseSensitive: caseSensitive))
      }
      keys.append(key)
    }
    return pick(try sortedPositions(keys, reverse: try isReversed(arguments[0])), from: source)
  }

  mutating func sortDictionary(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let pairs = try itemsFilter(value)
    let by = text(of: arguments.value(1, default: string("key")))
    guard by == "key" || by == "value" else { throw TemplateFailure("dictsort sorts by 'key' or 'value'") }
    var keys: [[Value]] = []
    for index in 0..<listCount(pairs) {
      let part = listElement(by == "key" ? 0 : 1, listElement(index, pairs))
      keys.append([try sortKey(part, caseSensitive: flag(arguments[0]))])
    }
    return pick(try sortedPositions(keys, reverse: try isReversed(arguments[2])), from: pairs)
  }

  mutating func groupBy(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(arguments[0], default: arguments[1], in: &self)
    let caseSensitive = flag(arguments[2])
    var keys: [[Value]] = []
    try chargeItems(listCount(source) * 2)
    for index in 0..<listCount(source) {
      let key = try getter.value(of: listElement(index, source), in: &self)
      if listCount(source) > 1 { try requireDefined(key) }
      keys.append([try sortKey(key, caseSensitive: caseSensitive)])
    }
    let groups = makeList()
    var members = Value.none
    var key = Value.missing
    for position in try sortedPositions(keys, reverse: false) {
      let element = listElement(position, source)
      let isNew = key.isMissing ? true : try !isEqual(key, keys[position][0])
      if isNew {
        key = keys[position][0]
        members = makeList()
        let grouper = try getter.value(of: element, in: &self)
        append(tuple(grouper, members, flags: Value.Flag.group), to: groups)
      }
      append(element, to: members)
    }
    return groups
  }

  mutating func unique(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(arguments[1], in: &self)
    let seen = makeDictionary()
    let result = makeList()
    try chargeItems(listCount(source) * 3)
    for index in 0..<listCount(source) {
      let element = listElement(index, source)
      let key = try sortKey(try getter.value(of: element, in: &self), caseSensitive: flag(arguments[0]))
      try requireHashable(key)
      if self.value(key, in: seen) != nil { continue }
      set(key, to: .none, in: seen)
      append(element, to: result)
    }
    return result
  }

  mutating func extreme(
    _ value: Value, _ arguments: FilterArguments, wantsGreater: Bool
  ) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(arguments[1], in: &self)
    try charge(listCount(source))
    var best: (element: Value, key: Value)?
    for index in 0..<listCount(source) {
      let element = listElement(index, source)
      let key = try sortKey(try getter.value(of: element, in: &self), caseSensitive: flag(arguments[0]))
      guard let current = best else {
        best = (element, key)
        continue
      }
      let comparison = try order(key, current.key) ?? 0
      if wantsGreater ? comparison > 0 : comparison < 0 { best = (element, key) }
    }
    return best?.element ?? .undefined
  }
}
