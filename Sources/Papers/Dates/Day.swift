public import ByteText

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
public struct Day: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var number: Int32

  /// What stands for the number where there is no day: it is none that a day may have. (-1 is one: 1969-12-31.)
  public static let numberOfNone: UInt64 = 1 << 40

  /// The day with this number.
  public init(number: Int32) { self.number = number }

  /// Earlier days are less.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that comes `count` days later; earlier for a negative count.
  public func advanced(by count: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: count)) }
}

// MARK: - Year, month and day

/// A day by the numbers that people use for it.
public struct CivilDate: BitwiseCopyable, Hashable, Sendable {
  /// The year, 1 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
}

extension Day {
  /// The day with these numbers, or nil where there is none: years go from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
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
  ///
  /// Euclidean affine functions (Neri and Schneider, 2022) stand for most of the divisions.
  public var civil: CivilDate {
    // A year that begins in March has its leap day at the end.
    let quarterDays = 4 * UInt64(max(Int(number) + 719_468, 0)) + 3
    let century = quarterDays / 146_097
    let scaled = 2_939_745 * (quarterDays % 146_097 | 3)
    let dayOfYear = (scaled & 0xFFFF_FFFF) / 2_939_745 / 4
    let month = 2141 * dayOfYear + 197_913
    let isInNextYear = dayOfYear >= 306
    return CivilDate(
      year: Int(100 * century + scaled >> 32) + (isInNextYear ? 1 : 0),
      month: Int(month >> 16) - (isInNextYear ? 12 : 0),
      day: Int((month & 0xFFFF) / 2141) + 1)
  }

  /// The day of the week after ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
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
  /// From the first day of the year 1 to the last day whose week ends in a year of four digits: no paper is of another.
  static let all = Day(number: -719_162)...Day(number: 2_932_891)

  /// The day that exactly `YYYY-MM-DD` names, or nil where the text is something else, there is no such day, or its week
  /// ends in a year of five digits, which nothing could write.
  public init?(_ text: Span<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    guard let year = text.decimal(0..<4), let month = text.decimal(5..<7), let day = text.decimal(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
    guard Self.all.contains(self) else { return nil }
  }

  /// The day that exactly `YYYY-MM-DD` names, or nil as above.
  public init?(_ text: String) { self.init(text.utf8.span) }

  /// Appends `YYYY-MM-DD`, or with another sign between the numbers.
  public func write(into out: inout ByteBuffer, separator: UInt8 = UInt8(ascii: "-")) {
    let civil = civil
    out.append(capacity: 10) { text in
      text.store(twoDigits: civil.year / 100, at: 0)
      text.store(twoDigits: civil.year % 100, at: 2)
      text[4] = separator
      text.store(twoDigits: civil.month, at: 5)
      text[7] = separator
      text.store(twoDigits: civil.day, at: 8)
      return 10
    }
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
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
