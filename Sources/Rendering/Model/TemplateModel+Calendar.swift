import ByteText
import Jinja
import Papers
import Site

extension TemplateModel {
  /// An attribute of a day.
  func day(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let date = view.date(ofDay: index)
    switch name {
    case .date, .name, .start: return self.date(date, &scratch)
    case .url: return url(of: OutputPlan(kind: .day, subject: UInt32(index)), &scratch)
    case .permalink: return permalink(of: OutputPlan(kind: .day, subject: UInt32(index)), &scratch)
    case .papers: return list(.day, owner: index)
    case .count: return Value(view.paperCount(ofDay: index))
    case .newer: return neighbour(of: index, by: 1, .day, .day)
    case .older: return neighbour(of: index, by: -1, .day, .day)
    case .week: return object(.week, view.periods(ofDay: index).week)
    case .month: return object(.month, view.periods(ofDay: index).month)
    case .year: return object(.year, view.periods(ofDay: index).year)
    case .number: return Value(date.civil.day)
    case .weekday: return Value(date.weekday)
    case .isLatest: return Value(view.isLatest(index))
    default: return .undefined
    }
  }

  /// An attribute of a week.
  func week(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let start = view.start(of: .week, index)
    switch name {
    case .name: return scratch.string { start.week.write(into: &$0) }
    case .number: return Value(start.week.number)
    case .yearNumber: return Value(start.week.year)
    case .end: return date(start.week.last, &scratch)
    default: return period(name, index, .week, .week, &scratch)
    }
  }

  /// An attribute of a month.
  func month(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let start = view.start(of: .month, index)
    switch name {
    case .name: return scratch.string { start.month.write(into: &$0) }
    case .number: return Value(start.civil.month)
    case .year: return view.year(ofMonth: index).map { object(.year, $0) } ?? .undefined
    case .end: return date(start.month.last, &scratch)
    case .weeks: return object(.calendarRows, index, detail: calendarRowCount(of: start))
    default: return period(name, index, .month, .month, &scratch)
    }
  }

  /// An attribute of a year.
  func year(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    let start = view.start(of: .year, index)
    switch name {
    case .name: return scratch.string { $0.append(decimal: start.civil.year, width: 4) }
    case .number: return Value(start.civil.year)
    case .months: return list(.monthList, view.months(ofYear: index))
    default: return period(name, index, .year, .year, &scratch)
    }
  }

  private func period(
    _ name: TemplateName, _ index: Int, _ kind: ObjectKind, _ type: ObjectType, _ scratch: inout Scratch
  ) -> Value {
    let page = OutputPlan(kind: kind, subject: UInt32(index))
    switch name {
    case .url: return view.isWritten(kind) ? url(of: page, &scratch) : .undefined
    case .permalink: return permalink(of: page, &scratch)
    case .start: return date(view.start(of: kind, index), &scratch)
    case .days: return list(.newestDays, view.days(of: kind, index))
    case .papers: return list(kind, owner: index)
    case .count: return Value(view.paperCount(of: kind, index))
    case .newer: return neighbour(of: index, by: 1, kind, type)
    case .older: return neighbour(of: index, by: -1, kind, type)
    default: return .undefined
    }
  }

  private func neighbour(of index: Int, by step: Int, _ kind: ObjectKind, _ type: ObjectType) -> Value {
    view.neighbour(of: index, by: step, kind).map { object(type, $0) } ?? .undefined
  }

  private func calendarRowCount(of month: Day) -> Int {
    let first = month.week.first
    return (Int(month.month.last.number - first.number) / 7) + 1
  }

  /// The weeks of a month's calendar, each a row of seven cells.
  func calendarRow(_ row: Int, month: Int) -> Value {
    object(.calendarRow, Int(view.start(of: .month, month).week.first.number) + row * 7, detail: month)
  }

  /// An attribute of a cell of a month's calendar: `index` is the day's number, `detail` the month.
  func calendarCell(_ name: TemplateName, day object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let (day, month) = (Day(number: Int32(truncatingIfNeeded: object.index)), Int(object.detail))
    let isInMonth = day.month.first == view.start(of: .month, month)
    switch name {
    case .date: return date(day, &scratch)
    case .number: return Value(day.civil.day)
    case .day:
      guard isInMonth, let index = view.calendarDay(day, inMonth: month) else { return .undefined }
      return self.object(.day, index)
    case .inMonth: return Value(isInMonth)
    default: return .undefined
    }
  }
}
