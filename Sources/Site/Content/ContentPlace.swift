public import ByteText
import Papers

/// A line of a content file, for diagnostics about what was read there.
public struct ContentPlace: CustomStringConvertible, Sendable {
  /// The path relative to the site folder.
  public var path: String
  /// The line, from 1.
  public var line = 1

  /// A place; the beginning of the file where no line is given.
  public init(path: String, line: Int = 1) { (self.path, self.line) = (path, line) }

  /// As `path:line:column`.
  public var description: String { "\(path):\(line):1" }
}

extension PaperStore {
  /// Where a record begins. It reads the file once more, so it is for diagnostics only.
  func place(of paper: Int) -> ContentPlace {
    let record = papers[paper]
    let path = files[Int(record.file)]
    return ContentPlace(path: path, line: lines.line(of: Int(record.offset), inFileAt: "\(siteFolder)/\(path)"))
  }
}

extension Diagnostic {
  /// A diagnostic about a line of a content file.
  public init(
    _ severity: Severity, _ id: String, _ message: String, at place: ContentPlace, help: String? = nil,
    notes: [Note] = []
  ) {
    self.init(severity, id, message, path: place.path, line: place.line, help: help, notes: notes)
  }
}
