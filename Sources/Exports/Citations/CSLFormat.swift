import ByteText
import Papers
import Site

/// CSL-JSON: `cite.json`.
struct CSLFormat: CitationFormat {
  let fileName: StaticString = "cite.json"
  let mediaType: StaticString = "application/vnd.citationstyles.csl+json"
  let label: StaticString? = "CSL-JSON"
  let opening: StaticString = "["
  let separator: StaticString = ",\n"
  let closing: StaticString = "]\n"

  func makeEntryWriter(for view: SiteView) -> any CitationEntryWriter { CSLWriter(of: view) }
}

/// Writes papers as items of CSL-JSON (schema 1.0 of the Citation Style Language).
private struct CSLWriter: CitationEntryWriter {
  private let view: SiteView
  private let keys: CitationKey

  /// A writer for a site's papers.
  init(of view: SiteView) {
    self.view = view
    keys = CitationKey(of: view)
  }

  /// Appends the item of a paper in a file beside a page; the abstract goes with it where the paper is alone.
  func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    var item = JSONObject()
    item.string("id", to: &out) { keys.append(for: paper, facts.date, to: &$0) }
    item.literal("type", facts.cslType, to: &out)
    item.text("title", view.bytes(paper.title.plain), to: &out)
    item.list("author", paper.authors.firstNames(in: page), to: &out) { row, out in
      append(PersonName(view.bytes(view.authorship(row).name)), to: &out)
    }
    appendDate(facts.date, &item, to: &out)
    if facts.kind != .preprint { item.text("container-title", view.bytes(facts.container), to: &out) }
    appendIdentifiers(of: paper, facts, &item, to: &out)
    if page.kind == .paper { item.optional("abstract", view.bytes(paper.abstract.plain), to: &out) }
    appendKeywords(of: paper, &item, to: &out)
    item.end(&out)
  }

  private func append(_ name: borrowing PersonName, to out: inout ByteBuffer) {
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
    of paper: PaperView, _ facts: CitationFacts, _ item: inout JSONObject, to out: inout ByteBuffer
  ) {
    if facts.hasDOI {
      item.key("DOI", to: &out)
      out.append("\"")
      if facts.doi.isEmpty {
        facts.appendDOI(in: view, to: &out)
      } else {
        item.writer.escape(view.bytes(facts.doi), to: &out)
      }
      out.append("\"")
    }
    item.string("URL", to: &out) { view.addresses.appendPermalink(of: paper.page, to: &$0) }
    guard !facts.arXivID.isEmpty else { return }
    item.string("number", to: &out) { out in
      out.append("arXiv:")
      out.append(view.bytes(facts.arXivID))
    }
    if facts.kind == .preprint { item.literal("publisher", "arXiv", to: &out) }
  }

  private func appendKeywords(of paper: PaperView, _ item: inout JSONObject, to out: inout ByteBuffer) {
    guard !paper.keywords.isEmpty else { return }
    item.key("keyword", to: &out)
    out.append("\"")
    for row in paper.keywords {
      if row > paper.keywords.lowerBound { out.append(", ") }
      item.writer.escape(view.bytes(view.text(row)), to: &out)
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
