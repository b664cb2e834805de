import ByteText

/// The arguments of a method, as they were passed.
struct MethodArguments {
  let method: Method
  let positional: [Value]
  let keywords: Scratch.Keywords

  func require(_ range: ClosedRange<Int>) throws(TemplateFailure) {
    guard range.contains(positional.count) else {
      throw TemplateFailure("the method '\(method)' does not take \(positional.count) arguments")
    }
  }

  subscript(position: Int) -> Value { position < positional.count ? positional[position] : .missing }

  func integer(_ position: Int, default fallback: Int) throws(TemplateFailure) -> Int {
    let value = self[position]
    if value.isMissing { return fallback }
    guard value.isInteger else { throw TemplateFailure("the method '\(method)' needs an integer") }
    return value.integer
  }
}

extension Scratch {
  /// Calls a method of Python's types; nil where the value's type does not have it.
  mutating func call(
    _ method: Method, on owner: Value, _ positional: [Value], _ keywords: Keywords
  ) throws(TemplateFailure) -> Value? {
    let arguments = MethodArguments(method: method, positional: positional, keywords: keywords)
    try charge(1)
    switch owner.kind {
    case .string: return try callText(owner, arguments)
    case .list: return try callList(owner, arguments)
    case .tuple: return try callTuple(owner, arguments)
    case .dictionary: return try callDictionary(owner, arguments)
    case .integer, .boolean:
      guard method == .bitLength else { return nil }
      return Value(Int.bitWidth - owner.integer.magnitude.leadingZeroBitCount)
    case .number where method == .isInteger: return Value(owner.number == owner.number.rounded(.towardZero))
    default: return nil
    }
  }

  // MARK: Lists

  private mutating func callTuple(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value? {
    switch arguments.method {
    case .count:
      try arguments.require(1...1)
      try charge(listCount(owner))
      var count = 0
      for index in 0..<listCount(owner) {
        if try isEqual(listElement(index, owner), arguments[0]) { count += 1 }
      }
      return Value(count)
    case .index:
      try arguments.require(1...1)
      guard let index = try position(of: arguments[0], inList: owner) else {
        throw TemplateFailure("the element is not in the list")
      }
      return Value(index)
    default: return nil
    }
  }

  private mutating func callList(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value? {
    switch arguments.method {
    case .count, .index: return try callTuple(owner, arguments)
    case .copy: return try copiedList(owner)
    case .append, .clear, .extend, .insert, .pop, .remove, .reverse, .sort: break
    default: return nil
    }
    try requireChangeable(owner)
    try chargeItems(1)
    return try change(owner, arguments)
  }

  private mutating func change(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value {
    let count = listCount(owner)
    switch arguments.method {
    case .append:
      try arguments.require(1...1)
      append(arguments[0], to: owner)
    case .extend:
      try arguments.require(1...1)
      let added = try copiedList(arguments[0])
      for index in 0..<listCount(added) { append(listElement(index, added), to: owner) }
    case .insert:
      try arguments.require(2...2)
      try charge(count)
      let index = try arguments.integer(0, default: 0)
      insert(arguments[1], at: index < 0 ? max(0, index &+ count) : min(index, count), in: owner)
    case .pop:
      let index = try arguments.integer(0, default: -1)
      let position = index < 0 ? index &+ count : index
      guard position >= 0, position < count else { throw TemplateFailure("the list has no such element") }
      try charge(count)
      return remove(at: position, from: owner)
    case .remove:
      let position = try callTuple(
        owner, MethodArguments(method: .index, positional: arguments.positional, keywords: []))
      remove(at: position?.integer ?? 0, from: owner)
    case .clear: lists[owner.index].count = 0
    default: try reorder(owner, arguments)
    }
    return .none
  }

  private mutating func reorder(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) {
    let ordered: Value
    if arguments.method == .reverse {
      ordered = try reverse(owner)
    } else {
      let isReversed = keyword("reverse", arguments.keywords).map { truth($0) } ?? false
      let flags = [Value(isReversed), Value(true), .none]
      ordered = try flags.withUnsafeBufferPointer { flags throws(TemplateFailure) in
        try sortFilter(owner, FilterArguments(values: flags))
      }
    }
    for index in 0..<listCount(owner) { setElement(index, of: owner, to: listElement(index, ordered)) }
  }

  // MARK: Dictionaries

  private mutating func callDictionary(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value? {
    switch arguments.method {
    case .get:
      try arguments.require(1...2)
      try requireHashable(arguments[0])
      return value(arguments[0], in: owner) ?? (arguments[1].isMissing ? .none : arguments[1])
    case .keys: return try copiedList(owner)
    case .values:
      try chargeItems(dictionaryCount(owner))
      let list = makeList(capacity: dictionaryCount(owner))
      for index in 0..<dictionaryCount(owner) { append(entry(index, owner).value, to: list) }
      return list
    case .items: return try itemsFilter(owner)
    case .copy:
      let copy = makeDictionary(capacity: dictionaryCount(owner))
      try update(copy, with: owner)
      return copy
    case .update, .setdefault, .pop, .popitem, .clear: break
    default: return nil
    }
    try requireChangeable(owner)
    try chargeItems(2)
    return try changeDictionary(owner, arguments)
  }

  private mutating func changeDictionary(
    _ owner: Value, _ arguments: MethodArguments
  ) throws(TemplateFailure) -> Value {
    let key = arguments[0]
    if arguments.method == .pop || arguments.method == .setdefault {
      try arguments.require(1...2)
      try requireHashable(key)
    }
    let fallback = arguments[1].isMissing ? .none : arguments[1]
    switch arguments.method {
    case .update:
      if !key.isMissing { try update(owner, with: key) }
      for keyword in arguments.keywords { set(keyword.name, to: keyword.value, in: owner) }
    case .setdefault:
      if let known = value(key, in: owner) { return known }
      set(key, to: fallback, in: owner)
      return fallback
    case .pop:
      try charge(dictionaryCount(owner))
      if let removed = remove(key, from: owner) { return removed }
      if arguments[1].isMissing { throw TemplateFailure("the dictionary has no such key") }
      return fallback
    case .popitem:
      guard dictionaryCount(owner) > 0 else { throw TemplateFailure("the dictionary is empty") }
      let last = entry(dictionaryCount(owner) - 1, owner)
      try charge(dictionaryCount(owner))
      remove(last.key, from: owner)
      return tuple(last.key, last.value)
    default: removeAll(from: owner)
    }
    return .none
  }
}
