import ByteText

/// A listing that site.yml declares: the papers of which an expression is true.
struct ListingKind: KindDefinition {
  private let number: Int
  private let settings: ListingSettings

  /// The listing with a number.
  init(_ number: Int, _ settings: ListingSettings) { (self.number, self.settings) = (number, settings) }

  var name: String { settings.name }
  var noun: String { "listing \(settings.name)" }
  var listNoun: String { "list of papers of the listing \(settings.name)" }
  var templates: [String] { ["\(settings.name).html", "listing.html"] }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let aspects = CollectionAspects(rawValue: aspects)
    var hash = Fingerprint()
    if aspects.contains(.size) { hash.combine(UInt64(rows(of: 0, in: values.site).count)) }
    if aspects.contains(.pageCount) { hash.combine(values.site.pageCount(.listing(number), 0)) }
    return hash.value
  }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.listings[number][...] }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(settings.name)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append(settings.title) }

  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(settings.description)
  }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.listing(number)) }

  let canHaveFeed = true

  /// A listing with an order of its own is a ranking, which has no history.
  var hasFeedHistory: Bool { settings.order.isEmpty && settings.limit == nil }

  func hasCitations(_ citations: Outputs.Citations) -> Bool { citations.listings }
}
