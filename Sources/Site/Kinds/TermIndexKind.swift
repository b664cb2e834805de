import ByteText

/// The terms of a taxonomy as a whole: `/tags/`.
struct TermIndexKind: KindDefinition {
  /// The most terms on a page that is divided: a line each, so more than of papers.
  private static let termsOnPage = 1000

  private let number: Int
  private let settings: TaxonomySettings

  /// The terms of the taxonomy with a number.
  init(_ number: Int, _ settings: TaxonomySettings) { (self.number, self.settings) = (number, settings) }

  var name: String { settings.name }
  var noun: String { "list of \(settings.name)" }
  var listNoun: String { "list of \(settings.name)" }
  var templates: [String] { ["\(settings.name).html", "terms.html"] }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let aspects = CollectionAspects(rawValue: aspects)
    var hash = Fingerprint()
    if aspects.contains(.size) { hash.combine(UInt64(values.site.taxonomies[number].published.count)) }
    if aspects.contains(.pageCount) { hash.combine(values.site.pageCount(.terms(of: number), 0)) }
    return hash.value
  }

  var items: ObjectKind { .term(of: number) }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.taxonomies[number].listed[...] }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { settings.hasPages }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(settings.folder)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append(settings.title) }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.terms(of: number)) }

  func pageSize(_ configuration: SiteConfiguration) -> Int? { settings.isCloud ? nil : Self.termsOnPage }
}
