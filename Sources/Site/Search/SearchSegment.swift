import ByteText
import Papers

/// The papers of some neighbouring days, which have an index of their own: who edits one of them changes no other
/// segment.
struct SearchSegment: Sendable {
  /// The period that the days are of, which names the folder: `2024`, `2024-h1`, `2024-q3`, `2024-05`…
  let name: String
  /// The papers by their newest featured day, oldest first, and by id within a day: a new day's papers come last, so the
  /// numbers of the others stay.
  let papers: [UInt32]
  /// The hash of what the files of the segment follow from.
  let state: Fingerprint

  /// Changes whenever the files mean something else.
  private static let version: UInt64 = 1

  /// A segment of some papers of a store. Linear in their number.
  init(name: String, papers: [UInt32], of store: PaperStore, _ titles: TermTitles) {
    self.name = name
    self.papers = papers
    var state = Fingerprint()
    state.combine(Self.version)
    for paper in papers {
      state.combine(store.segments.bytes(of: store.papers[Int(paper)].id))
      state.combine(store.papers[Int(paper)].fingerprints.hash(of: .searched))
      titles.forEach(of: Int(paper)) { title, _ in state.combine(title) }
    }
    self.state = state
  }
}

/// Divides the papers of a site into segments: the longest periods that have no more papers than a segment may have.
struct SearchSegments {
  /// Every site may have so many papers in a segment.
  private static let leastLimit = 4096
  /// Of a large site a segment has about this part at most, so that a query asks for few files.
  private static let leastCount = 8

  /// The segments, oldest first.
  private(set) var segments: [SearchSegment] = []
  private let store: PaperStore
  private let titles: TermTitles
  private let limit: Int

  /// The segments of a store's papers.
  ///
  /// - Parameter limit: the most papers of a segment that is longer than a day; nil for what suits the site.
  init(of store: PaperStore, _ calendar: SiteCalendar, _ titles: TermTitles, limit: Int? = nil) {
    let papers = calendar.days.map { entry in
      calendar.papers[entry.papers.range].filter { store.newestDay(of: $0) == entry.day }.sorted()
    }
    self.store = store
    self.titles = titles
    self.limit = limit ?? Self.limit(papers: store.papers.count)
    divide(calendar.days.map(\.day)[...], papers[...], SearchPeriod.allCases[...])
  }

  /// A power of two, so that new papers move the borders seldom.
  private static func limit(papers: Int) -> Int {
    var limit = leastLimit
    while limit * leastCount < papers { limit *= 2 }
    return limit
  }

  private mutating func divide(
    _ days: ArraySlice<Day>, _ papers: ArraySlice<[UInt32]>, _ periods: ArraySlice<SearchPeriod>
  ) {
    guard let first = days.first, let period = periods.first else { return }
    let count = papers.reduce(0) { $0 + $1.count }
    guard count > limit, periods.count > 1 else {
      guard count > 0 else { return }
      return segments.append(
        SearchSegment(name: period.name(of: first), papers: Array(papers.joined()), of: store, titles))
    }
    let shorter = periods.dropFirst()
    var start = days.startIndex
    while start < days.endIndex, let period = shorter.first {
      let name = period.name(of: days[start])
      let end = days[start...].firstIndex { period.name(of: $0) != name } ?? days.endIndex
      divide(days[start..<end], papers[start..<end], shorter)
      start = end
    }
  }
}

/// The periods that segments are of, longest first.
private enum SearchPeriod: CaseIterable {
  case all, decade, fiveYears, year, half, quarter, month, day

  /// What the period of a day is called.
  func name(of day: Day) -> String {
    let (year, month) = (day.civil.year, day.civil.month)
    return switch self {
    case .all: "all"
    case .decade: "\(year / 10 * 10)-\(year / 10 * 10 + 9)"
    case .fiveYears: "\(year / 5 * 5)-\(year / 5 * 5 + 4)"
    case .year: "\(year)"
    case .half: "\(year)-h\((month + 5) / 6)"
    case .quarter: "\(year)-q\((month + 2) / 3)"
    case .month: String(day.description.prefix(7))
    case .day: day.description
    }
  }
}
