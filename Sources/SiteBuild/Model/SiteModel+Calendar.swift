import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of a day.
  func day(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let entry = site.calendar.days[index]
    if let facet = name.periodFacet { log.note(.day, index, facet) }
    switch name {
    case .date, .name, .start: return date(entry.day, &scratch)
    case .url: return url(of: PagePlan(kind: .day, subject: UInt32(index)), &scratch)
    case .permalink: return permalink(of: PagePlan(kind: .day, subject: UInt32(index)), &scratch)
    case .papers: return list(site.list(.dayPapers, owner: index))
    case .count: return Value(Int(entry.papers.count))
    case .newer: return index + 1 < site.calendar.days.count ? object(.day, index + 1) : .undefined
    case .older: return index > 0 ? object(.day, index - 1) : .undefined
    case .week: return object(.week, entry.week)
    case .month: return object(.month, entry.month)
    case .year: return object(.year, entry.year)
    case .number: return Value(entry.day.civil.day)
    case .weekday: return Value(entry.day.weekday)
    case .isLatest:
      log.note(.site, 0, .latestDay)
      return Value(index == site.calendar.days.count - 1)
    default: return .undefined
    }
  }

  /// An attribute of a week.
  func week(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let period = site.calendar.weeks[index]
    switch name {
    case .name: return scratch.string { period.start.week.write(into: &$0) }
    case .number: return Value(period.start.week.number)
    case .yearNumber: return Value(period.start.week.year)
    case .end: return date(Day(number: period.start.number + 6), &scratch)
    default: return self.period(name, period, .week, index, count: site.calendar.weeks.count, &scratch)
    }
  }

  /// An attribute of a month.
  func month(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let period = site.calendar.months[index]
    switch name {
    case .name: return scratch.string { period.start.month.write(into: &$0) }
    case .number: return Value(period.start.civil.month)
    case .year: return period.days.first.map { object(.year, site.calendar.days[$0].year) } ?? .undefined
    case .end: return date(period.start.month.last, &scratch)
    case .weeks:
      log.note(.month, index, .days)
      return object(.calendarRows, index, detail: calendarRowCount(of: period.start))
    default: return self.period(name, period, .month, index, count: site.calendar.months.count, &scratch)
    }
  }

  /// An attribute of a year.
  func year(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let period = site.calendar.years[index]
    switch name {
    case .name: return scratch.string { period.start.writeYear(into: &$0) }
    case .number: return Value(period.start.civil.year)
    case .months:
      log.note(.year, index, .days)
      return list(.monthList, months(of: period))
    default: return self.period(name, period, .year, index, count: site.calendar.years.count, &scratch)
    }
  }

  private func period(
    _ name: TemplateName, _ period: SiteCalendar.Period, _ kind: PageKind, _ index: Int, count: Int,
    _ scratch: inout Scratch
  ) -> Value {
    let type: ObjectType = kind == .week ? .week : kind == .month ? .month : .year
    if let facet = name.periodFacet { note(PagePlan(kind: kind, subject: UInt32(index)), facet) }
    switch name {
    case .url:
      return site.isWritten(kind) ? url(of: PagePlan(kind: kind, subject: UInt32(index)), &scratch) : .undefined
    case .permalink: return permalink(of: PagePlan(kind: kind, subject: UInt32(index)), &scratch)
    case .start: return date(period.start, &scratch)
    case .days: return list(.newestDays, period.days)
    case .papers: return list(papers(of: kind, index))
    case .count: return Value(Int(period.papers.count))
    case .newer: return index + 1 < count ? object(type, index + 1) : .undefined
    case .older: return index > 0 ? object(type, index - 1) : .undefined
    default: return .undefined
    }
  }

  private func papers(of kind: PageKind, _ index: Int) -> OwnedList {
    switch kind {
    case .week: site.list(.weekPapers, owner: index)
    case .month: site.list(.monthPapers, owner: index)
    default: site.list(.yearPapers, owner: index)
    }
  }

  private func months(of year: SiteCalendar.Period) -> Range<Int> {
    guard let first = year.days.first, let last = year.days.last else { return 0..<0 }
    return site.calendar.days[first].month..<site.calendar.days[last].month + 1
  }

  private func calendarRowCount(of month: Day) -> Int {
    let first = month.week.first
    return (Int(month.month.last.number - first.number) / 7) + 1
  }

  /// An attribute of a cell of a month's calendar: `index` is the day's number, `detail` the month.
  func calendarCell(_ name: TemplateName, day object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let day = Day(number: Int32(truncatingIfNeeded: object.index))
    let isInMonth = day.month.first == site.calendar.months[Int(object.detail)].start
    switch name {
    case .date: return date(day, &scratch)
    case .number: return Value(day.civil.day)
    case .day:
      guard isInMonth, let index = site.calendar.index(of: day) else { return .undefined }
      return self.object(.day, index)
    case .inMonth: return Value(isInMonth)
    default: return .undefined
    }
  }
}

extension TemplateName {
  /// The aspect of a day, week, month or year that an attribute reads; nil for what its dates say, and for lists.
  fileprivate var periodFacet: Facets? {
    switch self {
    case .count: .size
    case .newer, .older: .neighbours
    case .days: .days
    default: nil
    }
  }
}
