package import ByteText

/// A whole file of one value, as configuration is: JSON or YAML by the file's extension.
package enum DataFile {
  /// Reads a file that has been loaded: YAML where its path ends in `.yml` or `.yaml`, else JSON.
  ///
  /// - Returns: the warnings.
  /// - Throws: everything that is wrong with the text.
  package static func read(_ file: SourceFile, into tree: inout DataTree) throws(Diagnostics) -> [Diagnostic] {
    let issues = isYAML(file.path) ? readYAML(file, into: &tree) : readJSON(file, into: &tree)
    let diagnostics = Diagnostics(issues.map { $0.diagnostic(in: file) })
    if diagnostics.hasErrors { throw diagnostics }
    return diagnostics.list
  }

  private static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yml") || path.hasSuffix(".yaml") }

  private static func readYAML(_ file: SourceFile, into tree: inout DataTree) -> [DataIssue] {
    var reader = YAMLReader(file.text)
    _ = reader.readDocument(into: &tree)
    return reader.issues
  }

  private static func readJSON(_ file: SourceFile, into tree: inout DataTree) -> [DataIssue] {
    var reader = JSONReader(file.text)
    _ = reader.readDocument(into: &tree)
    return reader.issues
  }
}
