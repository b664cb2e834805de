internal import ByteText

/// What holds the rows of records.
protocol RowTables {
  var papers: [Paper] { get set }
  var authorships: [Authorship] { get set }
  var parties: [Party] { get set }
  var days: [Day] { get set }
  var texts: [TextRef] { get set }
  var links: [PaperLink] { get set }
  var versions: [PaperVersion] { get set }
}

extension RecordRows: RowTables {}

extension RowTables {
  /// Appends the rows of another table, whose lists move with them.
  mutating func append(_ rows: RecordRows) {
    let offsets = RowOffsets(endOf: self)
    append(listsOf: rows)
    let start = papers.count
    papers += rows.papers
    for index in start..<papers.count { papers[index].moveLists(by: offsets) }
  }

  /// Appends the rows that the papers of another table refer to.
  mutating func append(listsOf rows: RecordRows) {
    authorships += rows.authorships
    parties += rows.parties
    days += rows.days
    texts += rows.texts
    links += rows.links
    versions += rows.versions
  }
}
