internal import ByteText

/// Rows refer to texts by their place and to lists by their first row. When rows are moved to another table, or their
/// text to another segment, all of that moves with them.
struct RowOffsets {
  var authorships = 0
  var parties = 0
  var days = 0
  var texts = 0
  var links = 0
  var versions = 0

  /// The rows of a table.
  subscript(table: RowTable) -> Int {
    switch table {
    case .authorships: authorships
    case .parties: parties
    case .days: days
    case .texts: texts
    case .links: links
    case .versions: versions
    }
  }

  /// The way back.
  static prefix func - (offsets: RowOffsets) -> RowOffsets {
    RowOffsets(
      authorships: -offsets.authorships, parties: -offsets.parties, days: -offsets.days, texts: -offsets.texts,
      links: -offsets.links, versions: -offsets.versions)
  }

  /// The offsets of rows that follow others.
  static func + (start: RowOffsets, counts: RowOffsets) -> RowOffsets {
    RowOffsets(
      authorships: start.authorships + counts.authorships, parties: start.parties + counts.parties,
      days: start.days + counts.days, texts: start.texts + counts.texts, links: start.links + counts.links,
      versions: start.versions + counts.versions)
  }
}

/// A row that refers to texts.
protocol TextHolder {
  /// Moves the texts that the row refers to.
  mutating func moveTexts(_ move: inout some TextMover)
}

extension RecordRows {
  /// Moves the texts that all rows refer to.
  mutating func moveTexts(_ move: inout some TextMover) {
    Self.moveTexts(of: &papers, &move)
    Self.moveTexts(of: &authorships, &move)
    Self.moveTexts(of: &parties, &move)
    Self.moveTexts(of: &texts, &move)
    Self.moveTexts(of: &links, &move)
    Self.moveTexts(of: &versions, &move)
  }

  private static func moveTexts(of rows: inout [some TextHolder], _ move: inout some TextMover) {
    for index in rows.indices { rows[index].moveTexts(&move) }
  }

  /// How many rows papers refer to.
  var counts: RowOffsets {
    RowOffsets(
      authorships: authorships.count, parties: parties.count, days: days.count, texts: texts.count, links: links.count,
      versions: versions.count)
  }

  /// The rows that follow some others, with their lists counted from there.
  func rows(after start: RowOffsets, papers first: Int) -> RecordRows {
    var rows = RecordRows()
    rows.papers = papers[first...].map { paper in
      var paper = paper
      paper.moveLists(by: -start)
      return paper
    }
    rows.authorships = Array(authorships[start.authorships...])
    rows.parties = Array(parties[start.parties...])
    rows.days = Array(days[start.days...])
    rows.texts = Array(texts[start.texts...])
    rows.links = Array(links[start.links...])
    rows.versions = Array(versions[start.versions...])
    return rows
  }
}

extension Paper {
  /// Moves the rows of the paper's lists.
  mutating func moveLists(by offsets: RowOffsets) {
    withUnsafeMutableBytes(of: &self) { row in
      for place in PaperLayout.current.lists {
        row.change(ListRef.self, at: place.offset) { $0.move(by: offsets[place.table]) }
      }
      for place in PaperLayout.current.rows {
        row.change(OptionalRow.self, at: place.offset) { $0.move(by: offsets[place.table]) }
      }
    }
  }
}

extension Paper: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) {
    withUnsafeMutableBytes(of: &self) { row in
      for place in PaperLayout.current.texts { row.change(TextRef.self, at: place) { move.move(&$0) } }
      for place in PaperLayout.current.formatted { row.change(FormattedText.self, at: place) { move.move(&$0) } }
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Changes the value of a stored property.
  fileprivate func change<Value: BitwiseCopyable>(_ type: Value.Type, at offset: Int, _ change: (inout Value) -> Void) {
    var value = loadUnaligned(fromByteOffset: offset, as: type)
    change(&value)
    storeBytes(of: value, toByteOffset: offset, as: type)
  }
}

extension TextRef: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) { move.move(&self) }
}

extension Authorship: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) {
    move.move(&name)
    move.move(&orcid)
    move.move(&affiliation)
    move.move(&url)
  }
}

extension Party: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) {
    move.move(&name)
    move.move(&fullname)
    move.move(&avatar)
    move.move(&url)
  }
}

extension PaperLink: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) {
    move.move(&kind)
    move.move(&url)
  }
}

extension PaperVersion: TextHolder {
  mutating func moveTexts(_ move: inout some TextMover) { move.move(&name) }
}

extension ListRef {
  /// Moves the rows; the empty list has no place.
  fileprivate mutating func move(by rows: Int) {
    start = count > 0 ? UInt32(Int(start) + rows) : 0
  }
}

extension OptionalRow {
  /// Moves the row, where there is one.
  fileprivate mutating func move(by rows: Int) {
    if let row = value { value = UInt32(truncatingIfNeeded: Int(row) + rows) }
  }
}
