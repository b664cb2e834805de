public import Papers

// MARK: - Days

extension SiteView {
  func note(_ kind: ObjectKind, _ index: Int, _ aspects: CollectionAspects) {
    log.note(kind, index, aspects: aspects.rawValue)
  }

  /// The date of a day of the calendar, which is what it is called in every build.
  public func date(ofDay index: Int) -> Day { site.calendar.days[index].day }

  /// The number of papers of a day.
  public func paperCount(ofDay index: Int) -> Int {
    note(.day, index, .size)
    return Int(site.calendar.days[index].papers.count)
  }

  /// The day, week, month or year before (-1) or after (1) another one, nil where there is none.
  public func neighbour(of index: Int, by step: Int, _ kind: ObjectKind) -> Int? {
    note(kind, index, .neighbours)
    let all = 0..<site.kinds[kind].count(in: site)
    return all.contains(index + step) ? index + step : nil
  }

  /// The week, month and year that a day is in.
  public func periods(ofDay index: Int) -> (week: Int, month: Int, year: Int) {
    let entry = site.calendar.days[index]
    return (entry.week, entry.month, entry.year)
  }

  /// Whether a day is the latest.
  public func isLatest(_ day: Int) -> Bool { latestDay == day }
}

// MARK: - Weeks, months and years

extension SiteView {
  private func period(_ kind: ObjectKind, _ index: Int) -> SiteCalendar.Period {
    switch kind {
    case .week: site.calendar.weeks[index]
    case .month: site.calendar.months[index]
    default: site.calendar.years[index]
    }
  }

  /// The first day of a period, which is what it is called in every build.
  public func start(of kind: ObjectKind, _ index: Int) -> Day { period(kind, index).start }

  /// The number of papers of a period.
  public func paperCount(of kind: ObjectKind, _ index: Int) -> Int {
    note(kind, index, .size)
    return Int(period(kind, index).papers.count)
  }

  /// The days of a period that have papers, oldest first.
  public func days(of kind: ObjectKind, _ index: Int) -> Range<Int> {
    note(kind, index, .days)
    return period(kind, index).days
  }

  /// The year of a month, as a position in the calendar.
  public func year(ofMonth index: Int) -> Int? {
    site.calendar.months[index].days.first.map { site.calendar.days[$0].year }
  }

  /// The months of a year that have papers, oldest first.
  public func months(ofYear index: Int) -> Range<Int> {
    let days = days(of: .year, index)
    guard let first = days.first, let last = days.last else { return 0..<0 }
    return site.calendar.days[first].month..<site.calendar.days[last].month + 1
  }

  /// The position of a day of a month in the calendar, nil where the day has no papers.
  public func calendarDay(_ day: Day, inMonth month: Int) -> Int? {
    note(.month, month, .days)
    return site.calendar.index(of: day)
  }
}
