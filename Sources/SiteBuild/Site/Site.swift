import ByteText
import Papers

/// Everything that pages are made of, put together and frozen: workers share it without locks.
final class Site: Sendable {
  /// The settings.
  let configuration: SiteConfiguration
  /// The records.
  let store: PaperStore
  /// The memory of all texts: the store's segments, then the site's own.
  let segments: [FrozenBytes]
  /// All papers in the order of listings: newest featured day first, within a day by votes, then id.
  let order: [UInt32]
  /// Days, weeks, months and years.
  let calendar: SiteCalendar
  /// The papers by tag.
  let tags: Taxonomy
  /// The papers by author.
  let authors: Taxonomy
  /// The papers by organization.
  let organizations: Taxonomy
  /// All tags, those of most papers first, as indexes of `tags.terms`.
  let tagsByCount: [UInt32]
  /// The papers of the trending page, hottest first.
  let trending: [UInt32]
  /// The papers with code, in the order of listings.
  let withCode: [UInt32]
  /// The papers as the search index divides them; none where the site has no search.
  let searchSegments: [SearchSegment]
  /// What the search knows terms as; nil where the site has no search.
  let termTitles: TermTitles?
  /// Other addresses of papers.
  let redirects: Redirects
  /// The free pages, in the order of the menu.
  let pages: [FreePage]
  /// The feed formats that are written.
  let feedFormats: [PageFormat]
  /// By kind of page, the formats of the files for reference managers and programs that stand beside it.
  private let exportFormats: [[PageFormat]]

  init(
    configuration: SiteConfiguration, store: PaperStore, segments: [FrozenBytes], order: [UInt32],
    calendar: SiteCalendar, tags: Taxonomy, authors: Taxonomy, organizations: Taxonomy, tagsByCount: [UInt32],
    trending: [UInt32], withCode: [UInt32], searchSegments: [SearchSegment], termTitles: TermTitles?,
    redirects: Redirects, pages: [FreePage]
  ) {
    (self.configuration, self.store, self.segments, self.order) = (configuration, store, segments, order)
    (self.calendar, self.tags, self.authors, self.organizations) = (calendar, tags, authors, organizations)
    (self.tagsByCount, self.trending, self.withCode) = (tagsByCount, trending, withCode)
    (self.searchSegments, self.termTitles) = (searchSegments, termTitles)
    (self.redirects, self.pages) = (redirects, pages)
    feedFormats = configuration.outputs.feeds.formats
    exportFormats = PageKind.allCases.map { $0.exportFormats(in: configuration.outputs) }
  }

  /// The formats of the feeds of a kind of listing.
  func feedFormats(of kind: PageKind) -> [PageFormat] {
    configuration.outputs.feeds.kinds.contains(kind) ? feedFormats : []
  }

  /// The formats of the files for reference managers and programs that stand beside a page of a kind.
  func exportFormats(of kind: PageKind) -> [PageFormat] { exportFormats[Int(kind.rawValue)] }

  /// The bytes of a text of the store or the site.
  func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    guard !text.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: segments[Int(text.segment)].bytes[text.range])
  }

  /// Whether a text has the bytes of a string.
  func has(_ text: TextRef, bytes string: String) -> Bool {
    let bytes = bytes(text)
    return bytes.withMemoryRebound(to: UInt8.self) { $0.span.isEqual(to: string.utf8.span) }
  }

  /// A text as a string.
  func string(_ text: TextRef) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// The grouping of a kind.
  func taxonomy(_ kind: Taxonomy.Kind) -> Taxonomy {
    switch kind {
    case .tag: tags
    case .author: authors
    case .organization: organizations
    }
  }
}

/// A page that is no listing and no paper: about, submit, the manual.
struct FreePage: Sendable {
  /// The address below the root: no leading slash, a trailing one.
  var path: String
  /// The title as plain text.
  var title: String
  /// A sentence for search engines, or empty.
  var description = ""
  /// Where it stands in the menu: lighter pages first.
  var weight = 0
  /// Whether the menu shows it.
  var isInMenu = false
  /// The content as safe HTML.
  var content = TextRef.empty
  /// The content as Markdown, as it was written.
  var markdown = TextRef.empty
  /// The file it comes from.
  var source: String
  /// Whether only `--drafts` shows it.
  var isDraft = false

  init(path: String, title: String, source: String) {
    self.path = path
    self.title = title
    self.source = source
  }
}
