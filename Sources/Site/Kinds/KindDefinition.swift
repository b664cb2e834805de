import ByteText
import Papers

/// What a kind of thing is: what it is called, how many the site has, where their pages are, what these list, and what
/// a page depends on that reads one.
///
/// Everything else iterates over the definitions. A new kind is a new file with such a definition and a line in
/// `KindTable`.
protocol KindDefinition: Sendable {
  /// What templates and settings call the kind: `page.kind`.
  var name: String { get }
  /// What an explanation calls one of them: "paper".
  var noun: String { get }
  /// What an explanation calls the list of an owner: "list of papers of".
  var listNoun: String { get }
  /// The templates that can render the page, the first that the theme has is taken; empty for no page of the theme's.
  var templates: [String] { get }
  /// The name by which `feeds: {for: …}` selects the kind.
  var settingName: String { get }

  // MARK: Objects

  /// How many the site has.
  func count(in site: SiteData) -> Int
  /// What one is called in every build: the hash of an id, the number of a day.
  func identity(of index: Int, in values: DependencyValues) -> UInt64
  /// The position of the one with an identity, or nil where the site has none any more.
  func index(of identity: UInt64, in values: DependencyValues) -> Int?
  /// The hash of some aspects of one.
  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64
  /// What an explanation calls this one: a paper's id, a day's date.
  func label(of index: Int, in site: SiteData) -> String

  // MARK: The list that each has

  /// The kind of the items.
  var items: ObjectKind { get }
  /// The items of one, by their positions among those of their kind.
  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32>

  // MARK: Pages

  /// Whether the site has pages of the kind.
  func isWritten(_ configuration: SiteConfiguration) -> Bool
  /// Whether this one has a page.
  func hasPage(_ index: Int, in site: SiteData) -> Bool
  /// Appends the address below the site's root: no leading slash, a trailing one.
  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer)
  /// Appends the title as plain text.
  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer)
  /// The aspects that the title depends on.
  var titleAspects: UInt16 { get }
  /// Appends what search engines and previews show below the title, as plain text; nothing where there is no such text.
  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer)
  /// The aspects that the description depends on.
  var descriptionAspects: UInt16 { get }
  /// What the page lists, or nil.
  func pageList(of index: Int, in site: SiteData) -> ObjectList?
  /// The most items on a page; nil for all on one.
  func pageSize(_ configuration: SiteConfiguration) -> Int?
  /// The file that a mistake with the page is reported at.
  func source(of index: Int, in site: SiteData) -> ContentPlace

  // MARK: What is beside a page

  /// Whether the kind can have feeds.
  var canHaveFeed: Bool { get }
  /// Whether there is a feed only where there is a page.
  var feedNeedsPage: Bool { get }
  /// What the feed is made of, or nil.
  func feedList(of index: Int, in site: SiteData) -> ObjectList?
  /// Whether a feed has archives: a ranking is only what it is now.
  var hasFeedHistory: Bool { get }
  /// Whether pages have a Markdown twin.
  func hasTwin(_ markdown: Outputs.Markdown) -> Bool
  /// Whether pages have files with citations.
  func hasCitations(_ citations: Outputs.Citations) -> Bool
  /// The part of the sitemap that lists the page, or nil.
  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup?
}

extension KindDefinition {
  var noun: String { name }
  var listNoun: String { "list of papers of" }
  var templates: [String] { ["\(name).html"] }
  var settingName: String { name }

  func count(in site: SiteData) -> Int { 1 }
  func identity(of index: Int, in values: DependencyValues) -> UInt64 { 0 }
  func index(of identity: UInt64, in values: DependencyValues) -> Int? { 0 }
  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 { Fingerprint().value }
  func label(of index: Int, in site: SiteData) -> String { "" }

  var items: ObjectKind { .paper }
  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { [] }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { true }
  func hasPage(_ index: Int, in site: SiteData) -> Bool { true }
  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(name)
    out.append("/")
  }
  var titleAspects: UInt16 { CollectionAspects.appearance.rawValue }
  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}
  var descriptionAspects: UInt16 { CollectionAspects.appearance.rawValue }
  func pageList(of index: Int, in site: SiteData) -> ObjectList? { nil }
  func pageSize(_ configuration: SiteConfiguration) -> Int? { configuration.pageSize }
  func source(of index: Int, in site: SiteData) -> ContentPlace { ContentPlace(path: "site.yml") }

  var canHaveFeed: Bool { false }
  var feedNeedsPage: Bool { true }
  func feedList(of index: Int, in site: SiteData) -> ObjectList? { pageList(of: index, in: site) }
  var hasFeedHistory: Bool { true }
  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { markdown.listings }
  func hasCitations(_ citations: Outputs.Citations) -> Bool { false }
  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? { .pages }
}

extension SiteData {
  /// The whole list of an owner.
  func list(_ kind: ObjectKind, owner: Int = 0) -> ObjectList {
    ObjectList(kind, owner: owner, rows: 0..<kinds[kind].rows(of: owner, in: self).count)
  }

  /// The whole list of an owner, as positions of its items.
  func rows(_ kind: ObjectKind, owner: Int = 0) -> ArraySlice<UInt32> { kinds[kind].rows(of: owner, in: self) }
}
