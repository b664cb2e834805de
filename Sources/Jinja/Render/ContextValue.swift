/// A value as a file of JSON or YAML has it, for hosts that have no data model of their own.
///
/// ```swift
/// let variables = [ContextValue.Entry("tags", .list([.string("a"), .string("b")]))]
/// try renderer.render(template, globals: globals, variables: variables, into: &buffer)
/// ```
public indirect enum ContextValue: Sendable, Equatable {
  /// An entry of a dictionary.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: ContextValue

    /// An entry.
    public init(_ key: String, _ value: ContextValue) {
      self.key = key
      self.value = value
    }
  }

  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case markup(String)
  case list([ContextValue])
  case dictionary([Entry])
}
