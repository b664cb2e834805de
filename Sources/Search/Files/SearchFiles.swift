import ByteText
import Papers
import Site

/// Writes the entry: the segments, newest first, with what divides their terms, and the words that a query may do
/// without.
struct SearchIndexWriter: FormatWriter {
  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    var entry = JSONObject()
    entry.key("segments", to: &out)
    out.append("[")
    let segments = view.searchSegments
    for index in segments.reversed() {
      if index < segments.upperBound - 1 { out.append(",") }
      append(view.searchSegment(index), to: &out)
    }
    out.append("]")
    entry.key("stopWords", to: &out)
    append(StopWords.all, to: &out)
    entry.key("borders", to: &out)
    append(TermRanges.borders, to: &out)
    entry.end(&out)
    out.append("\n")
  }

  private func append(_ segment: SearchSegmentView, to out: inout ByteBuffer) {
    var object = JSONObject()
    object.text("name", segment.name, to: &out)
    object.number("papers", segment.count, to: &out)
    object.number("files", TermRanges(papers: segment.count).count, to: &out)
    // A part of the addresses, so that no browser takes a file of an earlier state for one of this.
    object.text("state", segment.state.hexadecimal, to: &out)
    object.end(&out)
  }

  private func append(_ words: [String], to out: inout ByteBuffer) {
    JSONWriter().list(words.indices, to: &out) { JSONWriter().quote(words[$0], to: &$1) }
  }
}

/// Writes the terms of a segment.
struct SearchTermsWriter: FormatWriter {
  private let view: SiteView
  private let indexes: SearchIndexes

  /// A writer that shares the indexes with those of other workers.
  init(of view: SiteView) {
    self.view = view
    indexes = view.shared { SearchIndexes() }
  }

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let segment = view.searchSegment(Int(plan.subject))
    indexes.index(of: segment, number: Int(plan.subject)).append(file: Int(plan.number), to: &out)
  }
}

/// How the texts of papers are divided between files.
enum SearchTexts {
  /// The most papers whose texts share a file.
  static let papersOfFile = 8

  /// The number of files of a segment.
  static func fileCount(papers: Int) -> Int { (papers + papersOfFile - 1) / papersOfFile }
}

/// Writes the texts of the papers that are found.
struct SearchTextsWriter: FormatWriter {
  /// The most authors that a result names.
  private static let mostAuthors = 12

  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let first = Int(plan.number) * SearchTexts.papersOfFile
    let papers = view.searchPapers(ofSegment: Int(plan.subject), at: first..<first + SearchTexts.papersOfFile)
    out.append("[")
    for (position, paper) in papers.enumerated() {
      if position > 0 { out.append(",\n") }
      append(paper, to: &out)
    }
    out.append("]\n")
  }

  private func append(_ paper: PaperView, to out: inout ByteBuffer) {
    var object = JSONObject()
    object.text("id", view.bytes(paper.id), to: &out)
    object.text("title", view.bytes(paper.title.plain), to: &out)
    object.list("authors", paper.authors.prefix(Self.mostAuthors), to: &out) { row, out in
      JSONWriter().quote(view.bytes(view.authorship(row).name), to: &out)
    }
    object.optional("authorCount", Int32(clamping: paper.authorCount), to: &out)
    if let day = paper.newestDay { object.string("day", to: &out) { day.write(into: &$0) } }
    object.optional("summary", view.bytes(paper.summary.plain), to: &out)
    object.optional("abstract", view.bytes(paper.abstract.plain), to: &out)
    object.end(&out)
  }
}
