import ByteText
import Papers

/// The months that have papers: `/month/2026-01/`.
struct MonthKind: PeriodKind {
  let name = "month"
  let kind = ObjectKind.month

  func periods(of site: SiteData) -> [SiteCalendar.Period] { site.calendar.months }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.months }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append("month/")
    site.calendar.months[index].start.month.write(into: &out)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    site.calendar.months[index].start.writeLongMonth(into: &out)
  }
}
