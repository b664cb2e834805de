package import ByteText

/// The issues that every reader of a tree has to state.
extension DataTree {
  private static let longestMisspelling = 100

  /// A value that is not of the type that it must be; it names the way to the value.
  ///
  /// - Parameter expected: the type with its article, as `a string`.
  package func typeIssue(_ node: DataNode, expected: String) -> DataIssue {
    let path = path(of: node)
    let subject = path.isEmpty ? "the whole text" : "`\(path)`"
    return DataIssue("data/type", "\(subject) must be \(expected), not \(node.description)", at: node.range)
  }

  /// A key that is not known, with the nearest known one as help.
  package func unknownKeyIssue(
    _ key: DataNode, among known: some Sequence<String>, severity: Diagnostic.Severity
  ) -> DataIssue {
    // What is much longer than any field is not one that was misspelt.
    let name = bytes(key).count <= Self.longestMisspelling ? string(key) : ""
    let help = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    return DataIssue(severity, "data/unknown-key", "unknown field `\(path(of: key))`", at: key.range, help: help)
  }
}
