public import ByteText

/// A template before it is compiled: the name by which others include or extend it, and its text.
public struct TemplateSource: Sendable {
  /// The name, as `base.html`.
  public let name: String
  /// The text, and the path that diagnostics show.
  public let file: SourceFile

  /// A template that was read from a file.
  public init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }

  /// A template that has no file; diagnostics show its name.
  public init(name: String, text: String) {
    self.init(name: name, file: SourceFile(path: name, text: FrozenBytes(copying: text.utf8.span)))
  }
}
