import ByteText
import Papers

/// Writes papers as items of CSL-JSON (schema 1.0 of the Citation Style Language).
struct CSLWriter {
  private let site: Site
  private let addresses: Addresses
  private let keys: CitationKey

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    keys = CitationKey(of: site)
  }

  /// Appends the item of a paper in a file beside a page; the abstract goes with it where the paper stands alone.
  func append(_ index: UInt32, in page: PagePlan, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    var item = JSONObject()
    item.string("id", to: &out) { keys.append(for: paper, facts.date, to: &$0) }
    item.literal("type", facts.cslType, to: &out)
    item.text("title", site.bytes(paper.title.plain), to: &out)
    item.list("author", paper.authors.range.firstNames(in: page), to: &out) { row, out in
      append(PersonName(site.bytes(site.store.authorships[row].name)), to: &out)
    }
    appendDate(facts.date, &item, to: &out)
    if facts.kind != .preprint { item.text("container-title", facts.container, to: &out) }
    appendIdentifiers(of: index, facts, &item, to: &out)
    if page.kind == .paper { item.optional("abstract", site.bytes(paper.abstract.plain), to: &out) }
    appendKeywords(of: paper, &item, to: &out)
    item.end(&out)
  }

  private func append(_ name: PersonName, to out: inout ByteBuffer) {
    var object = JSONObject()
    if name.isLiteral {
      object.text("literal", name.family, to: &out)
    } else {
      object.text("family", name.family, to: &out)
      object.text("given", name.given, to: &out)
      object.optional("suffix", name.suffix, to: &out)
    }
    object.end(&out)
  }

  private func appendDate(_ date: Moment?, _ item: inout JSONObject, to out: inout ByteBuffer) {
    guard let civil = date?.day.civil else { return }
    item.key("issued", to: &out)
    out.append("{\"date-parts\":[[")
    out.append(decimal: civil.year)
    out.append(",")
    out.append(decimal: civil.month)
    out.append(",")
    out.append(decimal: civil.day)
    out.append("]]}")
  }

  private func appendIdentifiers(
    of index: UInt32, _ facts: CitationFacts, _ item: inout JSONObject, to out: inout ByteBuffer
  ) {
    if facts.hasDOI {
      item.key("DOI", to: &out)
      out.append("\"")
      if facts.doi.isEmpty { facts.appendDOI(to: &out) } else { out.append(escapingJSON: facts.doi) }
      out.append("\"")
    }
    item.string("URL", to: &out) { addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0) }
    guard !facts.arXivID.isEmpty else { return }
    item.string("number", to: &out) { out in
      out.append("arXiv:")
      out.append(facts.arXivID)
    }
    if facts.kind == .preprint { item.literal("publisher", "arXiv", to: &out) }
  }

  private func appendKeywords(of paper: Paper, _ item: inout JSONObject, to out: inout ByteBuffer) {
    guard !paper.keywords.range.isEmpty else { return }
    item.key("keyword", to: &out)
    out.append("\"")
    for row in paper.keywords.range {
      if row > paper.keywords.range.lowerBound { out.append(", ") }
      out.append(escapingJSON: site.bytes(site.store.texts[row]))
    }
    out.append("\"")
  }
}

extension CitationFacts {
  fileprivate var cslType: StaticString {
    switch kind {
    case .preprint: "article"
    case .article: "article-journal"
    case .conference: "paper-conference"
    }
  }
}
