public import ByteText

/// The issues that every reader of a tree has to state.
extension DataTree {
  private static let longestMisspelling = 100
  /// How many members of an object are looked at as misspelt ones: where there are more, they are something else.
  private static let suggestionLimit = 1000

  /// A text that is longer than texts may be, by the offset at which it begins.
  static func longTextIssue(at start: Int) -> DataIssue {
    DataIssue("data/size", "this text is longer than \(textLimit >> 20) MiB", at: start..<start + 1)
  }

  /// A value that is not of the type that it must be; it names the way to the value.
  ///
  /// - Parameter expected: the type with its article, as `a string`.
  public func typeIssue(_ node: DataNode, expected: String) -> DataIssue {
    let path = path(of: node)
    let subject = path.isEmpty ? "the whole text" : "`\(path)`"
    return DataIssue("data/type", "\(subject) must be \(expected), not \(node.description)", at: node.range)
  }

  /// A key that is not known, with the nearest known one as help.
  public func unknownKeyIssue(
    _ key: DataNode, among known: some Sequence<String>, severity: Diagnostic.Severity
  ) -> DataIssue {
    // What is much longer than any field is not one that was misspelt.
    let mayBeMeant = bytes(key).count <= Self.longestMisspelling && key.ordinal < Self.suggestionLimit
    let name = mayBeMeant ? string(key) : ""
    let help = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
    return DataIssue(severity, "data/unknown-key", "unknown field `\(path(of: key))`", at: key.range, help: help)
  }
}
