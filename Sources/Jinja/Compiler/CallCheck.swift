import ByteText

/// How many arguments a call has, and of which names.
struct ArgumentOutline {
  var positional: Int
  var keywords: [Symbol]
  var hasSpread: Bool

  /// Why the arguments do not fit, where that is certain.
  func problem(
    with signature: Signature, of callee: String, name: (Symbol) -> String
  ) -> (message: String, help: String?)? {
    if signature.isVariadic || hasSpread { return nil }
    let parameters = signature.parameters
    if positional > parameters.count {
      let limit = parameters.isEmpty ? "no arguments" : "at most \(parameters.count)"
      return ("\(callee) takes \(limit), not \(positional)", nil)
    }
    for keyword in keywords.map(name) {
      guard let position = parameters.firstIndex(of: keyword) else {
        let nearest = Suggestion.nearest(to: keyword, among: parameters)
        return ("\(callee) has no argument '\(keyword)'", nearest.map { "did you mean '\($0)'?" })
      }
      if position < positional { return ("\(callee) gets the argument '\(keyword)' twice", nil) }
    }
    let passed = Set(keywords.map(name))
    for position in positional..<max(positional, signature.required) where !passed.contains(parameters[position]) {
      return ("\(callee) needs the argument '\(parameters[position])'", nil)
    }
    return nil
  }
}

extension CallArguments {
  var outline: ArgumentOutline {
    ArgumentOutline(positional: positional.count, keywords: keywords.map(\.name), hasSpread: hasSpread)
  }
}

/// A call of a name that is checked once all templates have been read.
struct CallCheck {
  /// Names that some tags make callable inside of them.
  static let tagFunctions = ["caller", "super", "loop"]

  var template: Int
  var name: Symbol
  var span: SourceSpan
  var arguments: ArgumentOutline
}

extension ProgramBuilder {
  /// Reports calls of functions that do not exist or get wrong arguments. A name that a template sets or that is a
  /// variable of the host is not known to be the function of that name.
  func checkCalls() {
    for call in calls where !assignedNames.contains(call.name) {
      let name = symbols.name(of: call.name)
      if let host = options.functions.first(where: { $0.name == name }) {
        check(call, Signature(host), "the function '\(name)'")
      } else if let builtin = BuiltinFunction.named[name] {
        check(call, builtin.signature, "the function '\(name)'")
      } else if !options.names.isEmpty, !options.names.contains(name) {
        reportUnknownFunction(call, name)
      }
    }
  }

  private func check(_ call: CallCheck, _ signature: Signature, _ callee: String) {
    if let problem = call.arguments.problem(with: signature, of: callee, name: symbols.name(of:)) {
      report("template/arguments", problem.message, call, help: problem.help)
    }
  }

  private func reportUnknownFunction(_ call: CallCheck, _ name: String) {
    if CallCheck.tagFunctions.contains(name) { return }
    let known = options.functions.map(\.name) + BuiltinFunction.named.keys.sorted()
    let nearest = Suggestion.nearest(to: name, among: known + assignedNames.map(symbols.name(of:)).sorted())
    report("template/function", "there is no function '\(name)'", call, help: nearest.map { "did you mean '\($0)'?" })
  }

  private func report(_ id: String, _ message: String, _ call: CallCheck, help: String?) {
    guard countProblem(of: call.template) else { return }
    let template = program.templates[call.template]
    diagnostics.append(
      Diagnostic(
        .error, template.diagnosticID(id), message, in: template.file, at: template.range(of: call.span), help: help))
  }
}
