import ByteText

/// The definitions of all kinds of a site: those that every site has, its taxonomies, and its listings.
public struct KindTable: Sendable {
  private let definitions: [any KindDefinition]
  /// The kinds that are there, in the order in which pages are planned.
  let all: [ObjectKind]

  /// The kinds of a site with these settings.
  init(_ configuration: SiteConfiguration) {
    var definitions = [any KindDefinition](repeating: NoKind(), count: 256)
    var all: [ObjectKind] = []
    func add(_ kind: ObjectKind, _ definition: any KindDefinition) {
      definitions[Int(kind.rawValue)] = definition
      all.append(kind)
    }
    add(.home, HomeKind())
    add(.day, DayKind())
    add(.week, WeekKind())
    add(.month, MonthKind())
    add(.year, YearKind())
    add(.archive, ArchiveKind())
    for (number, taxonomy) in configuration.taxonomies.enumerated() {
      add(.terms(of: number), TermIndexKind(number, taxonomy))
      add(.term(of: number), TermKind(number, taxonomy))
    }
    add(.trending, TrendingKind())
    add(.code, CodeKind())
    for (number, listing) in configuration.listings.enumerated() { add(.listing(number), ListingKind(number, listing)) }
    add(.digest, DigestKind())
    add(.page, FreePageKind())
    add(.notFound, NotFoundKind())
    add(.paper, PaperKind())
    add(.redirect, RedirectKind())
    add(.search, SearchKind())
    add(.asset, AssetKind())
    add(.searchSegment, SearchSegmentKind())
    add(.sitemap, SitemapKind())
    (self.definitions, self.all) = (definitions, all)
  }

  /// What a kind is.
  subscript(kind: ObjectKind) -> any KindDefinition { definitions[Int(kind.rawValue)] }

  /// The names by which settings know the kinds that can have feeds.
  var namesWithFeeds: [String] { all.filter { self[$0].canHaveFeed }.map { self[$0].settingName } }

  /// The names of all kinds with pages.
  public var names: [String] { all.map { self[$0].name } }
}

/// Fills the places of numbers that no kind has.
private struct NoKind: KindDefinition {
  let name = ""
  func isWritten(_ configuration: SiteConfiguration) -> Bool { false }
  func count(in site: SiteData) -> Int { 0 }
  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}
}
