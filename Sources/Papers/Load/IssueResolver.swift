internal import ByteText
internal import DataFiles

/// Turns issues by offset into diagnostics with line, column and excerpt. A file is read once more for it, however
/// many issues it has; files without issues are not.
struct IssueResolver {
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
      let end = issues.map(\.issue.range.lowerBound).max() ?? 0
      return diagnostics(for: issues, in: source(file, upTo: end), related: related)
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

  /// A file, as far as the places in it and the rest of the last one's line need it.
  private func source(_ file: UInt32, upTo offset: Int) -> SourceFile {
    let path = files[Int(file)]
    let text = try? ReadableFile.content(of: "\(siteFolder)/\(path)", limit: offset + 1000)
    return SourceFile(path: path, text: text ?? FrozenBytes(ByteBuffer()))
  }

  private func diagnostics(
    for issues: [LoadIssue], in file: SourceFile, related: [Place: String]
  ) -> [Diagnostic] {
    var cursor = SourceCursor(file)
    return issues.map { entry in
      let issue = entry.issue
      return Diagnostic(
        issue.severity, issue.id, issue.message, in: file, at: issue.range, cursor: &cursor, help: issue.help,
        notes: notes(of: entry, related: related))
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
      let source = source(file, upTo: places.map(\.offset).max() ?? 0)
      var cursor = SourceCursor(source)
      for place in places.sorted(by: { $0.offset < $1.offset }) {
        let location = cursor.location(of: place.offset)
        texts[place] = "\(source.path):\(location.line):\(location.column)"
      }
    }
    return texts
  }
}
