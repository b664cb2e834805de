import ByteText
import Papers

/// Writes what a page is as schema.org's JSON-LD, in a `script` element: it is data, so a content policy without
/// scripts allows it. A `<` in a text is escaped, so that no title can end the element.
struct StructuredData {
  private let site: Site
  private let addresses: Addresses
  private let titles: PageTitles

  /// The data of a site's pages.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    titles = PageTitles(of: site)
  }

  /// Appends the element of a page; nothing for pages that are neither papers nor listings.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    let isListing = site.list(of: page) != nil && !page.kind.listsTerms
    guard page.kind == .paper || isListing else { return }
    out.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[")
    if page.kind == .paper {
      appendArticle(page.subject, to: &out)
      out.append(",")
      appendTrail(of: page.subject, to: &out)
    } else {
      appendCollection(page, to: &out)
    }
    if page.kind == .home, site.configuration.outputs.search { appendSite(page, to: &out) }
    out.append("]}</script>\n")
  }

  /// The site itself and how to search it.
  private func appendSite(_ home: PagePlan, to out: inout ByteBuffer) {
    out.append(",")
    var object = JSONObject()
    object.literal("@type", "WebSite", to: &out)
    link("url", home, &object, to: &out)
    text("name", site.configuration.title, &object, to: &out)
    object.key("potentialAction", to: &out)
    out.append("{\"@type\":\"SearchAction\",\"target\":{\"@type\":\"EntryPoint\",\"urlTemplate\":")
    out.append(quotingJSON: "\(site.configuration.baseURL)search/?q={query}", inScript: true)
    out.append("},\"query-input\":\"required name=query\"}")
    object.end(&out)
  }

  private func appendCollection(_ page: PagePlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    titles.append(of: page, to: &title)
    var object = JSONObject()
    object.literal("@type", "CollectionPage", to: &out)
    link("@id", page, &object, to: &out)
    object.key("name", to: &out)
    out.append(quotingJSON: title.span, inScript: true)
    object.key("mainEntity", to: &out)
    out.append("{\"@type\":\"ItemList\",\"itemListElement\":[")
    appendItems(of: page, to: &out)
    out.append("]}")
    object.end(&out)
  }

  private func appendItems(of page: PagePlan, to out: inout ByteBuffer) {
    guard let list = site.list(of: page), let listing = site.listing(of: page) else { return }
    let items = listing.items(onPage: Int(page.number))
    for position in items {
      let paper = site.paper(at: position, of: list)
      appendItem(position - items.lowerBound + 1, PagePlan(kind: .paper, subject: paper), to: &out)
    }
  }

  private func appendItem(_ position: Int, _ page: PagePlan, to out: inout ByteBuffer) {
    if position > 1 { out.append(",") }
    var item = JSONObject()
    item.literal("@type", "ListItem", to: &out)
    item.optional("position", Int32(position), to: &out)
    link("url", page, &item, to: &out)
    item.end(&out)
  }

  /// Where the paper stands in the site: home, day, paper.
  private func appendTrail(of index: UInt32, to out: inout ByteBuffer) {
    var trail = [PagePlan(kind: .home)]
    if let day = site.calendar.newestDay(of: index) {
      trail.append(PagePlan(kind: .day, subject: UInt32(day)))
    }
    trail.append(PagePlan(kind: .paper, subject: index))
    out.append("{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    for (position, page) in trail.enumerated() {
      if position > 0 { out.append(",") }
      appendStep(position + 1, page, to: &out)
    }
    out.append("]}")
  }

  private func appendStep(_ position: Int, _ page: PagePlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    titles.append(of: page, to: &title)
    var step = JSONObject()
    step.literal("@type", "ListItem", to: &out)
    step.optional("position", Int32(position), to: &out)
    step.key("name", to: &out)
    out.append(quotingJSON: title.span, inScript: true)
    link("item", page, &step, to: &out)
    step.end(&out)
  }

  private func text(_ name: StaticString, _ text: String, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.key(name, to: &out)
    out.append(quotingJSON: text, inScript: true)
  }

  private func link(_ name: StaticString, _ page: PagePlan, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.string(name, to: &out) { addresses.appendPermalink(of: page, to: &$0) }
  }
}

// MARK: - Papers

