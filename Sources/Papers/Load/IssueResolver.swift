internal import ByteText
internal import DataFiles

/// Turns issues by offset into diagnostics with line, column and excerpt. A file is read once more for it, however
/// many issues it has, and a line of it at a time is kept; files without issues are not.
struct IssueResolver: Sendable {
  let siteFolder: String
  let files: [String]

  private struct Place: Hashable {
    let file: UInt32
    let offset: Int
  }

  func diagnostics(for issues: [LoadIssue]) -> [Diagnostic] {
    let issues = merged(issues)
    let related = relatedPlaces(of: issues)
    return Dictionary(grouping: issues, by: \.file).sorted { $0.key < $1.key }.flatMap { file, issues in
      diagnostics(for: issues, inFile: file, related: related)
    }
  }

  /// The issues in the order of their places, those that several chunks of a file found as one.
  private func merged(_ issues: [LoadIssue]) -> [LoadIssue] {
    var merged: [LoadIssue] = []
    var positions: [String: Int] = [:]
    for issue in issues.sorted(by: isBefore) {
      let key = "\(issue.file) \(issue.issue.message)"
      if issue.issue.id == "data/unknown-key", let position = positions[key] {
        merged[position].occurrences += issue.occurrences
      } else {
        positions[key] = merged.count
        merged.append(issue)
      }
    }
    return merged
  }

  private func isBefore(_ left: LoadIssue, _ right: LoadIssue) -> Bool {
    (left.file, left.issue.range.lowerBound, left.issue.message)
      < (right.file, right.issue.range.lowerBound, right.issue.message)
  }

  private func diagnostics(
    for issues: [LoadIssue], inFile file: UInt32, related: [Place: String]
  ) -> [Diagnostic] {
    let path = files[Int(file)]
    var lines = LineWindow(of: "\(siteFolder)/\(path)", shown: path)
    return issues.map { entry in
      let issue = entry.issue
      lines.move(to: issue.range.lowerBound)
      let range = issue.range.lowerBound - lines.start..<issue.range.upperBound - lines.start
      var diagnostic = Diagnostic(
        issue.severity, issue.id, issue.message, in: lines.file, at: range, cursor: &lines.cursor, help: issue.help,
        notes: notes(of: entry, related: related))
      diagnostic.line = lines.line
      return diagnostic
    }
  }

  private func notes(of entry: LoadIssue, related: [Place: String]) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    if let other = entry.related {
      notes.append(Diagnostic.Note(other.message, at: related[Place(file: other.file, offset: other.offset)]))
    }
    if entry.occurrences > 1 { notes.append(Diagnostic.Note("and \(entry.occurrences - 1) times more in this file")) }
    return notes
  }

  /// The second places of issues, as `path:line:column`.
  private func relatedPlaces(of issues: [LoadIssue]) -> [Place: String] {
    let places = Set(issues.compactMap(\.related).map { Place(file: $0.file, offset: $0.offset) })
    var texts: [Place: String] = [:]
    for (file, places) in Dictionary(grouping: places, by: \.file) {
      let path = files[Int(file)]
      var lines = LineWindow(of: "\(siteFolder)/\(path)", shown: path)
      for place in places.sorted(by: { $0.offset < $1.offset }) {
        lines.move(to: place.offset)
        let column = lines.cursor.location(of: place.offset - lines.start).column
        texts[place] = "\(path):\(lines.line):\(column)"
      }
    }
    return texts
  }
}
