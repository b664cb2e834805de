import ByteText

/// A date, and where it is known a time, as records have them: `2026-01-07` or `2026-01-07T10:20:30Z`.
struct DateTime {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  /// The offset from UTC in minutes.
  var offset = 0

  /// Reads a date of RFC 3339; nil where it is none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 10, bytes[4] == 45, bytes[7] == 45, let year = Self.number(bytes, 0, 4),
      let month = Self.number(bytes, 5, 2), let day = Self.number(bytes, 8, 2), year > 0, (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if bytes.count > 10, !readTime(bytes) { return nil }
  }

  private mutating func readTime(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "), bytes.count >= 16, bytes[13] == 58,
      let hour = Self.number(bytes, 11, 2), let minute = Self.number(bytes, 14, 2), hour < 24, minute < 60
    else { return false }
    (self.hour, self.minute) = (hour, minute)
    var index = 16
    if index < bytes.count, bytes[index] == 58 {
      guard let second = Self.number(bytes, 17, 2), second <= 60 else { return false }
      self.second = second
      index = 19
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        index += 1
        while index < bytes.count, bytes[index] >= 48, bytes[index] <= 57 { index += 1 }
      }
    }
    return readOffset(bytes, index)
  }

  private mutating func readOffset(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    if index == bytes.count || (index + 1 == bytes.count && bytes[index] | 0x20 == UInt8(ascii: "z")) { return true }
    guard bytes.count == index + 6, bytes[index] == 43 || bytes[index] == 45,
      let hours = Self.number(bytes, index + 1, 2), let minutes = Self.number(bytes, index + 4, 2)
    else { return false }
    offset = (hours * 60 + minutes) * (bytes[index] == 45 ? -1 : 1)
    return true
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for index in start..<start + count {
      guard bytes[index] >= 48, bytes[index] <= 57 else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    return value
  }

  // MARK: Calendar

  static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day of the year, from 1.
  var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.days(inMonth: $1, of: year) }
  }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear - 1 - 719_162
  }

  /// The day of the week, Monday being 0.
  var weekday: Int { (dayNumber + 719_162) % 7 }

  /// The year and number of the ISO week.
  var isoWeek: (year: Int, week: Int) {
    let week = (dayOfYear - 1 - weekday + 10) / 7
    if week < 1 { return (year - 1, Self.weeks(in: year - 1)) }
    return week > Self.weeks(in: year) ? (year + 1, 1) : (year, week)
  }

  private static func weeks(in year: Int) -> Int {
    let before = year - 1
    let first = (before * 365 + before / 4 - before / 100 + before / 400) % 7
    return first == 3 || (first == 2 && isLeap(year)) ? 53 : 52
  }

  static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays: [StaticString] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

extension Scratch {
  private func dateTime(_ value: Value, _ filter: String) throws(TemplateFailure) -> DateTime {
    let source = try requireText(value, filter)
    guard let date = DateTime(raw(source)) else {
      throw TemplateFailure("'\(text(of: source) ?? "")' is no date", help: "dates are written as 2026-01-07")
    }
    return date
  }

  mutating func rfc3339(_ value: Value) throws(TemplateFailure) -> Value {
    let date = try dateTime(value, "rfc3339")
    return string { out in
      DateFormat.append("%Y-%m-%dT%H:%M:%S", date, to: &out)
      if date.offset == 0 { return out.append("Z") }
      DateFormat.appendOffset(date, colon: true, to: &out)
    }
  }

  mutating func rfc822(_ value: Value) throws(TemplateFailure) -> Value {
    let date = try dateTime(value, "rfc822")
    return string { out in
      DateFormat.append("%a, %d %b %Y %H:%M:%S ", date, to: &out)
      DateFormat.appendOffset(date, colon: false, to: &out)
    }
  }

  mutating func date(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let date = try dateTime(value, "date")
    if arguments[0].isMissing { return string { DateFormat.append("%-d %B %Y", date, to: &$0) } }
    return try transform(try requireText(arguments[0], "date"), safe: false) { format, out in
      DateFormat.append(format, date, to: &out)
    }
  }
}

