import ByteText
import Papers

/// What weeks, months and years have in common.
protocol PeriodKind: KindDefinition {
  /// Those of the kind, oldest first.
  func periods(of site: SiteData) -> [SiteCalendar.Period]
  /// The number that the kind has.
  var kind: ObjectKind { get }
}

extension PeriodKind {
  var listNoun: String { "list of papers of the \(name) of" }

  func count(in site: SiteData) -> Int { periods(of: site).count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 { periods(of: values.site)[index].start.identity }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    let (periods, start) = (periods(of: values.site), Day(identity: identity))
    var (low, high) = (0, periods.count)
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < periods.count && periods[low].start == start ? low : nil
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let (periods, aspects) = (periods(of: values.site), CollectionAspects(rawValue: aspects))
    let period = periods[index]
    var hash = Fingerprint()
    if aspects.contains(.size) { hash.combine(UInt64(period.papers.count)) }
    if aspects.contains(.pageCount) { hash.combine(values.site.pageCount(kind, index)) }
    if aspects.contains(.neighbours) {
      hash.combine(index > 0 ? periods[index - 1].start : nil)
      hash.combine(index + 1 < periods.count ? periods[index + 1].start : nil)
    }
    if aspects.contains(.days) { for entry in values.site.calendar.days[period.days] { hash.combine(entry.day) } }
    return hash.value
  }

  func label(of index: Int, in site: SiteData) -> String { periods(of: site)[index].start.description }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> {
    site.calendar.papers[periods(of: site)[index].papers.range]
  }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(kind, owner: index) }

  func pageSize(_ configuration: SiteConfiguration) -> Int? { nil }
}

extension SiteData {
  /// How many pages a listing has, as a number for hashes.
  func pageCount(_ kind: ObjectKind, _ index: Int) -> UInt64 {
    UInt64(pagination(of: OutputPlan(kind: kind, subject: UInt32(index)))?.pageCount ?? 0)
  }
}
