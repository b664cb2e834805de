import ByteText

extension Machine {
  /// The diagnostic of a failure, with the templates that led to it as notes.
  func diagnostic(for failure: TemplateFailure, globals: borrowing Globals) -> Diagnostic {
    guard let frame = frames.last else {
      return Diagnostic(.error, "template/render", failure.message, path: "", help: failure.help)
    }
    var notes: [Diagnostic.Note] = []
    var caller = frames.count - 1
    while caller > 0, notes.count < 20 {
      let note = note(forCallOf: caller)
      if notes.last != note { notes.append(note) }
      caller -= 1
    }
    let template = template(of: frame.function)
    return Diagnostic(
      .error, template.diagnosticID("template/render"), failure.message, in: template.file,
      at: template.range(of: span(at: position - 1)), help: help(failure, globals), notes: notes)
  }

  private func note(forCallOf frame: Int) -> Diagnostic.Note {
    let file = template(of: frames[frame - 1].function).file
    let location = file.location(of: span(at: frames[frame].returnPosition - 1).range.lowerBound)
    let info = program.functions[frames[frame].function]
    let name = text(info.name)
    let what =
      switch info.kind {
      case .root: "in '\(program.templates[info.template].name)', which is used here"
      case .block: "in the block '\(name)', which is here"
      case .macro: "in the macro '\(name)', which is called here"
      case .callBlock: "in the body of the call block, which is called here"
      case .recursiveLoop: "in the recursive loop, which is called here"
      case .expression: "in the expression, which is evaluated here"
      }
    return Diagnostic.Note(what, at: "\(file.path):\(location.line):\(location.column)")
  }

  private func template(of function: Int) -> TemplateInfo { program.templates[program.functions[function].template] }

  private func span(at position: Int) -> SourceSpan {
    program.spans.indices.contains(position) ? program.spans[position] : SourceSpan(0, 0)
  }

  /// For a variable that is undefined, the nearest name of one that is defined.
  private func help(_ failure: TemplateFailure, _ globals: borrowing Globals) -> String? {
    guard let name = failure.missingName else { return failure.help }
    var known: [String] = []
    for id in 0..<program.symbols.count {
      let symbol = Symbol(id: UInt32(id))
      if !globals.value(of: symbol).isUndefined || !program.builtins[id].isMissing { known.append(text(symbol)) }
    }
    for (index, symbol) in program.names.enumerated() where !contextValues[contextStart + index].isMissing {
      known.append(text(symbol))
    }
    return Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
  }
}
