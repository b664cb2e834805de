internal import ByteText

/// The rows of some records: just parsed, or in a block of the cache.
enum RecordPart: Sendable {
  case parsed(RecordRows)
  case found(BlockRows)

  /// How many papers there are.
  var paperCount: Int {
    switch self {
    case .parsed(let rows): rows.papers.count
    case .found(let rows): rows.papers.count
    }
  }

  /// The id of a paper.
  func id(ofPaper row: Int) -> TextRef {
    switch self {
    case .parsed(let rows): rows.papers[row].id
    case .found(let rows): rows.id(ofPaper: row)
    }
  }

  /// A paper, with lists that count from the part's first rows.
  ///
  /// - Parameter isSound: becomes false where the cache doesn't hold what it should.
  func paper(at row: Int, isSound: inout Bool) -> Paper {
    switch self {
    case .parsed(let rows): rows.papers[row]
    case .found(let rows): rows.paper(at: row, isSound: &isSound)
    }
  }

  /// Appends the rows that papers refer to; false where the cache doesn't hold what it should.
  func appendLists(to all: inout RecordRows) -> Bool {
    switch self {
    case .parsed(let rows):
      all.append(listsOf: rows)
      return true
    case .found(let rows): return rows.appendLists(to: &all)
    }
  }

  /// How many rows papers refer to.
  var counts: RowOffsets {
    switch self {
    case .parsed(let rows): rows.counts
    case .found(let rows): rows.counts
    }
  }
}

extension RecordRows {
  /// The rows that the papers of some parts refer to, one part's behind the other's; nil where one is not sound.
  init?(listsOf parts: [RecordPart]) {
    self.init()
    let end = parts.reduce(RowOffsets()) { $0 + $1.counts }
    authorships.reserveFilled(end.authorships)
    parties.reserveFilled(end.parties)
    days.reserveFilled(end.days)
    texts.reserveFilled(end.texts)
    links.reserveFilled(end.links)
    versions.reserveFilled(end.versions)
    for part in parts where !part.appendLists(to: &self) { return nil }
  }

  fileprivate mutating func append(listsOf rows: RecordRows) {
    authorships += rows.authorships
    parties += rows.parties
    days += rows.days
    texts += rows.texts
    links += rows.links
    versions += rows.versions
  }
}
