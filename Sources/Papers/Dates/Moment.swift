public import ByteText

/// A day and, where it is known, the time in UTC.
public struct Moment: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The day, in UTC.
  public var day: Day
  /// Milliseconds since midnight, or nil where only the day is known.
  public var milliseconds: Int32?

  /// A moment.
  public init(day: Day, milliseconds: Int32? = nil) {
    self.day = day
    self.milliseconds = milliseconds
  }

  /// Earlier moments are less; a day without a time is its midnight.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.milliseconds ?? 0) < (right.day, right.milliseconds ?? 0)
  }
}

// MARK: - Reading

extension Moment {
  private static let millisecondsPerDay = 86_400_000

  /// The moment that a text names: `YYYY-MM-DD`, or a date and time of RFC 3339, which is turned to UTC.
  ///
  /// Nil where the text is something else or names no day or time that exists, or none in the years that `Day` reads.
  /// Fractions of a second are cut to milliseconds; the leap second 60 counts as 59.
  public init?(_ text: Span<UInt8>) {
    guard text.count >= 10, let day = Day(text.extracting(0..<10)) else { return nil }
    guard text.count > 10 else {
      self.init(day: day)
      return
    }
    guard text.count >= 20, Self.isSeparator(text[10]), let time = Self.time(in: text) else { return nil }
    guard let fraction = Self.fraction(in: text, from: 19) else { return nil }
    guard let offset = Self.offset(in: text, from: fraction.end) else { return nil }
    let total = time + fraction.milliseconds - offset
    let days = total < 0 ? -1 : total / Self.millisecondsPerDay
    let moved = day.advanced(by: days)
    guard Day.all.contains(moved) else { return nil }
    self.init(day: moved, milliseconds: Int32(total - days * Self.millisecondsPerDay))
  }

  /// The moment that a text names.
  public init?(_ text: String) { self.init(text.utf8.span) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "t") || byte == UInt8(ascii: " ")
  }

  private static func time(in text: Span<UInt8>) -> Int? {
    guard text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":") else { return nil }
    guard let hour = text.decimal(11..<13), let minute = text.decimal(14..<16), let second = text.decimal(17..<19),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return ((hour * 60 + minute) * 60 + min(second, 59)) * 1000
  }

  private static func fraction(in text: Span<UInt8>, from start: Int) -> (milliseconds: Int, end: Int)? {
    guard text[start] == UInt8(ascii: ".") else { return (0, start) }
    var end = start + 1
    var (milliseconds, weight) = (0, 100)
    while end < text.count, let digit = text.decimal(end..<end + 1) {
      milliseconds += digit * weight
      weight /= 10
      end += 1
    }
    return end > start + 1 ? (milliseconds, end) : nil
  }

  /// The offset from UTC in milliseconds; nothing may follow it.
  private static func offset(in text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return nil }
    if text.count == start + 1 { return text[start] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    guard text.count == start + 6, text[start + 3] == UInt8(ascii: ":") else { return nil }
    guard let hours = text.decimal(start + 1..<start + 3), let minutes = text.decimal(start + 4..<start + 6),
      hours < 24, minutes < 60
    else { return nil }
    let milliseconds = (hours * 60 + minutes) * 60_000
    switch text[start] {
    case UInt8(ascii: "+"): return milliseconds
    case UInt8(ascii: "-"): return -milliseconds
    default: return nil
    }
  }
}

// MARK: - Writing

extension Moment {
  /// Appends the moment as RFC 3339, as feeds and sitemaps need it: `2026-01-07T00:00:00Z`.
  public func writeRFC3339(into out: inout ByteBuffer) {
    day.write(into: &out)
    out.append(UInt8(ascii: "T"))
    writeTime(into: &out)
    out.append(UInt8(ascii: "Z"))
  }

  /// Appends the moment as RFC 822 with a year of four digits, as RSS needs it: `Wed, 07 Jan 2026 00:00:00 +0000`.
  public func writeRFC822(into out: inout ByteBuffer) {
    let weekdays: [StaticString] = ["Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, "]
    let months: [StaticString] = [
      " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec ",
    ]
    let civil = day.civil
    out.append(weekdays[day.weekday - 1])
    out.append(twoDigits: civil.day)
    out.append(months[civil.month - 1])
    out.append(decimal: civil.year, width: 4)
    out.append(UInt8(ascii: " "))
    writeTime(into: &out)
    out.append(" +0000")
  }

  private func writeTime(into out: inout ByteBuffer) {
    let seconds = Int(milliseconds ?? 0) / 1000
    out.append(twoDigits: seconds / 3600)
    out.append(UInt8(ascii: ":"))
    out.append(twoDigits: seconds / 60 % 60)
    out.append(UInt8(ascii: ":"))
    out.append(twoDigits: seconds % 60)
  }
}