/// The formats of C's `strftime`, with English names.
enum DateFormat {
  static func append(_ format: StaticString, _ date: DateTime, to out: inout ByteBuffer) {
    append(UnsafeRawBufferPointer(start: format.utf8Start, count: format.utf8CodeUnitCount), date, to: &out)
  }

  static func append(_ bytes: UnsafeRawBufferPointer, _ date: DateTime, to out: inout ByteBuffer) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%"), index + 1 < bytes.count else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let isPlain = bytes[index + 1] == UInt8(ascii: "-") && index + 2 < bytes.count
      index += isPlain ? 2 : 1
      append(bytes[index], date, padded: !isPlain, to: &out)
      index += 1
    }
  }

  private static func append(_ letter: UInt8, _ date: DateTime, padded: Bool, to out: inout ByteBuffer) {
    switch letter {
    case UInt8(ascii: "A"): out.append(DateTime.weekdays[date.weekday])
    case UInt8(ascii: "a"): append(beginningOf: DateTime.weekdays[date.weekday], to: &out)
    case UInt8(ascii: "B"): out.append(DateTime.months[date.month - 1])
    case UInt8(ascii: "b"), UInt8(ascii: "h"): append(beginningOf: DateTime.months[date.month - 1], to: &out)
    case UInt8(ascii: "F"): append("%Y-%m-%d", date, to: &out)
    case UInt8(ascii: "T"): append("%H:%M:%S", date, to: &out)
    case UInt8(ascii: "R"): append("%H:%M", date, to: &out)
    case UInt8(ascii: "p"): out.append(date.hour < 12 ? "AM" : "PM")
    case UInt8(ascii: "z"): appendOffset(date, colon: false, to: &out)
    case UInt8(ascii: "Z"): out.append("UTC")
    case UInt8(ascii: "s"):
      out.append(decimal: ((date.dayNumber * 24 + date.hour) * 60 + date.minute - date.offset) * 60 + date.second)
    case UInt8(ascii: "%"): out.append(letter)
    case UInt8(ascii: "n"): out.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): out.append(UInt8(ascii: "\t"))
    default:
      guard let (number, width) = number(letter, date) else {
        out.append(UInt8(ascii: "%"))
        return out.append(letter)
      }
      if letter == UInt8(ascii: "e"), number < 10, padded { out.append(UInt8(ascii: " ")) }
      out.append(decimal: number, width: padded && letter != UInt8(ascii: "e") ? width : 1)
    }
  }

  private static func append(beginningOf name: StaticString, to out: inout ByteBuffer) {
    out.append(UnsafeRawBufferPointer(start: name.utf8Start, count: 3))
  }

  private static func number(_ letter: UInt8, _ date: DateTime) -> (Int, width: Int)? {
    switch letter {
    case UInt8(ascii: "Y"): (date.year, 4)
    case UInt8(ascii: "y"): (date.year % 100, 2)
    case UInt8(ascii: "C"): (date.year / 100, 2)
    case UInt8(ascii: "m"): (date.month, 2)
    case UInt8(ascii: "d"), UInt8(ascii: "e"): (date.day, 2)
    case UInt8(ascii: "j"): (date.dayOfYear, 3)
    case UInt8(ascii: "H"): (date.hour, 2)
    case UInt8(ascii: "I"): ((date.hour + 11) % 12 + 1, 2)
    case UInt8(ascii: "M"): (date.minute, 2)
    case UInt8(ascii: "S"): (date.second, 2)
    case UInt8(ascii: "u"): (date.weekday + 1, 1)
    case UInt8(ascii: "w"): ((date.weekday + 1) % 7, 1)
    case UInt8(ascii: "G"): (date.isoWeek.year, 4)
    case UInt8(ascii: "V"): (date.isoWeek.week, 2)
    default: nil
    }
  }

  static func appendOffset(_ date: DateTime, colon: Bool, to out: inout ByteBuffer) {
    out.append(date.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    out.append(decimal: abs(date.offset) / 60, width: 2)
    if colon { out.append(UInt8(ascii: ":")) }
    out.append(decimal: abs(date.offset) % 60, width: 2)
  }
}
