import ByteText
public import Papers

/// An entry of a feed.
public enum FeedEntry {
  /// A paper.
  case paper(PaperView)
  /// A day of the calendar, with all of its papers.
  case day(Int)
}

extension SiteView {
  /// What feeds read of a paper.
  public static let feedGroups: FieldGroups = [.title, .abstract, .summary, .byline, .dates, .links, .tags]
  /// What the digest reads of a paper.
  public static let digestGroups: FieldGroups = [.title, .summary]

  /// The kinds with a single feed, which is written.
  public var kindsWithOneFeed: [ObjectKind] { site.kinds.all.filter { $0.taxonomy == nil && facts.hasFeeds($0) } }

  /// The positions of the entries of one document of a feed, counted from the newest entry.
  public func feedPositions(in page: OutputPlan) -> Range<Int> {
    let positions = site.feedPositions(in: page)
    if page.kind == .digest {
      note(.allDays)
      for position in positions {
        noteWhole(site.list(.day, owner: day(ofEntry: position)), aspects: Self.digestGroups.rawValue)
      }
    } else if let list = site.feedList(of: page) {
      note(positions, of: list, isNewest: page.number == 0, aspects: Self.feedGroups.rawValue)
    }
    return positions
  }

  private func day(ofEntry position: Int) -> Int { site.calendar.days.count - 1 - position }

  /// The entry at a position of a feed, whose positions have been read.
  public func feedEntry(_ position: Int, of page: OutputPlan) -> FeedEntry? {
    guard page.kind != .digest else { return .day(day(ofEntry: position)) }
    guard let list = site.feedList(of: page) else { return nil }
    let rows = site.rows(list.kind, owner: list.owner)
    return .paper(PaperView(self, rows[rows.startIndex + position], noted: Self.feedGroups))
  }

  /// The entries of one document of a feed, newest first.
  public func feedEntries(in page: OutputPlan) -> [FeedEntry] {
    feedPositions(in: page).compactMap { feedEntry($0, of: page) }
  }

  /// A paper of a feed.
  public func feedPaper(_ index: UInt32) -> PaperView { PaperView(self, index, noted: Self.feedGroups) }

  /// The papers of a day of the digest.
  public func digestPapers(ofDay day: Int) -> [PaperView] {
    papers(of: site.list(.day, owner: day), reading: Self.digestGroups)
  }

  /// The address of the document before another one in a feed's history, nil for the oldest.
  public func archive(before page: OutputPlan) -> OutputPlan? {
    site.feedArchive(of: page)?.archive(before: Int(page.number)).map { number in
      OutputPlan(kind: page.kind, format: page.format, subject: page.subject, number: UInt32(number))
    }
  }

  /// The page for readers that shows what a feed has.
  public func page(ofFeed page: OutputPlan) -> OutputPlan { site.page(ofFeed: page) }

  /// The day on which an entry last became news: the newest day that features a paper.
  public func updateDay(of entry: FeedEntry) -> Day? {
    switch entry {
    case .paper(let paper): paper.newestDay
    case .day(let index): date(ofDay: index)
    }
  }

  /// The day on which an entry became news for the first time.
  public func firstDay(of entry: FeedEntry) -> Day? {
    switch entry {
    case .paper(let paper): paper.firstDay
    case .day(let index): date(ofDay: index)
    }
  }

  /// The day of the newest entry of a feed's document.
  public func updateDay(ofFeed page: OutputPlan) -> Day? {
    feedEntries(in: page).compactMap(updateDay(of:)).max()
  }
}
