import ByteText

extension Scratch {
  typealias Keywords = [(name: Value, value: Value)]

  /// The result of a filter that binds its arguments itself.
  mutating func applyVariadic(
    _ filter: BuiltinFilter, to value: Value, _ positional: [Value], _ keywords: Keywords
  ) throws(TemplateFailure) -> Value {
    if value.isUndefined, !isLenient(value) { throw undefinedFailure(value) }
    switch filter {
    case .format: return try formatFilter(value, positional, keywords)
    case .map: return try map(value, positional, keywords)
    case .select: return try select(value, positional, keywords, wanted: true, byAttribute: false)
    case .reject: return try select(value, positional, keywords, wanted: false, byAttribute: false)
    case .selectattr: return try select(value, positional, keywords, wanted: true, byAttribute: true)
    case .rejectattr: return try select(value, positional, keywords, wanted: false, byAttribute: true)
    default: return value
    }
  }

  private mutating func formatFilter(
    _ value: Value, _ positional: [Value], _ keywords: Keywords
  ) throws(TemplateFailure) -> Value {
    if !positional.isEmpty, !keywords.isEmpty {
      throw TemplateFailure("format takes arguments with names or without, not both")
    }
    let format = try softText(value)
    if keywords.isEmpty { return try formatPercent(format, asTuple(list(positional))) }
    return try formatPercent(format, dictionary(keywords.map { ($0.name, $0.value) }))
  }

  private mutating func map(
    _ value: Value, _ positional: [Value], _ keywords: Keywords
  ) throws(TemplateFailure) -> Value {
    let source = truth(value) ? try listed(value) : makeList(capacity: 0)
    try chargeItems(listCount(source))
    let result = makeList(capacity: listCount(source))
    if positional.isEmpty, let attribute = keyword("attribute", keywords) {
      let fallback = keyword("default", keywords) ?? .missing
      if keywords.count > (fallback.isMissing ? 1 : 2) { throw TemplateFailure("map takes no other arguments here") }
      let getter = try AttributeGetter(attribute, default: fallback, in: &self)
      for index in 0..<listCount(source) {
        append(try getter.value(of: listElement(index, source), in: &self), to: result)
      }
      return result
    }
    guard let name = positional.first else { throw TemplateFailure("map needs the name of a filter") }
    let call = try InnerFilter(name, Array(positional.dropFirst()), keywords, in: &self)
    for index in 0..<listCount(source) { append(try call.apply(to: listElement(index, source), in: &self), to: result) }
    return result
  }

  func keyword(_ name: String, _ keywords: Keywords) -> Value? {
    keywords.first { text(of: $0.name) == name }?.value
  }

  private mutating func select(
    _ value: Value, _ positional: [Value], _ keywords: Keywords, wanted: Bool, byAttribute: Bool
  ) throws(TemplateFailure) -> Value {
    let source = truth(value) ? try listed(value) : makeList(capacity: 0)
    if byAttribute, positional.isEmpty { throw TemplateFailure("the name of an attribute is missing") }
    let getter = try AttributeGetter(byAttribute ? positional[0] : .missing, in: &self)
    let rest = Array(positional.dropFirst(byAttribute ? 1 : 0))
    try chargeItems(listCount(source))
    let result = makeList(capacity: 0)
    guard listCount(source) > 0 else { return result }
    let test = try rest.first.map { name throws(TemplateFailure) in
      try InnerTest(name, Array(rest.dropFirst()), keywords, in: &self)
    }
    for index in 0..<listCount(source) {
      let element = listElement(index, source)
      let tested = try getter.value(of: element, in: &self)
      let holds = try test.map { test throws(TemplateFailure) in try test.holds(tested, in: &self) } ?? truth(tested)
      if holds == wanted { append(element, to: result) }
    }
    return result
  }

  mutating func whereFilter(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try listed(value)
    let getter = try AttributeGetter(arguments[0], in: &self)
    try chargeItems(listCount(source))
    let result = makeList(capacity: 0)
    for index in 0..<listCount(source) {
      let element = listElement(index, source)
      let found = try getter.value(of: element, in: &self)
      if arguments[1].isMissing ? truth(found) : try isEqual(found, arguments[1]) { append(element, to: result) }
    }
    return result
  }
}

/// A filter that another filter applies to elements.
struct InnerFilter {
  private enum Callee {
    case builtin(BuiltinFilter)
    case host(Int)
  }

  private let callee: Callee
  private let arguments: [Value]
  private let keywords: Scratch.Keywords

  init(
    _ name: Value, _ positional: [Value], _ keywords: Scratch.Keywords, in scratch: inout Scratch
  ) throws(TemplateFailure) {
    let text = scratch.text(of: name) ?? ""
    let signature: Signature
    if let host = scratch.hostFilters.firstIndex(where: { $0.name == text }) {
      callee = .host(host)
      signature = Signature(scratch.hostFilters[host])
    } else if let filter = BuiltinFilter.named[text] {
      callee = .builtin(filter)
      signature = filter.signature
    } else {
      throw TemplateFailure("there is no filter '\(text)'")
    }
    self.keywords = signature.isVariadic ? keywords : []
    arguments =
      signature.isVariadic ? positional : try scratch.bind(signature, "the filter '\(text)'", positional, keywords)
  }

  func apply(to value: Value, in scratch: inout Scratch) throws(TemplateFailure) -> Value {
    switch callee {
    case .builtin(let filter) where filter.signature.isVariadic:
      return try scratch.applyVariadic(filter, to: value, arguments, keywords)
    case .builtin(let filter):
      return try arguments.withUnsafeBufferPointer { values throws(TemplateFailure) in
        try scratch.apply(filter, to: value, FilterArguments(values: values))
      }
    case .host(let number):
      guard let model = scratch.model else { return .undefined }
      let values = [value] + arguments.map { $0.isMissing ? .undefined : $0 }
      return try values.withUnsafeBufferPointer { values throws(TemplateFailure) in
        try model.filter(number, Arguments(values: values), scratch: &scratch)
      }
    }
  }
}

/// A test that a filter applies to elements.
struct InnerTest {
  private let test: BuiltinTest
  private let arguments: [Value]

  init(
    _ name: Value, _ positional: [Value], _ keywords: Scratch.Keywords, in scratch: inout Scratch
  ) throws(TemplateFailure) {
    let text = scratch.text(of: name) ?? ""
    guard let test = BuiltinTest.named[text] else { throw TemplateFailure("there is no test '\(text)'") }
    self.test = test
    arguments = try scratch.bind(test.signature, "the test '\(text)'", positional, keywords)
  }

  func holds(_ value: Value, in scratch: inout Scratch) throws(TemplateFailure) -> Bool {
    try arguments.withUnsafeBufferPointer { values throws(TemplateFailure) in
      try scratch.test(test, value, FilterArguments(values: values))
    }
  }
}
