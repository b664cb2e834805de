/// A function or filter of the host, as the compiler has to know it: calls are checked when templates are compiled.
///
/// ```swift
/// var options = EnvironmentOptions()
/// options.filters = [HostSignature("shorten", [.required("length"), .optional("end")])]
/// ```
public struct HostSignature: Sendable {
  /// One parameter of a function or filter.
  public struct Parameter: Sendable {
    /// The name by which it can be passed.
    public let name: String
    /// Whether it may be left out.
    public let isOptional: Bool

    /// A parameter that has to be passed.
    public static func required(_ name: String) -> Parameter { Parameter(name: name, isOptional: false) }
    /// A parameter that may be left out; the host gets `.undefined` for it.
    public static func optional(_ name: String) -> Parameter { Parameter(name: name, isOptional: true) }
  }

  /// The name in templates.
  public let name: String
  /// The parameters in order; for a filter without the value that is filtered.
  public let parameters: [Parameter]

  /// A function or filter of the host.
  public init(_ name: String, _ parameters: [Parameter] = []) {
    self.name = name
    self.parameters = parameters
  }
}
