import ByteText
import Papers
import Site

/// Writes the tags by which Google Scholar, reference managers and libraries know a paper: Highwire Press, Zotero's
/// item type and Dublin Core.
struct CitationTags {
  private let view: SiteView

  /// The tags of a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends the tags of a paper.
  func append(of paper: PaperView, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    appendHighwire(of: paper, facts, to: &out)
    // Zotero takes a title alone for a journal article.
    if facts.kind == .preprint { out.append(meta: "z:itemType") { $0.append("preprint") } }
    if view.configuration.outputs.metadata.dublinCore { appendDublinCore(of: paper, facts, to: &out) }
  }

  private func appendHighwire(
    of paper: PaperView, _ facts: CitationFacts, to out: inout ByteBuffer
  ) {
    out.append(meta: "citation_title", view.bytes(paper.title.plain))
    for row in paper.authors { appendAuthor(view.authorship(row), to: &out) }
    if let date = facts.date { out.append(meta: "citation_publication_date") { date.day.writeSlashes(into: &$0) } }
    switch facts.kind {
    case .preprint: break
    case .article: out.append(meta: "citation_journal_title", view.bytes(facts.container))
    case .conference: out.append(meta: "citation_conference_title", view.bytes(facts.container))
    }
    if facts.hasDOI { out.append(meta: "citation_doi") { appendDOI(facts, to: &$0) } }
    if !facts.arXivID.isEmpty { out.append(meta: "citation_arxiv_id", view.bytes(facts.arXivID)) }
    if !facts.pdf.isEmpty { out.append(meta: "citation_pdf_url", view.bytes(facts.pdf)) }
    out.append(meta: "citation_abstract_html_url") { view.addresses.appendPermalink(of: paper.page, to: &$0) }
    appendKeywords(of: paper, to: &out)
    out.append(meta: "citation_language", view.configuration.language)
  }

  private func appendAuthor(_ author: Authorship, to out: inout ByteBuffer) {
    out.append(meta: "citation_author", view.bytes(author.name))
    if !author.affiliation.isEmpty { out.append(meta: "citation_author_institution", view.bytes(author.affiliation)) }
    if !author.orcid.isEmpty { out.append(meta: "citation_author_orcid", view.bytes(author.orcid)) }
  }

  /// Zotero splits keywords at semicolons.
  private func appendKeywords(of paper: PaperView, to out: inout ByteBuffer) {
    guard !paper.keywords.isEmpty else { return }
    out.append(meta: "citation_keywords") { out in
      for row in paper.keywords {
        if row > paper.keywords.lowerBound { out.append("; ") }
        out.append(escaping: view.bytes(view.text(row)))
      }
    }
  }

  private func appendDublinCore(
    of paper: PaperView, _ facts: CitationFacts, to out: inout ByteBuffer
  ) {
    out.append(meta: "DC.title", view.bytes(paper.title.plain))
    for row in paper.authors { out.append(meta: "DC.creator", view.bytes(view.authorship(row).name)) }
    if let date = facts.date { out.append(meta: "DC.date") { date.day.write(into: &$0) } }
    out.append(meta: "DC.identifier") { out in
      guard facts.hasDOI else { return view.addresses.appendPermalink(of: paper.page, to: &out) }
      out.append("doi:")
      appendDOI(facts, to: &out)
    }
    out.append(meta: "DC.language", view.configuration.language)
    if !paper.license.isEmpty { out.append(meta: "DC.rights", view.bytes(paper.license)) }
  }

  private func appendDOI(_ facts: CitationFacts, to out: inout ByteBuffer) {
    facts.doi.isEmpty ? facts.appendDOI(in: view, to: &out) : out.append(escaping: view.bytes(facts.doi))
  }
}

extension Day {
  /// Appends the day as 2026/01/07, as Highwire tags and RIS have it.
  func writeSlashes(into out: inout ByteBuffer) { write(into: &out, separator: UInt8(ascii: "/")) }
}
