import ByteText
import Foundation
import Testing

@testable import Papers

@Test func everyDayFrom1900To2100AgreesWithFoundation() throws {
  var gregorian = Calendar(identifier: .gregorian)
  var iso = Calendar(identifier: .iso8601)
  let utc = try #require(TimeZone(identifier: "UTC"))
  (gregorian.timeZone, iso.timeZone) = (utc, utc)
  let first = try #require(Day(year: 1900, month: 1, day: 1))
  let last = try #require(Day(year: 2100, month: 12, day: 31))
  for number in first.number...last.number {
    let day = Day(number: number)
    let date = Date(timeIntervalSince1970: Double(number) * 86_400)
    let theirs = gregorian.dateComponents([.year, .month, .day, .weekday], from: date)
    let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
    let agrees =
      day.civil == CivilDate(year: theirs.year ?? 0, month: theirs.month ?? 0, day: theirs.day ?? 0)
      && day.weekday % 7 + 1 == theirs.weekday
      && day.week.year == week.yearForWeekOfYear && day.week.number == week.weekOfYear
      && Day(year: day.civil.year, month: day.civil.month, day: day.civil.day) == day
      && Week(year: day.week.year, number: day.week.number) == day.week
      && Day("\(day)") == day && day.month.first <= day && day <= day.month.last
    #expect(agrees, "\(day)")
  }
}

@Test func daysOfAllYearsHaveTheNumbersThatNameThem() throws {
  let first = try #require(Day(year: 1, month: 1, day: 1))
  let last = try #require(Day(year: 9999, month: 12, day: 31))
  let wrong = (first.number...last.number).first { number in
    let civil = Day(number: number).civil
    return Day(year: civil.year, month: civil.month, day: civil.day)?.number != number
  }
  #expect(wrong == nil)
}

@Test(arguments: [
  "2026-02-29", "2026-13-07", "2026-00-01", "2026-04-31", "1900-02-29", "0000-01-01", "2026-1-07", "26-01-07",
  "2026-01-07 ", "2026/01/07", "2026-01-07T00:00:00Z", "", "２０２６-01-07", "-026-01-07", "+026-01-07",
])
func textsThatAreNoDay(_ text: String) {
  #expect(Day(text) == nil)
}

@Test func daysAtTheEdges() throws {
  #expect(Day("1970-01-01")?.number == 0)
  #expect(Day("0001-01-01")?.number == -719_162)
  #expect(Day("9999-12-26")?.description == "9999-12-26")
  #expect(Day("9999-12-27") == nil)
  #expect(Day("0001-01-01")?.description == "0001-01-01")
  #expect(Day("2024-02-29") != nil)
  #expect(Week(year: 2025, number: 53) == nil)
  #expect(Week(year: 2026, number: 53)?.first == Day("2026-12-28"))
  #expect(Week(year: 2026, number: 0) == nil)
}

@Test func weeksAndMonthsKnowTheirNeighbours() throws {
  let day = try #require(Day("2026-01-07"))
  #expect(written { day.week.write(into: &$0) } == "2026-W02")
  #expect(written { day.week.previous.write(into: &$0) } == "2026-W01")
  #expect(day.week.first == Day("2026-01-05"))
  #expect(day.week.last == Day("2026-01-11"))
  #expect(written { day.month.write(into: &$0) } == "2026-01")
  #expect(written { day.month.previous.write(into: &$0) } == "2025-12")
  #expect(day.month.next.dayCount == 28)
}

@Test(arguments: [
  ("2026-01-07", "2026-01-07T00:00:00Z"), ("2026-01-07T12:34:56Z", "2026-01-07T12:34:56Z"),
  ("2026-01-07T12:34:56.789Z", "2026-01-07T12:34:56Z"), ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
  ("2025-12-31 23:30:00-01:00", "2026-01-01T00:30:00Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
])
func momentsAsRFC3339(_ text: String, _ expected: String) throws {
  let moment = try #require(Moment(text))
  #expect(written { moment.writeRFC3339(into: &$0) } == expected)
}

@Test(arguments: [
  "2026-01-07T24:00:00Z", "2026-01-07T12:60:00Z", "2026-01-07T12:34:56", "2026-01-07T12:34Z", "2026-01-07T12:34:56.Z",
  "2026-01-07T12:34:56+1:00", "2026-01-07T12:34:56+24:00", "2026-02-30T12:34:56Z", "2026-01-07T12:34:56Zx",
  "2026-01-07x",
])
func textsThatAreNoMoment(_ text: String) {
  #expect(Moment(text) == nil)
}

@Test func momentsAsRFC822() throws {
  let moment = try #require(Moment("2026-01-07T05:06:07Z"))
  #expect(written { moment.writeRFC822(into: &$0) } == "Wed, 07 Jan 2026 05:06:07 +0000")
}

/// What a closure writes into a buffer.
func written(_ write: (inout ByteBuffer) -> Void) -> String {
  var out = ByteBuffer()
  write(&out)
  return String(bytes: out.span)
}
