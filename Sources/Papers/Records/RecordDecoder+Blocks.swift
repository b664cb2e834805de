internal import ByteText

/// Runs of records that go into the cache and come out of it.
extension RecordDecoder {
  /// How far the tables are filled.
  struct Position {
    fileprivate let papers: Int
    fileprivate let rows: RowOffsets
    fileprivate let text: Int
    fileprivate let issues: Int
    fileprivate let errors: Int
  }

  /// The position after all that was read; what follows gets issues of its own.
  var position: Position {
    mutating get {
      log.beginBlock()
      frequentTexts.removeAll(keepingCapacity: true)
      return Position(
        papers: tables.rows.papers.count, rows: tables.rows.counts, text: tables.text.count,
        issues: log.issues.count, errors: log.errorCount)
    }
  }

  /// The block of what was read since a position; nil where something was wrong with it.
  func block(from start: Position, base: Int) -> ByteBuffer? {
    guard log.errorCount == start.errors else { return nil }
    let range = start.text..<tables.text.count
    let rows = tables.rows.rows(after: start.rows, papers: start.papers)
    guard let block = CachedBlock(rows, text: range, issues: Array(log.issues[start.issues...]), base: base) else {
      return nil
    }
    var bytes = ByteBuffer(capacity: range.count + rows.papers.count * 1024)
    block.write(text: tables.text.span.extracting(range), into: &bytes)
    return bytes
  }
}
