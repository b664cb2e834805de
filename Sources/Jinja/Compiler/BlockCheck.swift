import ByteText

/// A block of a template that may extend another, which is checked once all templates have been read.
struct BlockCheck {
  var template: Int
  var name: Symbol
  var span: SourceSpan
}

extension ProgramBuilder {
  /// Reports blocks that are never written, because no template that is extended has a block of that name: an error where
  /// another name was meant, and else a warning.
  func checkBlocks() {
    for block in blocks where !selfUsers.contains(block.template) {
      guard let known = inheritedBlocks(of: block.template), !known.contains(block.name) else { continue }
      let (name, names) = (symbols.name(of: block.name), known.map(symbols.name(of:)).sorted())
      // Names of one or two letters are near to all others.
      let nearest = name.utf8.count > 2 ? Suggestion.nearest(to: name, among: names) : nil
      let isMisspelt = nearest.map { !overrides($0, in: block.template) } ?? false
      report(
        block, "no template that this one extends has a block '\(name)', so it is never written",
        meant: isMisspelt ? nearest : nil)
    }
  }

  private func report(_ block: BlockCheck, _ message: String, meant: String?) {
    guard countProblem(of: block.template) else { return }
    let severity = meant == nil ? Diagnostic.Severity.warning : .error
    let help = meant.map { "did you mean '\($0)'?" }
    let file = program.templates[block.template].file
    diagnostics.append(Diagnostic(severity, "template/block", message, in: file, at: block.span.range, help: help))
  }

  private func overrides(_ name: String, in template: Int) -> Bool {
    program.templates[template].blocks.contains { symbols.name(of: $0.name) == name }
  }

  /// The names of all blocks of the templates that a template extends, one after the other; nil where it extends none, or
  /// only rendering knows which.
  private func inheritedBlocks(of template: Int) -> Set<Symbol>? {
    var names: Set<Symbol> = []
    var next = template
    for _ in program.templates.indices {
      let info = program.templates[next]
      guard info.hasExtends else { return next == template ? nil : names }
      guard info.isAlwaysExtended, let parent = info.parent else { return nil }
      names.formUnion(program.templates[parent].blocks.map(\.name))
      next = parent
    }
    return nil
  }
}
