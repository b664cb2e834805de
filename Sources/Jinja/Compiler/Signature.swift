/// The parameters of a filter, test, function or method.
struct Signature: Sendable {
  var parameters: [String]
  /// How many of the first have to be passed.
  var required: Int
  /// Whether it takes any arguments and looks at them itself.
  var isVariadic = false

  init(_ parameters: [String] = [], required: Int = 0, isVariadic: Bool = false) {
    self.parameters = parameters
    self.required = required
    self.isVariadic = isVariadic
  }

  init(_ host: HostSignature) {
    parameters = host.parameters.map(\.name)
    required = (host.parameters.lastIndex { !$0.isOptional } ?? -1) + 1
  }
}
