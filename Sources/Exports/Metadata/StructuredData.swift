import ByteText
import Papers
import Site

/// Writes what a page is as schema.org's JSON-LD, in a `script` element: it is data, so a content policy without
/// scripts allows it. A `<` in a text is escaped, so that no title can end the element.
struct StructuredData {
  private let view: SiteView
  private let json = JSONWriter(for: .script)

  /// The data of a site's pages.
  init(of view: SiteView) { self.view = view }

  /// Appends the element of a page; nothing for pages that are neither papers nor listings.
  func append(of page: OutputPlan, to out: inout ByteBuffer) {
    let isListing = view.pageList(of: page) != nil && !view.listsTerms(page.kind)
    guard page.kind == .paper || isListing else { return }
    out.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[")
    if page.kind == .paper {
      appendArticle(view.paper(page.subject), to: &out)
      out.append(",")
      appendTrail(of: view.paper(page.subject), to: &out)
    } else {
      appendCollection(page, to: &out)
    }
    if page.kind == .home, view.configuration.outputs.search { appendSite(page, to: &out) }
    out.append("]}</script>\n")
  }

  /// The site itself and how to search it.
  private func appendSite(_ home: OutputPlan, to out: inout ByteBuffer) {
    out.append(",")
    var object = json.object()
    object.literal("@type", "WebSite", to: &out)
    link("url", home, &object, to: &out)
    text("name", view.configuration.title, &object, to: &out)
    object.key("potentialAction", to: &out)
    out.append("{\"@type\":\"SearchAction\",\"target\":{\"@type\":\"EntryPoint\",\"urlTemplate\":")
    json.quote("\(view.configuration.baseURL)search/?q={query}", to: &out)
    out.append("},\"query-input\":\"required name=query\"}")
    object.end(&out)
  }

  private func appendCollection(_ page: OutputPlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    view.appendTitle(of: page, to: &title)
    var object = json.object()
    object.literal("@type", "CollectionPage", to: &out)
    link("@id", page, &object, to: &out)
    object.key("name", to: &out)
    json.quote(title.span, to: &out)
    object.key("mainEntity", to: &out)
    out.append("{\"@type\":\"ItemList\",\"itemListElement\":[")
    appendItems(of: page, to: &out)
    out.append("]}")
    object.end(&out)
  }

  private func appendItems(of page: OutputPlan, to out: inout ByteBuffer) {
    for (position, paper) in view.items(on: page).enumerated() {
      appendItem(position + 1, OutputPlan(kind: .paper, subject: paper), to: &out)
    }
  }

  private func appendItem(_ position: Int, _ page: OutputPlan, to out: inout ByteBuffer) {
    if position > 1 { out.append(",") }
    var item = json.object()
    item.literal("@type", "ListItem", to: &out)
    item.optional("position", Int32(position), to: &out)
    link("url", page, &item, to: &out)
    item.end(&out)
  }

  /// Where the paper is in the site: home, day, paper.
  private func appendTrail(of paper: PaperView, to out: inout ByteBuffer) {
    var trail = [OutputPlan(kind: .home)]
    if let day = paper.calendarDay {
      trail.append(OutputPlan(kind: .day, subject: UInt32(day)))
    }
    trail.append(paper.page)
    out.append("{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    for (position, page) in trail.enumerated() {
      if position > 0 { out.append(",") }
      appendStep(position + 1, page, to: &out)
    }
    out.append("]}")
  }

  private func appendStep(_ position: Int, _ page: OutputPlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    view.appendTitle(of: page, to: &title)
    var step = json.object()
    step.literal("@type", "ListItem", to: &out)
    step.optional("position", Int32(position), to: &out)
    step.key("name", to: &out)
    json.quote(title.span, to: &out)
    link("item", page, &step, to: &out)
    step.end(&out)
  }

  private func text(_ name: StaticString, _ text: String, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.key(name, to: &out)
    json.quote(text, to: &out)
  }

  private func link(_ name: StaticString, _ page: OutputPlan, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.string(name, to: &out) { view.addresses.appendPermalink(of: page, to: &$0) }
  }
}

// MARK: - Papers

extension StructuredData {
  private func appendArticle(_ paper: PaperView, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    var article = json.object()
    article.literal("@type", "ScholarlyArticle", to: &out)
    link("@id", paper.page, &article, to: &out)
    link("url", paper.page, &article, to: &out)
    text("headline", view.bytes(paper.title.plain), &article, to: &out)
    text("name", view.bytes(paper.title.plain), &article, to: &out)
    article.list("author", paper.authors, to: &out) { appendPerson(view.authorship($0), to: &$1) }
    if let date = facts.date { article.string("datePublished", to: &out) { date.day.write(into: &$0) } }
    if let date = paper.updated { article.string("dateModified", to: &out) { date.day.write(into: &$0) } }
    text("abstract", view.bytes(paper.abstract.plain), &article, to: &out)
    appendIdentifiers(facts, &article, to: &out)
    appendSameAs(of: paper, facts, &article, to: &out)
    article.list("keywords", paper.keywords, to: &out) { row, out in
      json.quote(view.bytes(view.text(row)), to: &out)
    }
    appendLicense(of: paper, &article, to: &out)
    if facts.kind != .preprint { appendContainer(facts, &article, to: &out) }
    appendCode(of: paper, &article, to: &out)
    appendImage(of: paper, &article, to: &out)
    article.end(&out)
  }

