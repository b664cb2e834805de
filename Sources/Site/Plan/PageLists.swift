import Papers

extension SiteData {
  /// What a page lists, or nil where it is no listing.
  func pageList(of page: OutputPlan) -> ObjectList? { kinds[page.kind].pageList(of: Int(page.subject), in: self) }

  /// How a page's listing is cut, or nil where the page is no listing.
  func pagination(of page: OutputPlan) -> Pagination? {
    guard let count = pageList(of: page)?.rows.count else { return nil }
    return Pagination(total: count, pageSize: kinds[page.kind].pageSize(configuration) ?? max(count, 1))
  }

  /// The papers that a feed is made of, newest first; nil for the digest, which is made of days, and for pages that
  /// have no feed.
  func feedList(of page: OutputPlan) -> ObjectList? { kinds[page.kind].feedList(of: Int(page.subject), in: self) }

  /// How the entries of a listing's feed are divided between the feed and its archives; nil where the listing has no
  /// history to keep.
  func feedArchive(of page: OutputPlan) -> FeedArchive? {
    guard configuration.outputs.feeds.archives, kinds[page.kind].hasFeedHistory, let total = feedCount(of: page) else {
      return nil
    }
    return FeedArchive(total: total, limit: configuration.outputs.feeds.limit)
  }

  /// The positions of the entries of one document of a feed, counted from the newest entry.
  func feedPositions(in page: OutputPlan) -> Range<Int> {
    guard let total = feedCount(of: page) else { return 0..<0 }
    return feedArchive(of: page)?.entries(of: Int(page.number)) ?? 0..<min(total, configuration.outputs.feeds.limit)
  }

  /// The page for readers that shows what a feed has.
  func page(ofFeed page: OutputPlan) -> OutputPlan {
    isWritten(page.kind) ? OutputPlan(kind: page.kind, subject: page.subject) : OutputPlan(kind: .home)
  }

  private func feedCount(of page: OutputPlan) -> Int? {
    page.kind == .digest ? calendar.days.count : feedList(of: page)?.rows.count
  }
}
