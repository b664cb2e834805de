import ByteText
import Papers
import Site

/// A format of citations: what it adds to an output format is how one paper is written, and what is around and between
/// several.
///
/// A new format is a file with such a definition and a line in `ExportFormats`.
protocol CitationFormat: OutputFormatDefinition {
  /// What begins a file.
  var opening: StaticString { get }
  /// What is between two papers.
  var separator: StaticString { get }
  /// What ends a file.
  var closing: StaticString { get }
  /// A writer of single papers, for one worker.
  func makeEntryWriter(for view: SiteView) -> any CitationEntryWriter
}

/// Writes single papers in one format of citations.
protocol CitationEntryWriter {
  /// Appends a paper in a file beside a page; the abstract goes with it where the paper is alone.
  func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer)
}

extension CitationFormat {
  package var role: FormatRole { .citation }
  package var countName: String { "citations" }
  var opening: StaticString { "" }
  var separator: StaticString { "" }
  var closing: StaticString { "" }

  package func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool { facts.hasCitations(kind) }

  package func makeWriter(for view: SiteView) -> (any FormatWriter)? {
    CitationFileWriter(view: view, format: self, entries: makeEntryWriter(for: view))
  }
}

/// Writes the citations of a paper, or of all papers of a listing.
private struct CitationFileWriter: FormatWriter {
  let view: SiteView
  let format: any CitationFormat
  let entries: any CitationEntryWriter

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append(format.opening)
    for (position, paper) in papers(of: plan).enumerated() {
      if position > 0 { out.append(format.separator) }
      entries.append(paper, in: plan, to: &out)
    }
    out.append(format.closing)
  }

  private func papers(of plan: OutputPlan) -> [PaperView] {
    switch plan.kind {
    case .paper: [view.paper(plan.subject)]
    case .home: view.papers(of: view.list(.home), reading: .citation)
    default: view.pageList(of: plan).map { view.papers(of: $0, reading: .citation) } ?? []
    }
  }
}

extension Range<Int> {
  /// The authors of a paper whom the files of a page name.
  ///
  /// Where each of three thousand authors has feeds and citations that name all three thousand, one paper makes
  /// gigabytes: those of an author's own page stop at a thousand.
  func firstNames(in page: OutputPlan) -> Range<Int> {
    page.kind == .author ? lowerBound..<Swift.min(upperBound, lowerBound + 1000) : self
  }
}
