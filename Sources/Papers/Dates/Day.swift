package import ByteText

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct Day: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  /// The day with this number.
  package init(number: Int32) { self.number = number }

  /// Earlier days are less.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that comes `count` days later; earlier for a negative count.
  package func advanced(by count: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: count)) }
}

// MARK: - Year, month and day

/// A day by the numbers that people use for it.
package struct CivilDate: BitwiseCopyable, Hashable, Sendable {
  /// The year, 1 to 9999.
  package var year: Int
  /// The month, 1 to 12.
  package var month: Int
  /// The day of the month, from 1.
  package var day: Int
}

extension Day {
  /// The day with these numbers, or nil where there is none: years go from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Day.count(inMonth: month, of: year) else { return nil }
    // A year that begins in March has its leap day at the end.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    self.init(number: Int32(365 * shifted + leapDays + dayOfYear - 719_468))
  }

  /// Year, month and day of the month.
  package var civil: CivilDate {
    let fromMarchOfYearZero = Int(number) + 719_468
    let era = floorDivide(fromMarchOfYearZero, by: 146_097)
    let dayOfEra = fromMarchOfYearZero - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CivilDate(year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// The day of the week after ISO 8601: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let fromMonday = Int(number) + 3
    return fromMonday - floorDivide(fromMonday, by: 7) * 7 + 1
  }

  static func count(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

private func floorDivide(_ number: Int, by divisor: Int) -> Int {
  number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
}

// MARK: - Text

extension Day {
  /// The day that exactly `YYYY-MM-DD` names, or nil where the text is something else or there is no such day.
  package init?(_ text: Span<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    guard let year = text.decimal(0..<4), let month = text.decimal(5..<7), let day = text.decimal(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that exactly `YYYY-MM-DD` names, or nil where the text is something else or there is no such day.
  package init?(_ text: String) { self.init(text.utf8.span) }

  /// Appends `YYYY-MM-DD`.
  package func write(into out: inout ByteBuffer) {
    let civil = civil
    out.append(decimal: civil.year, width: 4)
    out.append(UInt8(ascii: "-"))
    out.append(decimal: civil.month, width: 2)
    out.append(UInt8(ascii: "-"))
    out.append(decimal: civil.day, width: 2)
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    var out = ByteBuffer(capacity: 16)
    write(into: &out)
    return String(bytes: out.span)
  }
}

extension Span<UInt8> {
  /// The value of some decimal digits, at most nine, or nil where another byte stands among them.
  func decimal(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9, range.upperBound <= count else { return nil }
    var value = 0
    for index in range {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
