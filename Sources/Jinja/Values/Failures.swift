import ByteText

extension Scratch {
  /// Fails where a value is undefined.
  func requireDefined(_ value: Value) throws(TemplateFailure) {
    if value.isUndefined { throw undefinedFailure(value) }
  }

  /// Whether an undefined value counts as an empty one.
  func isLenient(_ value: Value) -> Bool { !isStrict || value.origin == .noElse }

  /// That an undefined value was used, with the name that was probably meant.
  func undefinedFailure(_ value: Value) -> TemplateFailure {
    let name = symbolName(value.length)
    switch value.origin {
    case .name: return TemplateFailure("'\(name)' is undefined", help: nil, missingName: name)
    case .objectAttribute: return missingAttribute(name, of: value)
    case .attribute:
      let owner = value.ownerOfMissing
      let nearest = Suggestion.nearest(to: name, among: keys(of: owner)).map { "did you mean '\($0)'?" }
      return TemplateFailure("\(owner.kindName) has no attribute '\(name)'", help: nearest)
    case .item: return TemplateFailure("there is no such element, so the value is undefined")
    case .noElse: return TemplateFailure("the condition does not hold and there is no else, so there is no value")
    case .missing where value.length > 0:
      return TemplateFailure("'\(name)' is undefined: it is set further down", help: nil)
    case .unknown, .missing: return TemplateFailure("the value is undefined")
    }
  }

  private func missingAttribute(_ name: String, of value: Value) -> TemplateFailure {
    guard let model else { return TemplateFailure("'\(name)' is undefined") }
    let object = ObjectRef(type: value.segment, index: value.index)
    let names = model.attributeNames(of: object)
    let nearest = Suggestion.nearest(to: name, among: names)
    let isKnown = names.contains(name)
    return TemplateFailure(
      isKnown
        ? "this \(model.typeName(of: object)) has no '\(name)'"
        : "\(model.typeName(of: object)) has no attribute '\(name)'",
      help: isKnown
        ? "write {% if … %} around it or use the filter 'default'" : nearest.map { "did you mean '\($0)'?" })
  }

  /// The keys of a dictionary or namespace that are texts; none of other values.
  private func keys(of owner: Value) -> [String] {
    let isDictionary = owner.kind == .dictionary || owner.kind == .namespace
    guard isDictionary, dictionaries.indices.contains(owner.index) else { return [] }
    return (0..<dictionaryCount(owner)).compactMap { text(of: key($0, owner)) }
  }

  func symbolName(_ id: UInt32) -> String {
    Int(id) < symbolTexts.count ? String(bytes: bytes(of: symbolTexts[Int(id)])) : "?"
  }

  /// A value in the words of a diagnostic.
  func describe(_ value: Value) -> String {
    if value.kind == .object, let model { return model.typeName(of: value.object) }
    return value.kindName
  }
}
