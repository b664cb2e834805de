import ByteText
import Papers

/// The years that have papers: `/year/2026/`.
struct YearKind: PeriodKind {
  let name = "year"
  let kind = ObjectKind.year

  func periods(of site: SiteData) -> [SiteCalendar.Period] { site.calendar.years }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.years }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append("year/")
    site.calendar.years[index].start.writeYear(into: &out)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    site.calendar.years[index].start.writeYear(into: &out)
  }
}
