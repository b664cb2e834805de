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
    /// Appends the address, not escaped.
    var address: (inout ByteBuffer) -> Void
  }

  private let site: Site
  private let addresses: Addresses

  /// The signposts of a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// The links of a paper's page, without that to its linkset.
  func links(of index: UInt32) -> [Link] {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    var links = [
      Link(relation: "cite-as") { out in appendCitation(of: index, facts, to: &out) },
      Link(relation: "type") { $0.append("https://schema.org/AboutPage") },
      Link(relation: "type") { $0.append("https://schema.org/ScholarlyArticle") },
    ]
    for row in paper.authors.range where !site.store.authorships[row].orcid.isEmpty {
      links.append(Link(relation: "author") { appendORCID(of: row, to: &$0) })
    }
    if !facts.pdf.isEmpty {
      links.append(Link(relation: "item", type: "application/pdf") { $0.append(uriOf: facts.pdf) })
    }
    let license = site.bytes(paper.license)
    if license.starts(with: "http".utf8) { links.append(Link(relation: "license") { $0.append(uriOf: license) }) }
    links += descriptions(of: index)
    if let day = site.calendar.newestDay(of: index) {
      links.append(
        Link(relation: "collection", type: "text/html") {
          addresses.appendPermalink(of: PagePlan(kind: .day, subject: UInt32(day)), to: &$0)
        })
    }
    return links
  }

  /// The files that describe a paper.
  private func descriptions(of index: UInt32) -> [Link] {
    let outputs = site.configuration.outputs
    let formats: [PageFormat] =
      (outputs.citations.papers ? [.bibtex, .ris, .csl] : []) + (outputs.api.papers ? [.record] : [])
    return formats.map { format in
      Link(relation: "describedby", type: format.mediaType) {
        addresses.appendFileLink(of: PagePlan(kind: .paper, format: format, subject: index), to: &$0)
      }
    }
  }

  private func appendCitation(of index: UInt32, _ facts: CitationFacts, to out: inout ByteBuffer) {
    guard facts.hasDOI else { return addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out) }
    var doi = ByteBuffer()
    facts.appendDOI(to: &doi)
    out.append("https://doi.org/")
    doi.withUnsafeBytes { out.append(percentEncodingPath: $0) }
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
    let links = signposts.links(of: index)
    out.append("{\"linkset\":[")
    var context = JSONObject()
    anchor(&context, to: &out) { addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0) }
    for relation in relations(of: links) {
      let targets = links.filter { $0.relation.isEqual(to: relation) }
      context.list(relation, targets.indices, to: &out) { append(targets[$0], to: &$1) }
    }
    context.end(&out)
    let pdf = site.link("pdf", of: site.store.papers[Int(index)])
    if !pdf.isEmpty { append(pdf, of: index, to: &out) }
    out.append("]}\n")
  }

  private func append(_ pdf: UnsafeRawBufferPointer, of index: UInt32, to out: inout ByteBuffer) {
    out.append(",")
    var context = JSONObject()
    anchor(&context, to: &out) { $0.append(uriOf: pdf) }
    let page = Signposts.Link(relation: "collection", type: "text/html") {
      addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0)
    }
    context.list("collection", 0..<1, to: &out) { append(page, to: &$1) }
    context.end(&out)
  }

  private func anchor(_ context: inout JSONObject, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    var address = ByteBuffer()
    write(&address)
    context.key("anchor", to: &out)
    out.append(quotingJSON: address.span)
  }

  private func append(_ link: Signposts.Link, to out: inout ByteBuffer) {
    var address = ByteBuffer()
    link.address(&address)
    var target = JSONObject()
    target.key("href", to: &out)
    out.append(quotingJSON: address.span)
    if let type = link.type { target.literal("type", type, to: &out) }
    target.end(&out)
  }

  private func relations(of links: [Signposts.Link]) -> [StaticString] {
    var relations: [StaticString] = []
    for link in links where !relations.contains(where: { $0.isEqual(to: link.relation) }) {
      relations.append(link.relation)
    }
    return relations
  }
}

extension StaticString {
  fileprivate func isEqual(to other: StaticString) -> Bool {
    UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount).isEqual(to: other)
  }
}
