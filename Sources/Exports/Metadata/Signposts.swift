import ByteText
import Papers
import Site

/// What a paper's page is related to, after FAIR Signposting level 2: the same links are in its head and in its
/// linkset.
struct Signposts {
  /// One link.
  struct Link {
    /// How the page is related to what the link leads to.
    var relation: StaticString
    /// The media type of what the link leads to, where it matters.
    var type: StaticString?
  }

  /// Gets a link and its address, not escaped.
  typealias Reader = (Link, Span<UInt8>) -> Void

  private let view: SiteView
  private let descriptions: [OutputFormat]

  /// The signposts of a site's papers.
  init(of view: SiteView) {
    self.view = view
    descriptions = [FormatRole.citation, .record].flatMap { view.formats.all(of: $0) }.filter {
      view.formats[$0].isBeside(.paper, in: view.facts)
    }
  }

  /// Gives the links of a paper's page, without that to its linkset; those of a relation are together.
  func forEachLink(of paper: PaperView, _ body: Reader) {
    let facts = CitationFacts(of: paper, in: view)
    give("cite-as", body) { appendCitation(of: paper, facts, to: &$0) }
    give("type", body) { $0.append("https://schema.org/AboutPage") }
    give("type", body) { $0.append("https://schema.org/ScholarlyArticle") }
    for row in paper.authors where !view.authorship(row).orcid.isEmpty {
      give("author", body) { appendORCID(of: row, to: &$0) }
    }
    if !facts.pdf.isEmpty {
      give("item", type: "application/pdf", body) { $0.append(uriOf: view.bytes(facts.pdf)) }
    }
    if let license = LicenseAddress(view.bytes(paper.license)) {
      give("license", body) { license.append(to: &$0) }
    }
    for format in descriptions {
      give("describedby", type: view.formats[format].mediaType, body) {
        view.addresses.appendFileLink(of: OutputPlan(kind: .paper, format: format, subject: paper.index), to: &$0)
      }
    }
    guard let day = paper.calendarDay else { return }
    give("collection", type: "text/html", body) {
      view.addresses.appendPermalink(of: OutputPlan(kind: .day, subject: UInt32(day)), to: &$0)
    }
  }

  private func give(
    _ relation: StaticString, type: StaticString? = nil, _ body: Reader, _ write: (inout ByteBuffer) -> Void
  ) {
    var address = ByteBuffer()
    write(&address)
    body(Link(relation: relation, type: type), address.span)
  }

  private func appendCitation(of paper: PaperView, _ facts: CitationFacts, to out: inout ByteBuffer) {
    guard facts.hasDOI else { return view.addresses.appendPermalink(of: paper.page, to: &out) }
    out.append("https://doi.org/")
    if facts.doi.isEmpty {
      facts.appendDOI(in: view, to: &out)
    } else {
      out.append(percentEncodingPath: view.bytes(facts.doi))
    }
  }

  private func appendORCID(of row: Int, to out: inout ByteBuffer) {
    out.append("https://orcid.org/")
    out.append(view.bytes(view.authorship(row).orcid))
  }
}

/// The signposts of a paper's page, and of its PDF: `linkset.json` (RFC 9264).
struct LinksetFormat: OutputFormatDefinition {
  let fileName: StaticString = "linkset.json"
  let mediaType: StaticString = "application/linkset+json"
  let countName = "linksets"

  func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool { kind == .paper && facts.outputs.linksets }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { LinksetWriter(of: view) }
}

private struct LinksetWriter: FormatWriter {
  private let view: SiteView
  private let signposts: Signposts

  init(of view: SiteView) {
    self.view = view
    signposts = Signposts(of: view)
  }

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let paper = view.paper(plan.subject)
    out.append("{\"linkset\":[")
    var context = JSONObject()
    anchor(&context, to: &out) { view.addresses.appendPermalink(of: paper.page, to: &$0) }
    var relation: StaticString = ""
    signposts.forEachLink(of: paper) { link, address in
      if "\(link.relation)" == "\(relation)" {
        out.append(",")
      } else {
        if relation.utf8CodeUnitCount > 0 { out.append("]") }
        relation = link.relation
        context.key(relation, to: &out)
        out.append("[")
      }
      append(link, address, to: &out)
    }
    out.append("]")
    context.end(&out)
    let pdf = paper.link("pdf")
    if !pdf.isEmpty { append(pdf: view.bytes(pdf), of: paper, to: &out) }
    out.append("]}\n")
  }

  private func append(pdf: Span<UInt8>, of paper: PaperView, to out: inout ByteBuffer) {
    out.append(",")
    var context = JSONObject()
    anchor(&context, to: &out) { $0.append(uriOf: pdf) }
    context.key("collection", to: &out)
    out.append("[")
    var page = ByteBuffer()
    view.addresses.appendPermalink(of: paper.page, to: &page)
    append(Signposts.Link(relation: "collection", type: "text/html"), page.span, to: &out)
    out.append("]")
    context.end(&out)
  }

  private func anchor(_ context: inout JSONObject, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    var address = ByteBuffer()
    write(&address)
    context.text("anchor", address.span, to: &out)
  }

  private func append(_ link: Signposts.Link, _ address: Span<UInt8>, to out: inout ByteBuffer) {
    var target = JSONObject()
    target.text("href", address, to: &out)
    if let type = link.type { target.literal("type", type, to: &out) }
    target.end(&out)
  }
}
