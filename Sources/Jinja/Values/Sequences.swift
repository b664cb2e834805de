extension Scratch {
  /// How many elements, entries or characters a value has; nil where that has no meaning.
  func length(_ value: Value) -> Int? {
    switch value.kind {
    case .string: UTF8Scan.count(raw(value))
    case .list, .tuple: listCount(value)
    case .dictionary: dictionaryCount(value)
    case .range: range(value).count
    case .object: model?.count(of: value.object)
    case .undefined: isLenient(value) ? 0 : nil
    default: nil
    }
  }

  /// Python's truth of a value.
  func truth(_ value: Value) -> Bool {
    switch value.kind {
    case .undefined, .none: false
    case .boolean, .integer: value.truth
    case .number: value.number != 0
    case .string: value.length > 0
    case .list, .tuple: listCount(value) > 0
    case .dictionary: dictionaryCount(value) > 0
    case .range: range(value).count > 0
    case .object: model?.count(of: value.object).map { $0 > 0 } ?? true
    default: true
    }
  }

  /// The elements of anything that can be looped over, as a list or tuple.
  mutating func listed(_ value: Value) throws(TemplateFailure) -> Value {
    switch value.kind {
    case .list, .tuple: return value
    case .dictionary: return try keys(of: value)
    case .string: return try characters(of: value)
    case .range: return try numbers(of: value)
    case .object: return try elements(of: value)
    case .undefined where isLenient(value): return makeList(capacity: 0)
    default: throw notIterable(value)
    }
  }

  func notIterable(_ value: Value) -> TemplateFailure {
    if value.isUndefined { return undefinedFailure(value) }
    return TemplateFailure("\(describe(value)) can't be looped over")
  }

  /// A list that may be changed, with the elements of a value.
  mutating func copiedList(_ value: Value) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let count = listCount(source)
    try chargeItems(count)
    let copy = makeList(capacity: count)
    for index in 0..<count { append(listElement(index, source), to: copy) }
    return copy
  }

  /// Counts the work and memory of making a list.
  mutating func chargeItems(_ count: Int) throws(TemplateFailure) {
    try charge(count)
    try checkRoom(count &* MemoryLayout<Value>.stride)
  }

  private mutating func keys(of dictionary: Value) throws(TemplateFailure) -> Value {
    let count = dictionaryCount(dictionary)
    try chargeItems(count)
    let list = makeList(capacity: count)
    for index in 0..<count { append(key(index, dictionary), to: list) }
    return list
  }

  /// The characters of a text; those of markup are no markup.
  private mutating func characters(of markup: Value) throws(TemplateFailure) -> Value {
    let text = markup.markup(false)
    try chargeItems(Int(text.length))
    let bytes = raw(text)
    let list = makeList(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let next = UTF8Scan.next(in: bytes, after: index)
      append(slice(text, index..<next), to: list)
      index = next
    }
    return list
  }

  private mutating func numbers(of value: Value) throws(TemplateFailure) -> Value {
    let range = range(value)
    let count = range.count
    try chargeItems(count)
    let list = makeList(capacity: count)
    for index in 0..<count { append(Value(range.number(at: index)), to: list) }
    return list
  }

  private mutating func elements(of value: Value) throws(TemplateFailure) -> Value {
    guard let model, let count = model.count(of: value.object) else { throw notIterable(value) }
    try chargeItems(count)
    let list = makeList(capacity: count)
    for index in 0..<count { append(try model.element(at: index, of: value.object, scratch: &self), to: list) }
    return list
  }

  /// A part of a text by byte offsets, which shares its memory.
  func slice(_ text: Value, _ range: Range<Int>) -> Value {
    Value(
      kind: .string, flags: text.flags, segment: text.segment, length: UInt32(truncatingIfNeeded: range.count),
      payload: text.payload &+ UInt64(truncatingIfNeeded: range.lowerBound))
  }

  /// The element at an index from 0 of anything that has a length; the caller has checked the bounds.
  mutating func element(at index: Int, in value: Value) throws(TemplateFailure) -> Value {
    switch value.kind {
    case .list, .tuple: return listElement(index, value)
    case .range: return Value(range(value).number(at: index))
    case .dictionary: return key(index, value)
    case .string:
      let bytes = raw(value)
      let start = UTF8Scan.offset(of: index, in: bytes)
      return slice(value, start..<(start < bytes.count ? UTF8Scan.next(in: bytes, after: start) : start))
    case .object:
      guard let model else { return .undefined }
      return try model.element(at: index, of: value.object, scratch: &self)
    default: return .undefined
    }
  }
}
