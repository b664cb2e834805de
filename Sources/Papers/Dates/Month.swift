public import ByteText

/// A month of a year.
public struct Month: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The number in the year, 1 to 12.
  public let number: Int

  /// The month that a day lies in.
  public init(containing day: Day) {
    let civil = day.civil
    (year, number) = (civil.year, civil.month)
  }

  /// The month with this number, or nil where there is none.
  public init?(year: Int, number: Int) {
    guard (1...9999).contains(year), (1...12).contains(number) else { return nil }
    (self.year, self.number) = (year, number)
  }

  /// The number of days.
  public var dayCount: Int { Day.count(inMonth: number, of: year) }
  /// The first day.
  public var first: Day { Day(year: year, month: number, day: 1) ?? Day(number: 0) }
  /// The last day.
  public var last: Day { first.advanced(by: dayCount - 1) }
  /// The month after this one.
  public var next: Month { Month(containing: last.advanced(by: 1)) }
  /// The month before this one.
  public var previous: Month { Month(containing: first.advanced(by: -1)) }

  /// Earlier months are less.
  public static func < (left: Month, right: Month) -> Bool { (left.year, left.number) < (right.year, right.number) }

  /// Appends the month as `2026-01`.
  public func write(into out: inout ByteBuffer) {
    out.append(decimal: year, width: 4)
    out.append(UInt8(ascii: "-"))
    out.append(twoDigits: number)
  }
}

extension Day {
  /// The month that the day lies in.
  public var month: Month { Month(containing: self) }
}
