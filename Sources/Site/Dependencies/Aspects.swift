import Papers

/// The aspects of the site as a whole that change apart from each other.
package struct SiteAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let latestDay = SiteAspects(rawValue: 1 << 0)
  package static let firstDay = SiteAspects(rawValue: 1 << 1)
  package static let allDays = SiteAspects(rawValue: 1 << 2)
  package static let paperCount = SiteAspects(rawValue: 1 << 3)
  package static let dayCount = SiteAspects(rawValue: 1 << 4)
  /// The headings of all free pages.
  package static let menu = SiteAspects(rawValue: 1 << 5)
  /// Which segments the search has, and what is in them.
  package static let searchSegments = SiteAspects(rawValue: 1 << 6)
}

/// The aspects of days, weeks, months, years, terms and listings that change apart from each other.
package struct CollectionAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Name, title, picture and the like.
  package static let appearance = CollectionAspects(rawValue: 1 << 0)
  /// How many papers or terms there are.
  package static let size = CollectionAspects(rawValue: 1 << 1)
  /// How many pages the listing has.
  package static let pageCount = CollectionAspects(rawValue: 1 << 2)
  /// The one before and the one after.
  package static let neighbours = CollectionAspects(rawValue: 1 << 3)
  /// The days with papers.
  package static let days = CollectionAspects(rawValue: 1 << 4)
  /// The newest day of its papers.
  package static let newest = CollectionAspects(rawValue: 1 << 5)
}

/// The aspects of a free page that change apart from each other.
package struct FreePageAspects: OptionSet, BitwiseCopyable, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// What lists and links show of it.
  package static let heading = FreePageAspects(rawValue: 1 << 0)
  /// Its text.
  package static let content = FreePageAspects(rawValue: 1 << 1)
}
