/// A path of attributes and indexes, as `author.name` or `0`, that filters look up in every element.
struct AttributeGetter {
  private var parts: [Value] = []
  private let fallback: Value

  /// The path of an argument; without one, elements are their own values.
  init(_ attribute: Value, default fallback: Value = .missing, in scratch: inout Scratch) throws(TemplateFailure) {
    self.fallback = fallback
    if attribute.isMissing || attribute.kind == .none { return }
    guard attribute.kind == .string else {
      parts = [attribute]
      return
    }
    let bytes = scratch.raw(attribute)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: ".") {
      parts.append(Self.part(scratch.slice(attribute, start..<index), scratch))
      start = index + 1
    }
  }

  private static func part(_ text: Value, _ scratch: borrowing Scratch) -> Value {
    let bytes = scratch.raw(text)
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      let number = Int(String(decoding: bytes, as: UTF8.self))
    else { return text }
    return Value(number)
  }

  /// The paths of an argument with commas between them.
  static func several(_ attribute: Value, in scratch: inout Scratch) throws(TemplateFailure) -> [AttributeGetter] {
    guard attribute.kind == .string else { return [try AttributeGetter(attribute, in: &scratch)] }
    var getters: [AttributeGetter] = []
    let bytes = scratch.raw(attribute)
    let commas = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }
    var start = 0
    for index in commas + [bytes.count] {
      getters.append(try AttributeGetter(scratch.slice(attribute, start..<index), in: &scratch))
      start = index + 1
    }
    return getters
  }

  func value(of element: Value, in scratch: inout Scratch) throws(TemplateFailure) -> Value {
    var value = element
    for part in parts {
      value = try scratch.item(part, of: value)
      if value.isUndefined, !fallback.isMissing, fallback.kind != .none { value = fallback }
    }
    return value
  }
}
