import ByteText
import Papers

/// Writes papers as BibTeX entries, in UTF-8.
struct BibTeXWriter {
  private let site: Site
  private let addresses: Addresses
  private let keys: CitationKey

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    keys = CitationKey(of: site)
  }

  /// Appends the entry of a paper in a file beside a page.
  func append(_ index: UInt32, title: TitleTeX, in page: PagePlan, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    out.append(facts.entryType)
    keys.append(for: paper, facts.date, to: &out)
    out.append(",\n")
    field("title", to: &out) { title.append(of: paper, to: &$0) }
    appendAuthors(of: paper, in: page, to: &out)
    appendContainer(facts, to: &out)
    appendDate(facts.date, to: &out)
    appendArXiv(facts, to: &out)
    if facts.hasDOI { field("doi", to: &out) { facts.appendDOI(toVerbatim: &$0) } }
    field("url", to: &out) { appendURL(of: paper, index, to: &$0) }
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

  private func appendAuthors(of paper: Paper, in page: PagePlan, to out: inout ByteBuffer) {
    guard !paper.authors.range.isEmpty else { return }
    let named = paper.authors.range.firstNames(in: page)
    field("author", to: &out) { out in
      for row in named {
        if row > paper.authors.range.lowerBound { out.append(" and ") }
        append(PersonName(site.bytes(site.store.authorships[row].name)), to: &out)
      }
      if Int(paper.authorCount) > named.count { out.append(" and others") }
    }
  }

  private func append(_ name: PersonName, to out: inout ByteBuffer) {
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
    case .article: field("journal", to: &out) { $0.append(escapingTeX: facts.container) }
    case .conference: field("booktitle", to: &out) { $0.append(escapingTeX: facts.container) }
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
    field("eprint", to: &out) { $0.append(facts.arXivID) }
    field("archivePrefix", to: &out) { $0.append("arXiv") }
    if !facts.primaryClass.isEmpty { field("primaryClass", to: &out) { $0.append(facts.primaryClass) } }
  }

  private func appendURL(of paper: Paper, _ index: UInt32, to out: inout ByteBuffer) {
    let arXiv = site.link("arxiv", of: paper)
    guard arXiv.isEmpty else { return out.append(verbatimTeX: arXiv) }
    addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out)
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

  fileprivate func appendDOI(toVerbatim out: inout ByteBuffer) {
    doi.isEmpty ? appendDOI(to: &out) : out.append(verbatimTeX: doi)
  }
}
