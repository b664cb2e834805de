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
    let (file, span) = place(frame.function, position - 1)
    return Diagnostic(
      .error, "template/render", failure.message, in: file, at: span.range, help: help(failure, globals), notes: notes)
  }

  private func note(forCallOf frame: Int) -> Diagnostic.Note {
    let (file, span) = place(frames[frame - 1].function, frames[frame].returnPosition - 1)
    let location = file.location(of: span.range.lowerBound)
    let info = program.functions[frames[frame].function]
    let name = text(info.name)
    let what =
      switch info.kind {
      case .root: "in '\(program.templates[info.template].name)', which is used here"
      case .block: "in the block '\(name)', which stands here"
      case .macro: "in the macro '\(name)', which is called here"
      case .callBlock: "in the body of the call block, which is called here"
      case .recursiveLoop: "in the recursive loop, which is called here"
      }
    return Diagnostic.Note(what, at: "\(file.path):\(location.line):\(location.column)")
  }

  private func place(_ function: Int, _ position: Int) -> (SourceFile, SourceSpan) {
    let file = program.templates[program.functions[function].template].file
    let span = program.spans.indices.contains(position) ? program.spans[position] : SourceSpan(0, 0)
    return (file, span)
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
