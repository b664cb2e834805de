/// The arguments of a filter or test of the engine, in the order of its parameters.
struct FilterArguments {
  let values: UnsafeBufferPointer<Value>

  /// The argument at a position, or the missing value.
  subscript(position: Int) -> Value {
    position < values.count ? values[position] : .missing
  }

  func value(_ position: Int, default fallback: Value) -> Value {
    let value = self[position]
    return value.isMissing ? fallback : value
  }

  /// The integer at a position.
  func integer(_ position: Int, default fallback: Int, of name: String) throws(TemplateFailure) -> Int {
    let value = self[position]
    if value.isMissing { return fallback }
    guard value.isInteger else { throw TemplateFailure("the argument '\(name)' has to be an integer") }
    return value.integer
  }
}

extension Scratch {
  /// The arguments of a call in the order of the parameters; those left out are the missing value.
  func bind(
    _ signature: Signature, _ callee: String, _ positional: [Value], _ keywords: [(name: Value, value: Value)]
  ) throws(TemplateFailure) -> [Value] {
    let parameters = signature.parameters
    guard positional.count <= parameters.count else {
      throw TemplateFailure("\(callee) takes at most \(parameters.count) arguments, not \(positional.count)")
    }
    var bound = positional + Array(repeating: .missing, count: parameters.count - positional.count)
    for keyword in keywords {
      let name = text(of: keyword.name) ?? ""
      guard let position = parameters.firstIndex(of: name) else {
        throw TemplateFailure("\(callee) has no argument '\(name)'")
      }
      if !bound[position].isMissing { throw TemplateFailure("\(callee) gets the argument '\(name)' twice") }
      bound[position] = keyword.value
    }
    for position in 0..<signature.required where bound[position].isMissing {
      throw TemplateFailure("\(callee) needs the argument '\(parameters[position])'")
    }
    return bound
  }
}
