import ByteText

/// The terms of a taxonomy: `/tags/cs-cl/`.
struct TermKind: KindDefinition {
  private let number: Int
  private let settings: TaxonomySettings

  /// The terms of the taxonomy with a number.
  init(_ number: Int, _ settings: TaxonomySettings) { (self.number, self.settings) = (number, settings) }

  var name: String { settings.termName }
  var listNoun: String { settings.isCloud ? "list of papers of the \(name)" : "list of papers of" }
  var templates: [String] { ["\(name).html", "term.html"] }
  var settingName: String { settings.name }

  func count(in site: SiteData) -> Int { site.taxonomies[number].terms.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: values.site.bytes(values.site.taxonomies[number].terms[index].slug)).value
  }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    values.termIndexes[number][identity].map(Int.init)
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let (site, aspects) = (values.site, CollectionAspects(rawValue: aspects))
    let term = site.taxonomies[number].terms[index]
    var hash = Fingerprint()
    if aspects.contains(.appearance) {
      let texts = [
        term.name, term.title, term.slug, term.description, term.avatar, term.homepage, term.orcid, term.affiliation,
      ]
      for text in texts { hash.combine(site.bytes(text)) }
      hash.combine(term.isPublished ? 1 : 0)
    }
    if aspects.contains(.size) { hash.combine(UInt64(term.papers.count)) }
    if aspects.contains(.pageCount) { hash.combine(site.pageCount(.term(of: number), index)) }
    if aspects.contains(.newest), let row = term.papers.range.first {
      hash.combine(site.store.newestDay(of: site.taxonomies[number].papers[row]))
    }
    return hash.value
  }

  func label(of index: Int, in site: SiteData) -> String { site.string(site.taxonomies[number].terms[index].name) }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> {
    let taxonomy = site.taxonomies[number]
    return taxonomy.papers[taxonomy.terms[index].papers.range]
  }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { settings.hasPages }

  func hasPage(_ index: Int, in site: SiteData) -> Bool { site.taxonomies[number].terms[index].isPublished }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(settings.folder)
    out.append("/")
    out.append(site.bytes(site.taxonomies[number].terms[index].slug))
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(site.bytes(site.taxonomies[number].terms[index].title))
  }

  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(site.bytes(site.taxonomies[number].terms[index].description))
  }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.term(of: number), owner: index) }

  let canHaveFeed = true

  func hasCitations(_ citations: Outputs.Citations) -> Bool { citations.listings }

  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? { .terms(of: number) }
}
