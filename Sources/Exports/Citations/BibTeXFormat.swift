package import ByteText
import Papers
package import Site

/// BibTeX: `cite.bib`.
struct BibTeXFormat: CitationFormat {
  let fileName: StaticString = "cite.bib"
  let mediaType: StaticString = "application/x-bibtex"
  let label: StaticString? = "BibTeX"
  let separator: StaticString = "\n"

  func makeEntryWriter(for view: SiteView) -> any CitationEntryWriter { view.tool(BibTeXEntries.init) }
}

/// The BibTeX entries of papers, the last of which is kept: a paper's page and its file show the same.
package final class BibTeXEntries: CitationEntryWriter {
  private let writer: BibTeXWriter
  private var text = ByteBuffer()
  private var reads: [Dependency] = []
  private var last: UInt32?

  /// The entries of a site's papers.
  package init(of view: SiteView) { writer = BibTeXWriter(of: view) }

  /// Appends the entry of a paper in a file beside a page.
  package func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    guard page.kind == .paper else { return writer.append(paper, in: page, to: &out) }
    if last == paper.index {
      paper.use(reads)
    } else {
      text.removeAll()
      reads = paper.reads { writer.append($0, in: page, to: &text) }
      last = paper.index
    }
    out.append(contentsOf: text)
  }
}

/// Writes papers as BibTeX entries, in UTF-8.
private struct BibTeXWriter {
  private let view: SiteView
  private let titles: TitleTeX
  private let keys: CitationKey

  /// A writer for a site's papers.
  init(of view: SiteView) {
    self.view = view
    titles = TitleTeX(of: view)
    keys = CitationKey(of: view)
  }

  /// Appends the entry of a paper in a file beside a page.
  func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    out.append(facts.entryType)
    keys.append(for: paper, facts.date, to: &out)
    out.append(",\n")
    field("title", to: &out) { titles.append(of: paper, to: &$0) }
    appendAuthors(of: paper, in: page, to: &out)
    appendContainer(facts, to: &out)
    appendDate(facts.date, to: &out)
    appendArXiv(facts, to: &out)
    if facts.hasDOI { field("doi", to: &out) { appendDOI(facts, to: &$0) } }
    field("url", to: &out) { appendURL(of: paper, to: &$0) }
    if facts.isWithdrawn { field("note", to: &out) { $0.append("Withdrawn") } }
    out.append("}\n")
  }

  private func field(_ name: StaticString, to out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void) {
    out.append("  ")
    out.append(name)
    out.append(" = {")
    value(&out)
    out.append("},\n")
  }

  private func appendAuthors(of paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    guard !paper.authors.isEmpty else { return }
    let named = paper.authors.firstNames(in: page)
    field("author", to: &out) { out in
      for row in named {
        if row > paper.authors.lowerBound { out.append(" and ") }
        append(PersonName(view.bytes(view.authorship(row).name)), to: &out)
      }
      if paper.authorCount > named.count { out.append(" and others") }
    }
  }

  private func append(_ name: borrowing PersonName, to out: inout ByteBuffer) {
    guard !name.isLiteral else {
      out.append("{")
      out.append(escapingTeX: name.family)
      return out.append("}")
    }
    out.append(escapingTeX: name.family)
    if !name.suffix.isEmpty {
      out.append(", ")
      out.append(escapingTeX: name.suffix)
    }
    out.append(", ")
    out.append(escapingTeX: name.given)
  }

  private func appendContainer(_ facts: CitationFacts, to out: inout ByteBuffer) {
    switch facts.kind {
    case .preprint: break
    case .article: field("journal", to: &out) { $0.append(escapingTeX: view.bytes(facts.container)) }
    case .conference: field("booktitle", to: &out) { $0.append(escapingTeX: view.bytes(facts.container)) }
    }
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private func appendDate(_ date: Moment?, to out: inout ByteBuffer) {
    guard let civil = date?.day.civil else { return }
    field("year", to: &out) { $0.append(decimal: civil.year, width: 4) }
    out.append("  month = ")
    out.append(Self.months[(civil.month - 1) % 12])
    out.append(",\n")
  }

  private func appendArXiv(_ facts: CitationFacts, to out: inout ByteBuffer) {
    guard !facts.arXivID.isEmpty else { return }
    field("eprint", to: &out) { $0.append(view.bytes(facts.arXivID)) }
    field("archivePrefix", to: &out) { $0.append("arXiv") }
    if !facts.primaryClass.isEmpty { field("primaryClass", to: &out) { $0.append(view.bytes(facts.primaryClass)) } }
  }

  private func appendDOI(_ facts: CitationFacts, to out: inout ByteBuffer) {
    facts.doi.isEmpty ? facts.appendDOI(in: view, to: &out) : out.append(verbatimTeX: view.bytes(facts.doi))
  }

  private func appendURL(of paper: PaperView, to out: inout ByteBuffer) {
    let arXiv = paper.link("arxiv")
    if arXiv.isEmpty { return view.addresses.appendPermalink(of: paper.page, to: &out) }
    out.append(verbatimTeX: view.bytes(arXiv))
  }
}

extension CitationFacts {
  fileprivate var entryType: StaticString {
    switch kind {
    case .preprint: "@misc{"
    case .article: "@article{"
    case .conference: "@inproceedings{"
    }
  }
}
