/// The reads of parts of pages, such as a header, that are the same on all pages of a kind. The text of a part is kept
/// and used again; a page on which it is used has read what the part read.
struct PageParts {
  private var parts: [(kind: ObjectKind, items: [Dependency])] = []
  /// What was read before the part that is being made; while one is made, the log contains what the part reads.
  private var outer = DependencyLog()
  private var isOpen = false

  /// Begins a part.
  mutating func begin(_ log: inout DependencyLog) {
    swap(&log, &outer)
    log.removeAll()
    isOpen = true
  }

  /// Ends the part.
  ///
  /// - Parameter kind: the kind of page on which it comes out the same, nil where it asked for more than that.
  /// - Returns: its number.
  mutating func end(_ log: inout DependencyLog, for kind: ObjectKind?) -> Int? {
    let items = log.items
    abandon(&log)
    for item in items { log.note(item) }
    guard let kind else { return nil }
    parts.append((kind, items))
    return parts.count - 1
  }

  /// Forgets a part that was begun.
  mutating func abandon(_ log: inout DependencyLog) {
    if isOpen { swap(&log, &outer) }
    isOpen = false
  }

  /// Whether a part comes out the same on a page of a kind; then the page has read what it did.
  func use(_ part: Int, on kind: ObjectKind, _ log: inout DependencyLog) -> Bool {
    guard parts[part].kind == kind else { return false }
    for item in parts[part].items { log.note(item) }
    return true
  }
}
