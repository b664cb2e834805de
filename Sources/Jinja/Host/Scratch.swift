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

/// Memory that lives for one render: where hosts and filters put the texts they make.
public struct Scratch: ~Copyable {
  /// The text made so far.
  @usableFromInline var text = ByteBuffer(capacity: 4096)

  /// Empty memory.
  public init() {}

  /// A text value made of what `write` appends.
  public mutating func string(safe: Bool = false, _ write: (inout ByteBuffer) -> Void) -> Value {
    let start = text.count
    write(&text)
    return Value(TextRef(segment: TextSegment.scratch, offset: start, length: text.count - start), safe: safe)
  }
}

/// Why a render can't go on; the engine adds the template and the place.
public struct TemplateFailure: Error, Sendable {
  /// What is wrong, in one line.
  public var message: String
  /// What to do about it, where that is clear.
  public var help: String?

  /// A failure.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// The arguments of a call to a function of the host, in the order of its declared parameters; `.undefined` stands
/// for one that was left out.
public struct Arguments: ~Copyable {
  let values: [Value]
}