extension StructuredData {
  private func appendArticle(_ index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    var article = JSONObject()
    article.literal("@type", "ScholarlyArticle", to: &out)
    link("@id", PagePlan(kind: .paper, subject: index), &article, to: &out)
    link("url", PagePlan(kind: .paper, subject: index), &article, to: &out)
    text("headline", site.bytes(paper.title.plain), &article, to: &out)
    text("name", site.bytes(paper.title.plain), &article, to: &out)
    article.list("author", paper.authors.range, to: &out) { appendPerson(site.store.authorships[$0], to: &$1) }
    if let date = facts.date { article.string("datePublished", to: &out) { date.day.write(into: &$0) } }
    if let date = paper.updated { article.string("dateModified", to: &out) { date.day.write(into: &$0) } }
    text("abstract", site.bytes(paper.abstract.plain), &article, to: &out)
    appendIdentifiers(facts, &article, to: &out)
    appendSameAs(of: paper, facts, &article, to: &out)
    article.list("keywords", paper.keywords.range, to: &out) { row, out in
      out.append(quotingJSON: site.bytes(site.store.texts[row]), inScript: true)
    }
    appendLicense(of: paper, &article, to: &out)
    if facts.kind != .preprint { appendContainer(facts, &article, to: &out) }
    appendCode(of: paper, &article, to: &out)
    appendImage(of: paper, index, &article, to: &out)
    article.end(&out)
  }

  private func appendLicense(of paper: Paper, _ article: inout JSONObject, to out: inout ByteBuffer) {
    let license = site.bytes(paper.license)
    guard let address = LicenseAddress(license) else { return text("license", license, &article, to: &out) }
    article.string("license", to: &out) { address.append(to: &$0) }
  }

  private func appendImage(
    of paper: Paper, _ index: UInt32, _ article: inout JSONObject, to out: inout ByteBuffer
  ) {
    let picture = site.bytes(paper.thumbnail)
    guard !picture.isEmpty else { return }
    article.string("image", to: &out) { out in
      addresses.appendBase(ofFile: picture, on: PagePlan(kind: .paper, subject: index), to: &out)
      out.append(escapingJSON: picture, inScript: true)
    }
  }

  private func text(
    _ name: StaticString, _ text: UnsafeRawBufferPointer, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    guard !text.isEmpty else { return }
    object.key(name, to: &out)
    out.append(quotingJSON: text, inScript: true)
  }

  private func appendPerson(_ author: Authorship, to out: inout ByteBuffer) {
    var person = JSONObject()
    person.literal("@type", "Person", to: &out)
    text("name", site.bytes(author.name), &person, to: &out)
    if !author.orcid.isEmpty {
      person.string("@id", to: &out) { out in
        out.append("https://orcid.org/")
        out.append(escapingJSON: site.bytes(author.orcid), inScript: true)
      }
    }
    text("url", site.bytes(author.url), &person, to: &out)
    if !author.affiliation.isEmpty {
      person.key("affiliation", to: &out)
      var organization = JSONObject()
      organization.literal("@type", "Organization", to: &out)
      text("name", site.bytes(author.affiliation), &organization, to: &out)
      organization.end(&out)
    }
    person.end(&out)
  }

  private func appendIdentifiers(_ facts: CitationFacts, _ article: inout JSONObject, to out: inout ByteBuffer) {
    guard facts.hasDOI else { return }
    article.key("identifier", to: &out)
    out.append("[{\"@type\":\"PropertyValue\",\"propertyID\":\"DOI\",\"value\":\"")
    appendDOI(facts, to: &out)
    out.append("\"}")
    if !facts.arXivID.isEmpty {
      out.append(",{\"@type\":\"PropertyValue\",\"propertyID\":\"arXiv\",\"value\":\"")
      out.append(facts.arXivID)
      out.append("\"}")
    }
    out.append("]")
  }

  private func appendSameAs(
    of paper: Paper, _ facts: CitationFacts, _ article: inout JSONObject, to out: inout ByteBuffer
  ) {
    let arXiv = site.link("arxiv", of: paper)
    guard facts.hasDOI || !arXiv.isEmpty else { return }
    article.key("sameAs", to: &out)
    out.append("[")
    if facts.hasDOI {
      out.append("\"https://doi.org/")
      appendDOI(facts, to: &out)
      out.append(arXiv.isEmpty ? "\"" : "\",")
    }
    if !arXiv.isEmpty { out.append(quotingJSON: arXiv, inScript: true) }
    out.append("]")
  }

  private func appendDOI(_ facts: CitationFacts, to out: inout ByteBuffer) {
    facts.doi.isEmpty ? facts.appendDOI(to: &out) : out.append(escapingJSON: facts.doi, inScript: true)
  }

  private func appendContainer(_ facts: CitationFacts, _ article: inout JSONObject, to out: inout ByteBuffer) {
    article.key("isPartOf", to: &out)
    var container = JSONObject()
    container.literal("@type", facts.kind == .article ? "Periodical" : "PublicationVolume", to: &out)
    text("name", facts.container, &container, to: &out)
    container.end(&out)
  }

  private func appendCode(of paper: Paper, _ article: inout JSONObject, to out: inout ByteBuffer) {
    let code = site.link("code", of: paper)
    guard !code.isEmpty else { return }
    article.key("hasPart", to: &out)
    var source = JSONObject()
    source.literal("@type", "SoftwareSourceCode", to: &out)
    text("codeRepository", code, &source, to: &out)
    source.end(&out)
  }
}
