import ByteText
import Papers

/// The weeks that have papers: `/week/2026-W02/`.
struct WeekKind: PeriodKind {
  let name = "week"
  let kind = ObjectKind.week

  func periods(of site: SiteData) -> [SiteCalendar.Period] { site.calendar.weeks }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.weeks }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append("week/")
    site.calendar.weeks[index].start.week.write(into: &out)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    site.calendar.weeks[index].start.writeLongWeek(into: &out)
  }
}
