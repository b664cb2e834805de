internal import ByteText
internal import DataFiles

/// An issue of a file that is being loaded; its place becomes line and column when it is shown.
struct LoadIssue: Sendable {
  var issue: DataIssue
  var file: UInt32
  /// How often the same is the case in the file.
  var occurrences = 1
  /// Another place that belongs to it, as the first of two equal ids.
  var related: RelatedPlace?
}

/// A second place of an issue.
struct RelatedPlace: Sendable {
  var message: String
  var file: UInt32
  var offset: Int
}

/// Collects the issues of one worker.
///
/// A field that no record knows is told once for a file, with a count, and errors are counted so that a file of
/// nothing but errors ends early.
struct IssueLog: Sendable {
  /// After this many errors in a part of a file the rest of the part is not read.
  static let errorLimit = 1000

  private(set) var issues: [LoadIssue] = []
  /// The file that is being read.
  var file: UInt32 = 0
  /// The offset in the file of the text that is being read.
  var base = 0
  private(set) var errorCount = 0
  private var repeated: [String: Int] = [:]

  init() {}

  /// Begins with a file, or a part of it.
  mutating func begin(file: UInt32, base: Int) {
    (self.file, self.base, errorCount) = (file, base, 0)
    repeated.removeAll()
  }

  /// Begins with other records of the file, whose issues can be kept apart from those before.
  mutating func beginBlock() { repeated.removeAll(keepingCapacity: true) }

  /// Adds issues that were found by an earlier build.
  mutating func add(known: [LoadIssue]) { issues += known }

  /// Whether there are so many errors that reading on helps no one.
  var isFull: Bool { errorCount >= Self.errorLimit }

  mutating func add(_ issue: DataIssue) {
    var issue = issue
    issue.range = issue.range.lowerBound + base..<issue.range.upperBound + base
    issues.append(LoadIssue(issue: issue, file: file))
    if issue.severity == .error { errorCount += 1 }
  }

  /// Adds an issue unless one with the same key has been added for this file; then that one is counted.
  mutating func add(_ issue: @autoclosure () -> DataIssue, onceFor key: String) {
    if let index = repeated[key] {
      issues[index].occurrences += 1
    } else {
      repeated[key] = issues.count
      add(issue())
    }
  }
}
