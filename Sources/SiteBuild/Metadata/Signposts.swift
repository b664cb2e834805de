import ByteText
import Papers

/// What a paper's page is related to, after FAIR Signposting level 2: the same links stand in its head and in its
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

  private let site: Site
  private let addresses: Addresses
  private let descriptions: [PageFormat]

  /// The signposts of a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    let outputs = site.configuration.outputs
    descriptions = (outputs.citations.papers ? [.bibtex, .ris, .csl] : []) + (outputs.api.papers ? [.record] : [])
  }

  /// Gives the links of a paper's page, without that to its linkset; those of a relation stand together.
  func forEachLink(of index: UInt32, _ body: Reader) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    var address = ByteBuffer()
    give("cite-as", &address, body) { appendCitation(of: index, facts, to: &$0) }
    give("type", &address, body) { $0.append("https://schema.org/AboutPage") }
    give("type", &address, body) { $0.append("https://schema.org/ScholarlyArticle") }
    for row in paper.authors.range where !site.store.authorships[row].orcid.isEmpty {
      give("author", &address, body) { appendORCID(of: row, to: &$0) }
    }
    if !facts.pdf.isEmpty { give("item", type: "application/pdf", &address, body) { $0.append(uriOf: facts.pdf) } }
    if let license = LicenseAddress(site.bytes(paper.license)) {
      give("license", &address, body) { license.append(to: &$0) }
    }
    for format in descriptions {
      give("describedby", type: format.mediaType, &address, body) {
        addresses.appendFileLink(of: PagePlan(kind: .paper, format: format, subject: index), to: &$0)
      }
    }
    guard let day = site.calendar.newestDay(of: index) else { return }
    give("collection", type: "text/html", &address, body) {
      addresses.appendPermalink(of: PagePlan(kind: .day, subject: UInt32(day)), to: &$0)
    }
  }

  private func give(
    _ relation: StaticString, type: StaticString? = nil, _ address: inout ByteBuffer, _ body: Reader,
    _ write: (inout ByteBuffer) -> Void
  ) {
    address.removeAll()
    write(&address)
    body(Link(relation: relation, type: type), address.span)
  }

  private func appendCitation(of index: UInt32, _ facts: CitationFacts, to out: inout ByteBuffer) {
    guard facts.hasDOI else { return addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out) }
    out.append("https://doi.org/")
    if facts.doi.isEmpty { facts.appendDOI(to: &out) } else { out.append(percentEncodingPath: facts.doi) }
  }

  private func appendORCID(of row: Int, to out: inout ByteBuffer) {
    out.append("https://orcid.org/")
    out.append(site.bytes(site.store.authorships[row].orcid))
  }
}

/// Writes `linkset.json` of papers (RFC 9264): the signposts of the page, and of its PDF.
struct LinksetWriter {
  private let site: Site
  private let addresses: Addresses
  private let signposts: Signposts

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    signposts = Signposts(of: site)
  }

  /// Appends the linkset of a paper.
  func append(_ index: UInt32, to out: inout ByteBuffer) {
    out.append("{\"linkset\":[")
    var context = JSONObject()
    anchor(&context, to: &out) { addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0) }
    var relation: StaticString = ""
    signposts.forEachLink(of: index) { link, address in
      if link.relation.isEqual(to: relation) {
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
    let pdf = site.link("pdf", of: site.store.papers[Int(index)])
    if !pdf.isEmpty { append(pdf, of: index, to: &out) }
    out.append("]}\n")
  }

  private func append(_ pdf: UnsafeRawBufferPointer, of index: UInt32, to out: inout ByteBuffer) {
    out.append(",")
    var context = JSONObject()
    anchor(&context, to: &out) { $0.append(uriOf: pdf) }
    context.key("collection", to: &out)
    out.append("[")
    var page = ByteBuffer()
    addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &page)
    append(Signposts.Link(relation: "collection", type: "text/html"), page.span, to: &out)
    out.append("]")
    context.end(&out)
  }

  private func anchor(_ context: inout JSONObject, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    var address = ByteBuffer()
    write(&address)
    context.key("anchor", to: &out)
    out.append(quotingJSON: address.span)
  }

  private func append(_ link: Signposts.Link, _ address: Span<UInt8>, to out: inout ByteBuffer) {
    var target = JSONObject()
    target.key("href", to: &out)
    out.append(quotingJSON: address)
    if let type = link.type { target.literal("type", type, to: &out) }
    target.end(&out)
  }
}

extension StaticString {
  fileprivate func isEqual(to other: StaticString) -> Bool {
    UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount).isEqual(to: other)
  }
}
