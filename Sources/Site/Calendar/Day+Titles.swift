import ByteText
import Papers

extension Day {
  /// The first day of the year.
  var startOfYear: Day { Day(year: civil.year, month: 1, day: 1) ?? self }

  private static let monthNames: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Appends the day as "7 January 2026".
  func writeLong(into out: inout ByteBuffer) {
    out.append(decimal: civil.day)
    out.append(" ")
    writeLongMonth(into: &out)
  }

  /// Appends the month as "January 2026".
  func writeLongMonth(into out: inout ByteBuffer) {
    out.append(Self.monthNames[(civil.month - 1) % 12])
    out.append(" ")
    writeYear(into: &out)
  }

  /// Appends the week as "Week 2, 2026".
  func writeLongWeek(into out: inout ByteBuffer) {
    out.append("Week ")
    out.append(decimal: week.number)
    out.append(", ")
    out.append(decimal: week.year)
  }

  /// Appends the year as "2026".
  func writeYear(into out: inout ByteBuffer) { out.append(decimal: civil.year, width: 4) }
}
