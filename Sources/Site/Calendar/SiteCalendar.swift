import ByteText
import Papers

/// The days that have papers, and the weeks, months and years that have such days.
struct SiteCalendar: Sendable {
  /// A day with papers.
  struct Entry: Sendable {
    /// The day.
    var day: Day
    /// Rows of `papers`: by votes, then id.
    var papers: ListRef
    /// Indexes of `weeks`, `months` and `years`.
    var week: Int
    var month: Int
    var year: Int
  }

  /// A week, month or year with papers.
  struct Period: Sendable {
    /// Its first day, with papers or without.
    var start: Day
    /// Indexes of `days`.
    var days: Range<Int>
    /// Rows of `papers`: newest day first, each paper once.
    var papers: ListRef
  }

  /// Ascending.
  private(set) var days: [Entry] = []
  /// Ascending.
  private(set) var weeks: [Period] = []
  /// Ascending.
  private(set) var months: [Period] = []
  /// Ascending.
  private(set) var years: [Period] = []
  /// Indexes of the store's papers; the rows that the lists refer to.
  private(set) var papers: [UInt32] = []
  /// By paper, the index of the newest day that features it and its row in `papers` there; `none` without a day.
  private var newest: [(day: UInt32, row: UInt32)] = []

  private static let none = UInt32.max

  /// The calendar of a store's papers.
  init(of store: PaperStore) {
    addDays(of: store)
    weeks = periods(\.week.first, entry: \.week)
    months = periods(\.month.first, entry: \.month)
    years = periods(\.startOfYear, entry: \.year)
    fillPeriods(of: store)
  }

  /// The index of a day with papers, or nil. Logarithmic.
  func index(of day: Day) -> Int? {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low < days.count && days[low].day == day ? low : nil
  }

  /// The index of the newest day that features a paper, nil where none does.
  func newestDay(of paper: UInt32) -> Int? {
    let day = newest[Int(paper)].day
    return day == Self.none ? nil : Int(day)
  }

  /// The row of a paper in the list of the newest day that features it.
  func newestRow(of paper: UInt32) -> Int { Int(newest[Int(paper)].row) }

  private mutating func addDays(of store: PaperStore) {
    var rows: [(day: Day, paper: UInt32)] = []
    rows.reserveCapacity(store.days.count)
    for index in store.papers.indices {
      for row in store.papers[index].featured.range { rows.append((store.days[row], UInt32(index))) }
    }
    rows.sort { left, right in
      if left.day != right.day { return left.day < right.day }
      return store.ranksBefore(left.paper, right.paper)
    }
    papers = rows.map(\.paper)
    newest = Array(repeating: (Self.none, Self.none), count: store.papers.count)
    var start = 0
    while start < rows.count {
      var end = start
      while end < rows.count, rows[end].day == rows[start].day { end += 1 }
      let list = ListRef(start: start, count: end - start)
      for row in list.range { newest[Int(papers[row])] = (UInt32(days.count), UInt32(row)) }
      days.append(Entry(day: rows[start].day, papers: list, week: 0, month: 0, year: 0))
      start = end
    }
  }

  private mutating func periods(_ start: (Day) -> Day, entry: WritableKeyPath<Entry, Int>) -> [Period] {
    var periods: [Period] = []
    for index in days.indices {
      let first = start(days[index].day)
      if periods.last?.start != first {
        periods.append(Period(start: first, days: index..<index, papers: ListRef()))
      }
      periods[periods.count - 1].days = periods[periods.count - 1].days.lowerBound..<index + 1
      days[index][keyPath: entry] = periods.count - 1
    }
    return periods
  }

  private mutating func fillPeriods(of store: PaperStore) {
    for index in weeks.indices { weeks[index].papers = listing(of: weeks[index].days, in: store) }
    for index in months.indices { months[index].papers = listing(of: months[index].days, in: store) }
    for index in years.indices { years[index].papers = listing(of: years[index].days, in: store) }
  }

  private mutating func listing(of range: Range<Int>, in store: PaperStore) -> ListRef {
    guard let last = range.last.map({ days[$0].day }) else { return ListRef() }
    let start = papers.count
    for index in range.reversed() {
      for row in days[index].papers.range {
        let newest = Int(newest[Int(papers[row])].day)
        // Only what was featured again after the period needs a closer look.
        let isNewest =
          newest < range.upperBound ? newest == index : store.isNewest(days[index].day, of: papers[row], until: last)
        if isNewest { papers.append(papers[row]) }
      }
    }
    return ListRef(start: start, count: papers.count - start)
  }
}

extension PaperStore {
  /// Whether one paper comes before another within a day: by upvotes, then id (the store's order).
  func ranksBefore(_ left: UInt32, _ right: UInt32) -> Bool {
    let (leftVotes, rightVotes) = (
      papers[Int(left)].storedUpvotes.value ?? 0, papers[Int(right)].storedUpvotes.value ?? 0
    )
    return leftVotes != rightVotes ? leftVotes > rightVotes : left < right
  }

  /// The newest day that features a paper.
  func newestDay(of paper: UInt32) -> Day? {
    papers[Int(paper)].featured.range.last.map { days[$0] }
  }

  /// Whether a day is the newest, up to another one, that features a paper.
  fileprivate func isNewest(_ day: Day, of paper: UInt32, until last: Day) -> Bool {
    papers[Int(paper)].featured.range.last { days[$0] <= last }.map { days[$0] == day } ?? false
  }
}
