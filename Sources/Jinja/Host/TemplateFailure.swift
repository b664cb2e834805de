/// Why a render can't go on; the engine adds the template and the place.
///
/// ```swift
/// throw TemplateFailure("there is no asset 'a.css'", help: "did you mean 'b.css'?")
/// ```
public struct TemplateFailure: Error, Sendable {
  /// What is wrong, in one line.
  public var message: String
  /// What to do about it, where that is clear.
  public var help: String?
  /// The variable that is undefined, where that is the reason.
  var missingName: String?

  /// A failure.
  public init(_ message: String, help: String? = nil) {
    self.init(message, help: help, missingName: nil)
  }

  init(_ message: String, help: String?, missingName: String?) {
    self.message = message
    self.help = help
    self.missingName = missingName
  }
}
