import ByteText
import Papers

/// Writes what the search page loads: an entry file that says what there is, the terms of each segment, and the texts
/// of the papers that are found.
struct SearchFiles {
  /// The most authors that a result names.
  private static let mostAuthors = 12

  private let site: Site
  private let indexes: SearchIndexes

  /// A writer of a site's files.
  init(of site: Site, _ indexes: SearchIndexes) {
    self.site = site
    self.indexes = indexes
  }

  /// Appends a file of the index.
  func append(_ page: PagePlan, to out: inout ByteBuffer) {
    switch page.format {
    case .searchTerms: indexes[Int(page.subject)].append(file: Int(page.number), to: &out)
    case .searchTexts: appendTexts(page, to: &out)
    default: appendEntry(to: &out)
    }
  }

  // MARK: The entry

  /// The segments, newest first, with what divides their terms, and the words that a query may do without.
  private func appendEntry(to out: inout ByteBuffer) {
    var entry = JSONObject()
    entry.key("segments", to: &out)
    out.append("[")
    for index in site.searchSegments.indices.reversed() {
      if index < site.searchSegments.count - 1 { out.append(",") }
      append(site.searchSegments[index], to: &out)
    }
    out.append("]")
    entry.key("stopWords", to: &out)
    append(StopWords.all, to: &out)
    entry.key("borders", to: &out)
    append(TermRanges.borders, to: &out)
    entry.end(&out)
    out.append("\n")
  }

  private func append(_ segment: SearchSegment, to out: inout ByteBuffer) {
    var object = JSONObject()
    object.text("name", segment.name, to: &out)
    object.optional("papers", Int32(segment.papers.count), to: &out)
    object.optional("files", Int32(segment.ranges.count), to: &out)
    // A part of the addresses, so that no browser takes a file of an earlier state for one of this.
    object.text("state", segment.state.hexadecimal, to: &out)
    object.end(&out)
  }

  private func append(_ words: [String], to out: inout ByteBuffer) {
    out.append("[")
    for (position, word) in words.enumerated() {
      if position > 0 { out.append(",") }
      out.append(quotingJSON: word)
    }
    out.append("]")
  }

  // MARK: Texts

  private func appendTexts(_ page: PagePlan, to out: inout ByteBuffer) {
    let segment = site.searchSegments[Int(page.subject)]
    out.append("[")
    for position in segment.positions(inTextFile: Int(page.number)) {
      if !position.isMultiple(of: SearchSegment.papersOfFile) { out.append(",\n") }
      append(segment.papers[position], to: &out)
    }
    out.append("]\n")
  }

  private func append(_ index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    var object = JSONObject()
    object.text("id", site.bytes(paper.id), to: &out)
    object.text("title", site.bytes(paper.title.plain), to: &out)
    let rows = paper.authors.range
    object.list("authors", rows.prefix(Self.mostAuthors), to: &out) { row, out in
      out.append(quotingJSON: site.bytes(site.store.authorships[row].name))
    }
    object.optional("authorCount", Int32(clamping: paper.authorCount), to: &out)
    if let day = site.store.newestDay(of: index) { object.string("day", to: &out) { day.write(into: &$0) } }
    object.optional("summary", site.bytes(paper.summary.plain), to: &out)
    object.optional("abstract", site.bytes(paper.abstract.plain), to: &out)
    object.end(&out)
  }
}
