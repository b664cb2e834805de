import ByteText

/// Something that a page has read while it was rendered: an aspect of an object, or a part of a list.
///
/// A page is a pure function of its template, the configuration and what it read. All reads go through
/// `SiteModel`, which notes them here, so the set is complete by construction: where every noted value is what it
/// was, the page's bytes are what they were.
struct Dependency: BitwiseCopyable, Hashable, Sendable {
  /// The kinds of objects that can be read.
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case site, paper, day, week, month, year, tag, author, organization, freePage, asset, searchSegment
    /// The order of some of the papers that an owner of another kind lists.
    case sitePapers, dayPapers, weekPapers, monthPapers, yearPapers, tagPapers, authorPapers, organizationPapers
    case trendingPapers, codePapers, searchPapers, siteTags, siteAuthors, siteOrganizations
  }

  /// What was read.
  var kind: Kind
  /// Which of its aspects; for a list, which of each item's: none where only the order is read.
  var facets: Facets = []
  /// The index of the object or of the list's owner among those of its kind.
  var owner: UInt32
  /// The part of a list: positions from the first item, or with `fromEnd` from the last; or `wholeCount`.
  var start: UInt32 = 0
  var count: UInt32 = 0

  /// Marks a `start` that counts from the end of the list.
  static let fromEnd: UInt32 = 1 << 31
  /// Stands in `start` where the number of a list's items was read.
  static let wholeCount: UInt32 = 1 << 30
}

/// The aspects of an object that change apart from each other. What a bit means depends on the kind of the object.
struct Facets: OptionSet, BitwiseCopyable, Hashable, Sendable {
  let rawValue: UInt16

  // Of a paper.
  static let title = Facets(rawValue: 1 << 0)
  static let abstract = Facets(rawValue: 1 << 1)
  static let summary = Facets(rawValue: 1 << 2)
  static let byline = Facets(rawValue: 1 << 3)
  static let dates = Facets(rawValue: 1 << 4)
  static let counts = Facets(rawValue: 1 << 5)
  static let links = Facets(rawValue: 1 << 6)
  static let tags = Facets(rawValue: 1 << 7)
  static let details = Facets(rawValue: 1 << 8)
  /// What citations are made of.
  static let citation: Facets = [.title, .byline, .dates, .links, .tags, .details]
  /// Everything.
  static let record: Facets = [.citation, .abstract, .summary, .counts]

  // Of days, weeks, months, years and terms.
  static let appearance = Facets(rawValue: 1 << 0)
  static let size = Facets(rawValue: 1 << 1)
  static let pageCount = Facets(rawValue: 1 << 2)
  static let neighbours = Facets(rawValue: 1 << 3)
  static let days = Facets(rawValue: 1 << 4)
  static let newest = Facets(rawValue: 1 << 5)

  // Of the site.
  static let latestDay = Facets(rawValue: 1 << 0)
  static let firstDay = Facets(rawValue: 1 << 1)
  static let allDays = Facets(rawValue: 1 << 2)
  static let paperCount = Facets(rawValue: 1 << 3)
  static let dayCount = Facets(rawValue: 1 << 4)
  static let tagCount = Facets(rawValue: 1 << 5)
  static let authorCount = Facets(rawValue: 1 << 6)
  static let organizationCount = Facets(rawValue: 1 << 7)
  static let menu = Facets(rawValue: 1 << 8)
  static let codePageCount = Facets(rawValue: 1 << 9)
  /// Which segments the search has, and what is in them.
  static let searchSegments = Facets(rawValue: 1 << 10)

  // Of a free page.
  static let heading = Facets(rawValue: 1 << 0)
  static let content = Facets(rawValue: 1 << 1)

  /// The single aspects of the set, those of lower numbers first.
  var single: some Sequence<Facets> {
    sequence(state: rawValue) { rest in
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return Facets(rawValue: 1 << UInt16(rest.trailingZeroBitCount))
    }
  }
}
