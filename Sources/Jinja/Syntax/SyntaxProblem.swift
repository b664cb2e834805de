/// A mistake in a template that was found while compiling it.
struct SyntaxProblem: Error {
  var id = "template/syntax"
  var message: String
  var span: SourceSpan
  var help: String?

  init(_ message: String, at span: SourceSpan, help: String? = nil, id: String = "template/syntax") {
    self.message = message
    self.span = span
    self.help = help
    self.id = id
  }
}
