public import ByteText

/// Something wrong in a data file, by the bytes that it is about: the place becomes line and column only when the
/// issue is shown.
public struct DataIssue: Error, Hashable, Sendable {
  /// Whether a build can go on.
  public var severity: Diagnostic.Severity
  /// A stable name of the kind, as `json/syntax`.
  public var id: String
  /// What is wrong, in one line.
  public var message: String
  /// The bytes of the text that it is about.
  public var range: Range<Int>
  /// What to do, where it is clear.
  public var help: String?

  /// An error.
  public init(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
    self.init(.error, id, message, at: range, help: help)
  }

  /// An issue.
  public init(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, at range: Range<Int>,
    help: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.range = range
    self.help = help
  }

  /// The issue with its place in the file that it is about. Linear in the place's offset.
  public func diagnostic(in file: SourceFile) -> Diagnostic {
    Diagnostic(severity, id, message, in: file, at: range, help: help)
  }
}
