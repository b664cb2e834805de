/// A kind of thing that a site has: its days, its papers, the terms of a taxonomy.
///
/// Most kinds have pages, so a kind also says what a page is. Pages depend on what they read of such things, and
/// templates get them as objects: all three use this one number. What a kind means is written in its
/// `KindDefinition`, one file for each.
public struct ObjectKind: BitwiseCopyable, Hashable, Sendable {
  /// The position in `KindTable`.
  public let rawValue: UInt8

  /// The kind with a number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The site as a whole; its page is the home page.
  public static let home = ObjectKind(rawValue: 0)
  /// A day with papers.
  public static let day = ObjectKind(rawValue: 1)
  /// A week with papers.
  public static let week = ObjectKind(rawValue: 2)
  /// A month with papers.
  public static let month = ObjectKind(rawValue: 3)
  /// A year with papers.
  public static let year = ObjectKind(rawValue: 4)
  /// The calendar of everything.
  public static let archive = ObjectKind(rawValue: 5)
  /// The ranking of papers.
  public static let trending = ObjectKind(rawValue: 6)
  /// The papers with code.
  public static let code = ObjectKind(rawValue: 7)
  /// The feed with an entry for each day.
  public static let digest = ObjectKind(rawValue: 8)
  /// The search.
  public static let search = ObjectKind(rawValue: 9)
  /// A paper.
  public static let paper = ObjectKind(rawValue: 10)
  /// A page that is no listing and no paper: about, the manual.
  public static let page = ObjectKind(rawValue: 11)
  /// Another address of a paper.
  public static let redirect = ObjectKind(rawValue: 12)
  /// The page of hosts for addresses that lead nowhere.
  public static let notFound = ObjectKind(rawValue: 13)
  /// A static file of the theme. It has no page.
  public static let asset = ObjectKind(rawValue: 14)
  /// A part of the search index. It has no page.
  public static let searchSegment = ObjectKind(rawValue: 15)
  /// A group of pages in the sitemap. It has no page.
  public static let sitemap = ObjectKind(rawValue: 16)

  private static let firstTaxonomy: UInt8 = 32
  private static let firstListing: UInt8 = 160
  /// The most taxonomies of a site.
  public static let mostTaxonomies = 64
  /// The most listings that a site declares.
  public static let mostListings = 96

  /// The terms of a taxonomy as a whole: the page that lists them.
  public static func terms(of taxonomy: Int) -> ObjectKind {
    ObjectKind(rawValue: firstTaxonomy + UInt8(truncatingIfNeeded: taxonomy * 2))
  }

  /// A term of a taxonomy.
  public static func term(of taxonomy: Int) -> ObjectKind {
    ObjectKind(rawValue: firstTaxonomy + UInt8(truncatingIfNeeded: taxonomy * 2 + 1))
  }

  /// An author.
  public static let author = ObjectKind.term(of: 1)

  /// A listing that the site declares.
  public static func listing(_ number: Int) -> ObjectKind {
    ObjectKind(rawValue: firstListing + UInt8(truncatingIfNeeded: number))
  }

  /// The taxonomy whose terms the kind is about, or nil.
  public var taxonomy: Int? {
    guard rawValue >= Self.firstTaxonomy, rawValue < Self.firstListing else { return nil }
    return Int(rawValue - Self.firstTaxonomy) / 2
  }

  /// The listing that the kind is, or nil.
  public var listing: Int? { rawValue >= Self.firstListing ? Int(rawValue - Self.firstListing) : nil }

  /// Whether it is a single term of a taxonomy.
  public var isTerm: Bool { taxonomy != nil && rawValue & 1 == 1 }

  /// Whether it is the terms of a taxonomy as a whole.
  public var isTermIndex: Bool { taxonomy != nil && rawValue & 1 == 0 }
}
