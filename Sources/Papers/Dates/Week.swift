public import ByteText

/// A week of ISO 8601: it begins on Monday and belongs to the year that its Thursday lies in.
public struct Week: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The first day, a Monday.
  public let first: Day

  /// The week that a day lies in.
  public init(containing day: Day) {
    first = day.advanced(by: 1 - day.weekday)
  }

  /// The week with this number, or nil where the year has no such week.
  public init?(year: Int, number: Int) {
    guard number >= 1, let fourthOfJanuary = Day(year: year, month: 1, day: 4) else { return nil }
    self.init(containing: fourthOfJanuary.advanced(by: (number - 1) * 7))
    guard self.year == year, self.number == number else { return nil }
  }

  /// The last day, a Sunday.
  public var last: Day { first.advanced(by: 6) }
  /// The year that the week belongs to.
  public var year: Int { first.advanced(by: 3).civil.year }
  /// The number in its year, from 1.
  public var number: Int {
    let thursday = first.advanced(by: 3)
    guard let newYear = Day(year: thursday.civil.year, month: 1, day: 1) else { return 1 }
    return Int(thursday.number - newYear.number) / 7 + 1
  }
  /// The week after this one.
  public var next: Week { Week(containing: first.advanced(by: 7)) }
  /// The week before this one.
  public var previous: Week { Week(containing: first.advanced(by: -7)) }

  /// Earlier weeks are less.
  public static func < (left: Week, right: Week) -> Bool { left.first < right.first }

  /// Appends the week as `2026-W02`.
  public func write(into out: inout ByteBuffer) {
    out.append(decimal: year, width: 4)
    out.append("-W")
    out.append(twoDigits: number)
  }
}

extension Day {
  /// The week that the day lies in.
  public var week: Week { Week(containing: self) }
}
