/// Something wrong in content, a theme or the configuration, with its place and what to do about it.
///
/// ```swift
/// let file = SourceFile(path: "site.yml", text: FrozenBytes(copying: "titel: T".utf8.span))
/// let diagnostic = Diagnostic(.error, "data/unknown-key", "unknown field `titel`", in: file, at: 0..<5)
/// DiagnosticPrinter().text(for: diagnostic)  // site.yml:1:1: error: unknown field `titel` [data/unknown-key] …
/// ```
public struct Diagnostic: Error, Hashable, Sendable {
  /// Whether a build can go on.
  public enum Severity: String, Sendable, Comparable {
    case error
    case warning

    /// Errors come before warnings.
    public static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
  }

  /// A second place or fact that belongs to the diagnostic.
  public struct Note: Hashable, Sendable {
    /// Where, as `path:line:column`, or nil where the note has no place.
    public var place: String?
    /// What.
    public var message: String

    /// A note.
    public init(_ message: String, at place: String? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// Whether a build can go on.
  public var severity: Severity
  /// A stable name of the kind, as `record/date`.
  public var id: String
  /// What is wrong, in one line.
  public var message: String
  /// The file, as the user knows it.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The text of the line around the place, where it is known.
  public var excerpt: String?
  /// The column of the excerpt's first scalar: more than 1 where a long line was cut.
  public var excerptColumn: Int
  /// How many scalars the caret underlines.
  public var length: Int
  /// What to do, where it is clear.
  public var help: String?
  /// Further places and facts.
  public var notes: [Note]

  /// A diagnostic at a known place, without an excerpt.
  public init(
    _ severity: Severity = .error, _ id: String, _ message: String,
    path: String, line: Int = 1, column: Int = 1, help: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.path = path
    self.line = line
    self.column = column
    self.length = 1
    self.excerptColumn = 1
    self.help = help
    self.notes = notes
  }

  /// A diagnostic about a range of bytes of a file.
  public init(
    _ severity: Severity = .error, _ id: String, _ message: String,
    in file: SourceFile, at range: Range<Int>, help: String? = nil, notes: [Note] = []
  ) {
    let start = file.location(of: range.lowerBound)
    self.init(severity, id, message, in: file, at: range, startingAt: start, help: help, notes: notes)
  }

  /// A diagnostic about a range of bytes of a file, where many are made: ranges must come in ascending order.
  public init(
    _ severity: Severity = .error, _ id: String, _ message: String,
    in file: SourceFile, at range: Range<Int>, cursor: inout SourceCursor, help: String? = nil, notes: [Note] = []
  ) {
    let start = cursor.location(of: range.lowerBound)
    self.init(severity, id, message, in: file, at: range, startingAt: start, help: help, notes: notes)
  }

  private init(
    _ severity: Severity, _ id: String, _ message: String, in file: SourceFile, at range: Range<Int>,
    startingAt start: SourceLocation, help: String?, notes: [Note]
  ) {
    self.init(
      severity, id, message, path: file.path, line: start.line, column: start.column, help: help, notes: notes)
    let excerpt = file.excerpt(around: start, offset: range.lowerBound)
    (self.excerpt, excerptColumn) = (excerpt.text, excerpt.column)
    length = max(1, file.scalarsOfLine(in: range))
  }

  /// The place as `path:line:column`.
  public var place: String { "\(path):\(line):\(column)" }
}

extension Diagnostic: Comparable {
  /// Errors first, then by path, line, column and message.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.path != right.path { return left.path < right.path }
    return (left.line, left.column, left.id, left.message) < (right.line, right.column, right.id, right.message)
  }
}

/// Several diagnostics, thrown together.
public struct Diagnostics: Error, Sendable {
  /// All of them, errors first, then by place.
  public let list: [Diagnostic]

  /// The given ones, sorted and without repetitions; a warning at the place of an error says nothing new.
  public init(_ list: [Diagnostic]) {
    let errors = Set(list.lazy.filter { $0.severity == .error }.map(\.place))
    self.list = Set(list).filter { $0.severity == .error || !errors.contains($0.place) }.sorted()
  }

  /// Whether there is an error among them.
  public var hasErrors: Bool { list.first?.severity == .error }
}