  private func appendLicense(of paper: PaperView, _ article: inout JSONObject, to out: inout ByteBuffer) {
    let license = view.bytes(paper.license)
    guard let address = LicenseAddress(license) else { return text("license", license, &article, to: &out) }
    article.string("license", to: &out) { address.append(to: &$0) }
  }

  private func appendImage(
    of paper: PaperView, _ article: inout JSONObject, to out: inout ByteBuffer
  ) {
    let picture = view.bytes(paper.thumbnail)
    guard !picture.isEmpty else { return }
    article.string("image", to: &out) { out in
      view.addresses.appendBase(ofFile: picture, on: paper.page, to: &out)
      json.escape(picture, to: &out)
    }
  }

  private func text(
    _ name: StaticString, _ text: Span<UInt8>, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    guard !text.isEmpty else { return }
    object.key(name, to: &out)
    json.quote(text, to: &out)
  }

  private func appendPerson(_ author: Authorship, to out: inout ByteBuffer) {
    var person = json.object()
    person.literal("@type", "Person", to: &out)
    text("name", view.bytes(author.name), &person, to: &out)
    if !author.orcid.isEmpty {
      person.string("@id", to: &out) { out in
        out.append("https://orcid.org/")
        json.escape(view.bytes(author.orcid), to: &out)
      }
    }
    text("url", view.bytes(author.url), &person, to: &out)
    if !author.affiliation.isEmpty {
      person.key("affiliation", to: &out)
      var organization = json.object()
      organization.literal("@type", "Organization", to: &out)
      text("name", view.bytes(author.affiliation), &organization, to: &out)
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
      out.append(view.bytes(facts.arXivID))
      out.append("\"}")
    }
    out.append("]")
  }

  private func appendSameAs(
    of paper: PaperView, _ facts: CitationFacts, _ article: inout JSONObject, to out: inout ByteBuffer
  ) {
    let arXiv = view.bytes(paper.link("arxiv"))
    guard facts.hasDOI || !arXiv.isEmpty else { return }
    article.key("sameAs", to: &out)
    out.append("[")
    if facts.hasDOI {
      out.append("\"https://doi.org/")
      appendDOI(facts, to: &out)
      out.append(arXiv.isEmpty ? "\"" : "\",")
    }
    if !arXiv.isEmpty { json.quote(arXiv, to: &out) }
    out.append("]")
  }

  private func appendDOI(_ facts: CitationFacts, to out: inout ByteBuffer) {
    facts.doi.isEmpty ? facts.appendDOI(in: view, to: &out) : json.escape(view.bytes(facts.doi), to: &out)
  }

  private func appendContainer(_ facts: CitationFacts, _ article: inout JSONObject, to out: inout ByteBuffer) {
    article.key("isPartOf", to: &out)
    var container = json.object()
    container.literal("@type", facts.kind == .article ? "Periodical" : "PublicationVolume", to: &out)
    text("name", view.bytes(facts.container), &container, to: &out)
    container.end(&out)
  }

  private func appendCode(of paper: PaperView, _ article: inout JSONObject, to out: inout ByteBuffer) {
    let code = view.bytes(paper.link("code"))
    guard !code.isEmpty else { return }
    article.key("hasPart", to: &out)
    var source = json.object()
    source.literal("@type", "SoftwareSourceCode", to: &out)
    text("codeRepository", code, &source, to: &out)
    source.end(&out)
  }
}
