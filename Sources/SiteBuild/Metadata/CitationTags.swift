import ByteText
import Papers

/// Writes the tags by which Google Scholar, reference managers and libraries know a paper: Highwire Press, Zotero's
/// item type and Dublin Core.
struct CitationTags {
  private let site: Site
  private let addresses: Addresses

  /// The tags of a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the tags of a paper.
  func append(of index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    appendHighwire(of: paper, index, facts, to: &out)
    // Zotero takes a title alone for a journal article.
    if facts.kind == .preprint { out.append(meta: "z:itemType") { $0.append("preprint") } }
    if site.configuration.outputs.metadata.dublinCore { appendDublinCore(of: paper, index, facts, to: &out) }
  }

  private func appendHighwire(
    of paper: Paper, _ index: UInt32, _ facts: CitationFacts, to out: inout ByteBuffer
  ) {
    out.append(meta: "citation_title", site.bytes(paper.title.plain))
    for row in paper.authors.range { appendAuthor(site.store.authorships[row], to: &out) }
    if let date = facts.date { out.append(meta: "citation_publication_date") { date.day.writeSlashes(into: &$0) } }
    switch facts.kind {
    case .preprint: break
    case .article: out.append(meta: "citation_journal_title", facts.container)
    case .conference: out.append(meta: "citation_conference_title", facts.container)
    }
    if facts.hasDOI { out.append(meta: "citation_doi") { appendDOI(facts, to: &$0) } }
    if !facts.arXivID.isEmpty { out.append(meta: "citation_arxiv_id", facts.arXivID) }
    if !facts.pdf.isEmpty { out.append(meta: "citation_pdf_url", facts.pdf) }
    out.append(meta: "citation_abstract_html_url") { appendLink(of: index, to: &$0) }
    appendKeywords(of: paper, to: &out)
    out.append(meta: "citation_language", site.configuration.language)
  }

  private func appendAuthor(_ author: Authorship, to out: inout ByteBuffer) {
    out.append(meta: "citation_author", site.bytes(author.name))
    if !author.affiliation.isEmpty { out.append(meta: "citation_author_institution", site.bytes(author.affiliation)) }
    if !author.orcid.isEmpty { out.append(meta: "citation_author_orcid", site.bytes(author.orcid)) }
  }

  /// Zotero splits keywords at semicolons.
  private func appendKeywords(of paper: Paper, to out: inout ByteBuffer) {
    guard !paper.keywords.range.isEmpty else { return }
    out.append(meta: "citation_keywords") { out in
      for row in paper.keywords.range {
        if row > paper.keywords.range.lowerBound { out.append("; ") }
        out.append(escaping: site.bytes(site.store.texts[row]))
      }
    }
  }

  private func appendDublinCore(
    of paper: Paper, _ index: UInt32, _ facts: CitationFacts, to out: inout ByteBuffer
  ) {
    out.append(meta: "DC.title", site.bytes(paper.title.plain))
    for row in paper.authors.range { out.append(meta: "DC.creator", site.bytes(site.store.authorships[row].name)) }
    if let date = facts.date { out.append(meta: "DC.date") { date.day.write(into: &$0) } }
    out.append(meta: "DC.identifier") { out in
      guard facts.hasDOI else { return appendLink(of: index, to: &out) }
      out.append("doi:")
      appendDOI(facts, to: &out)
    }
    out.append(meta: "DC.language", site.configuration.language)
    if !paper.license.isEmpty { out.append(meta: "DC.rights", site.bytes(paper.license)) }
  }

  private func appendDOI(_ facts: CitationFacts, to out: inout ByteBuffer) {
    facts.doi.isEmpty ? facts.appendDOI(to: &out) : out.append(escaping: facts.doi)
  }

  private func appendLink(of index: UInt32, to out: inout ByteBuffer) {
    addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out)
  }
}

extension Day {
  /// Appends the day as 2026/01/07, as Highwire tags and RIS have it.
  func writeSlashes(into out: inout ByteBuffer) { write(into: &out, separator: UInt8(ascii: "/")) }
}
