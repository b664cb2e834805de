public import ByteText

/// The numbers of the memory segments that a render's texts refer to.
public enum TextSegment {
  /// What the render itself made: results of filters and calls.
  public static let scratch: UInt16 = 0
  /// The literals of the compiled templates.
  public static let literals: UInt16 = 1
  /// The first segment of the host.
  public static let host: UInt16 = 2
}

/// Memory that lives for one render: where hosts and filters put the texts, lists and dictionaries they make, and
/// through which they read the texts of values.
public struct Scratch: ~Copyable {
  /// The text made so far.
  var text = ByteBuffer(capacity: 4096)

  /// Empty memory.
  init() {}

  /// A text value made of what `write` appends.
  public mutating func string(safe: Bool = false, _ write: (inout ByteBuffer) -> Void) -> Value {
    let start = text.count
    write(&text)
    return Value(TextRef(segment: TextSegment.scratch, offset: start, length: text.count - start), safe: safe)
  }

  /// A text value with the UTF-8 of a string.
  public mutating func string(_ string: String, safe: Bool = false) -> Value {
    self.string(safe: safe) { $0.append(string) }
  }

  /// A list of values.
  public mutating func list(_ elements: [Value]) -> Value { .undefined }

  /// A dictionary; of keys that occur twice, the last counts.
  public mutating func dictionary(_ entries: [(key: Value, value: Value)]) -> Value { .undefined }

  /// The value with the content of a file of JSON or YAML.
  public mutating func value(_ content: ContextValue) -> Value { .undefined }

  /// The bytes of a text value, empty for other values; valid until the memory is written to.
  @_lifetime(borrow self)
  public func bytes(of value: Value) -> Span<UInt8> { text.span }

  /// The text of a text value, nil for other values.
  public func text(of value: Value) -> String? { nil }
}
