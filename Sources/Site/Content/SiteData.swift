import ByteText
import Papers
import Synchronization

/// Everything that pages are made of, put together and frozen: workers share it without locks.
///
/// Its properties are internal to this target. Code that writes pages reads it through a `SiteView`, which notes
/// what was read.
public final class SiteData: Sendable {
  /// The settings.
  let configuration: SiteConfiguration
  /// What the kinds of things are.
  let kinds: KindTable
  /// What the formats of outputs are.
  let formats: FormatTable
  /// The records.
  let store: PaperStore
  /// The memory of all texts: the store's segments, then the site's own.
  let segments: [FrozenBytes]
  /// All papers in the order of listings: newest featured day first, within a day by votes, then id.
  let order: [UInt32]
  /// Days, weeks, months and years.
  let calendar: SiteCalendar
  /// The papers by tag, author, organization, and as the site's own taxonomies group them.
  let taxonomies: [Taxonomy]
  /// The papers of the trending page, hottest first.
  let trending: [UInt32]
  /// The papers with code, in the order of listings.
  let withCode: [UInt32]
  /// The papers of the listings that the site declares.
  let listings: [[UInt32]]
  /// The papers as the search index divides them; none where the site has no search.
  let searchSegments: [SearchSegment]
  /// The titles of terms by which the search finds papers; nil where the site has no search.
  let termTitles: TermTitles?
  /// Other addresses of papers.
  let redirects: Redirects
  /// The free pages, in the order of the menu.
  let pages: [FreePage]
  /// The theme's static files.
  let assets: AssetTable
  /// By kind of page, the formats of its feeds.
  private let feedFormats: [[OutputFormat]]
  /// The format of sitemaps.
  let sitemapFormat: OutputFormat
  /// By kind of page, the formats of the files for readers and programs that are beside it.
  private let exportFormats: [[OutputFormat]]
  /// What workers make together, by its type.
  private let shared = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  /// A site of some parts.
  init(_ parts: SiteParts) {
    (configuration, formats, store, segments) = (parts.configuration, parts.formats, parts.store, parts.segments)
    (order, calendar, taxonomies) = (parts.order, parts.calendar, parts.taxonomies)
    (trending, withCode, listings) = (parts.trending, parts.withCode, parts.listings)
    (searchSegments, termTitles) = (parts.searchSegments, parts.termTitles)
    (redirects, pages, assets) = (parts.redirects, parts.pages, parts.assets)
    let kinds = KindTable(parts.configuration)
    self.kinds = kinds
    let facts = PlanFacts(parts.configuration, kinds, parts.formats)
    feedFormats = facts.byKind { facts.hasFeeds($0) ? facts.feedFormats : [] }
    sitemapFormat = parts.formats.all(of: .sitemap).first ?? .html
    let labelled = parts.formats.all.filter { parts.formats[$0].label != nil }
    exportFormats = facts.byKind { kind in labelled.filter { parts.formats[$0].isBeside(kind, in: facts) } }
  }

  /// Gives back the memory of texts that are mapped from a file: the system reads them again when they are needed.
  public func releaseTexts() { store.segments.first?.releasePages() }

  /// The settings.
  public var settings: SiteConfiguration { configuration }

  /// The formats of outputs.
  public var formatTable: FormatTable { formats }

  /// The templates that can render pages of a kind: the first that the theme has is taken.
  public func templates(of kind: ObjectKind) -> [String] { kinds[kind].templates }

  /// What templates call pages of a kind.
  public func name(of kind: ObjectKind) -> String { kinds[kind].name }

  /// The place that a page comes from: the record, the free page or the configuration.
  public func source(of page: OutputPlan) -> ContentPlace { kinds[page.kind].source(of: Int(page.subject), in: self) }

  /// The formats of the files for readers and programs that are beside a page of a kind.
  func exportFormats(of kind: ObjectKind) -> [OutputFormat] { exportFormats[Int(kind.rawValue)] }

  /// The formats of the feeds of a kind.
  func feedFormats(of kind: ObjectKind) -> [OutputFormat] { feedFormats[Int(kind.rawValue)] }

  /// The bytes of a text of the store or the site.
  @_lifetime(borrow self)
  func bytes(_ text: TextRef) -> Span<UInt8> { text.bytes(in: segments, keptBy: self) }

  /// A text as a string.
  func string(_ text: TextRef) -> String { String(bytes: bytes(text)) }

  /// The one object of a type that workers share, made where there is none yet.
  func shared<Object: AnyObject & Sendable>(_ make: () -> Object) -> Object {
    shared.withLock { objects in
      let key = ObjectIdentifier(Object.self)
      if let object = objects[key] as? Object { return object }
      let object = make()
      objects[key] = object
      return object
    }
  }
}

/// The parts that a site is put together from.
struct SiteParts {
  var configuration: SiteConfiguration
  var formats: FormatTable
  var store: PaperStore
  var segments: [FrozenBytes] = []
  var order: [UInt32] = []
  var calendar: SiteCalendar
  var taxonomies: [Taxonomy] = []
  var trending: [UInt32] = []
  var withCode: [UInt32] = []
  var listings: [[UInt32]] = []
  var searchSegments: [SearchSegment] = []
  var termTitles: TermTitles?
  var redirects = Redirects()
  var pages: [FreePage] = []
  var assets: AssetTable
}
