import ByteText
import Papers

/// The days that have papers: `/date/2026-01-07/`.
struct DayKind: KindDefinition {
  let name = "day"

  func count(in site: SiteData) -> Int { site.calendar.days.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 { values.site.calendar.days[index].day.identity }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    values.site.calendar.index(of: Day(identity: identity))
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let (days, aspects) = (values.site.calendar.days, CollectionAspects(rawValue: aspects))
    var hash = Fingerprint()
    if aspects.contains(.size) { hash.combine(UInt64(days[index].papers.count)) }
    if aspects.contains(.neighbours) {
      hash.combine(index > 0 ? days[index - 1].day : nil)
      hash.combine(index + 1 < days.count ? days[index + 1].day : nil)
    }
    return hash.value
  }

  func label(of index: Int, in site: SiteData) -> String { site.calendar.days[index].day.description }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> {
    site.calendar.papers[site.calendar.days[index].papers.range]
  }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append("date/")
    site.calendar.days[index].day.write(into: &out)
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    site.calendar.days[index].day.writeLong(into: &out)
  }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.day, owner: index) }

  func pageSize(_ configuration: SiteConfiguration) -> Int? { nil }

  func hasCitations(_ citations: Outputs.Citations) -> Bool { citations.listings }
}

extension Day {
  /// What the day is called in every build.
  var identity: UInt64 { UInt64(bitPattern: Int64(number)) }

  /// The day with an identity.
  init(identity: UInt64) { self.init(number: Int32(truncatingIfNeeded: identity)) }
}

extension Fingerprint {
  /// Adds a day, or that there is none.
  mutating func combine(_ day: Day?) { combine(day?.identity ?? Day.numberOfNone) }
}
