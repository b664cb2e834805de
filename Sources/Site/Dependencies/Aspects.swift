import Papers

/// The aspects of the site as a whole that change apart from each other.
public struct SiteAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// The bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The newest day.
  public static let latestDay = SiteAspects(rawValue: 1 << 0)
  /// The oldest day.
  public static let firstDay = SiteAspects(rawValue: 1 << 1)
  /// Which days have papers.
  public static let allDays = SiteAspects(rawValue: 1 << 2)
  /// The number of papers.
  public static let paperCount = SiteAspects(rawValue: 1 << 3)
  /// The number of days.
  public static let dayCount = SiteAspects(rawValue: 1 << 4)
  /// The headings of all free pages.
  public static let menu = SiteAspects(rawValue: 1 << 5)
  /// Which segments the search has, and what is in them.
  public static let searchSegments = SiteAspects(rawValue: 1 << 6)
}

/// The aspects of days, weeks, months, years, terms and listings that change apart from each other.
public struct CollectionAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// The bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Name, title, picture and the like.
  public static let appearance = CollectionAspects(rawValue: 1 << 0)
  /// How many papers or terms there are.
  public static let size = CollectionAspects(rawValue: 1 << 1)
  /// How many pages the listing has.
  public static let pageCount = CollectionAspects(rawValue: 1 << 2)
  /// The one before and the one after.
  public static let neighbours = CollectionAspects(rawValue: 1 << 3)
  /// The days with papers.
  public static let days = CollectionAspects(rawValue: 1 << 4)
  /// The newest day of its papers.
  public static let newest = CollectionAspects(rawValue: 1 << 5)
}

/// The aspects of a free page that change apart from each other.
public struct FreePageAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// The bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// What lists and links show of it.
  public static let heading = FreePageAspects(rawValue: 1 << 0)
  /// Its text.
  public static let content = FreePageAspects(rawValue: 1 << 1)
}
