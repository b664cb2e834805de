import ByteText
import Papers

/// What the entries of a feed are.
enum FeedEntry {
  /// A paper of the store.
  case paper(UInt32)
  /// A day of the calendar, with all of its papers.
  case day(Int)
}

extension Site {
  /// The papers that a feed is made of, newest first; nil for the digest, which is made of days, and for pages that
  /// have no feed.
  func feedList(of page: PagePlan) -> OwnedList? { page.kind == .home ? list(.sitePapers) : list(of: page) }

  /// How the entries of a listing's feed are divided between the feed and its archives; nil where the listing has no
  /// history to keep: a ranking is only what it is now.
  func archive(of page: PagePlan) -> FeedArchive? {
    guard configuration.outputs.feeds.archives, page.kind != .trending, let total = feedCount(of: page) else {
      return nil
    }
    return FeedArchive(total: total, limit: configuration.outputs.feeds.limit)
  }

  /// The positions of the entries of one document of a feed, counted from the newest entry.
  func feedPositions(in page: PagePlan) -> Range<Int> {
    guard let total = feedCount(of: page) else { return 0..<0 }
    return archive(of: page)?.entries(of: Int(page.number)) ?? 0..<min(total, configuration.outputs.feeds.limit)
  }

  /// The entry at a position of a feed.
  func feedEntry(_ position: Int, of page: PagePlan) -> FeedEntry? {
    guard page.kind != .digest else { return .day(calendar.days.count - 1 - position) }
    return feedList(of: page).map { .paper(paper(at: position, of: $0)) }
  }

  /// The entries of one document of a feed, newest first.
  func feedEntries(in page: PagePlan) -> [FeedEntry] {
    feedPositions(in: page).compactMap { feedEntry($0, of: page) }
  }

  /// The paper at a position of a list.
  func paper(at position: Int, of list: OwnedList) -> UInt32 {
    let rows = rows(of: list.kind, owner: list.owner)
    return rows[rows.startIndex + position]
  }

  /// The day on which an entry last became news: the newest day that features a paper.
  func updateDay(of entry: FeedEntry) -> Day? {
    switch entry {
    case .paper(let paper): store.newestDay(of: paper)
    case .day(let index): calendar.days[index].day
    }
  }

  /// The day on which an entry became news for the first time.
  func firstDay(of entry: FeedEntry) -> Day? {
    switch entry {
    case .paper(let paper): store.papers[Int(paper)].featured.range.first.map { store.days[$0] }
    case .day(let index): calendar.days[index].day
    }
  }

  /// The day of the newest entry of a feed's document.
  func updateDay(ofFeed page: PagePlan) -> Day? { feedEntries(in: page).compactMap(updateDay(of:)).max() }

  private func feedCount(of page: PagePlan) -> Int? {
    page.kind == .digest ? calendar.days.count : feedList(of: page)?.rows.count
  }

  /// Whether the site has pages of a kind.
  func isWritten(_ kind: PageKind) -> Bool {
    let outputs = configuration.outputs
    return switch kind {
    case .week: outputs.weeks
    case .month: outputs.months
    case .year: outputs.years
    case .archive: outputs.archive
    case .trending: outputs.trending
    case .code: outputs.code
    case .digest: false
    case .tags, .tag: outputs.tags
    case .authors, .author: outputs.authors != nil
    case .organizations, .organization: outputs.organizations != nil
    default: true
    }
  }
}
