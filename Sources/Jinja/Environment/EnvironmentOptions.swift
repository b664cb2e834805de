/// What templates are compiled with.
public struct EnvironmentOptions: Sendable {
  /// What happens to a value that is undefined.
  public enum UndefinedMode: Sendable {
    /// Printing it, looping over it, calculating with it is an error; conditions and `default` accept it.
    case strict
    /// It prints as nothing and loops as an empty list, as in Jinja2's default.
    case lenient
  }

  /// Whether a template of this name escapes what it prints.
  public var autoescape: @Sendable (_ templateName: String) -> Bool = EnvironmentOptions.isMarkup
  /// Whether the first line break after a statement's tag is removed.
  public var trimBlocks = false
  /// Whether blanks before a statement's tag are removed from the start of its line.
  public var lstripBlocks = false
  /// Whether a line break at the end of a template is kept.
  public var keepTrailingNewline = false
  /// What happens to a value that is undefined.
  public var undefined = UndefinedMode.strict
  /// Names of the host's attributes and globals: they become the symbols 0, 1, 2… in this order, so a host can
  /// switch over small integers.
  public var names: [String] = []
  /// The host's functions; `DataModel.call` gets their positions in this list.
  public var functions: [HostSignature] = []
  /// The host's filters; `DataModel.filter` gets their positions in this list. They win over filters of the engine.
  public var filters: [HostSignature] = []

  /// The defaults of Jinja2, with autoescape by file name and strict undefined values.
  public init() {}

  /// Whether the name ends as those of HTML and XML files do.
  @Sendable public static func isMarkup(_ templateName: String) -> Bool {
    [".html", ".htm", ".xml", ".xhtml", ".rss", ".atom"].contains { templateName.hasSuffix($0) }
  }
}
