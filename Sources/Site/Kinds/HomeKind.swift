import ByteText

/// The site as a whole. Its page shows the latest day; its list is all papers, newest featured day first.
struct HomeKind: KindDefinition {
  let name = "home"
  let noun = "site"
  let listNoun = "list of all papers"

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let site = values.site
    let aspects = SiteAspects(rawValue: aspects)
    var hash = Fingerprint()
    if aspects.contains(.latestDay) { hash.combine(site.calendar.days.last?.day) }
    if aspects.contains(.firstDay) { hash.combine(site.calendar.days.first?.day) }
    if aspects.contains(.allDays) { for entry in site.calendar.days { hash.combine(entry.day) } }
    if aspects.contains(.paperCount) { hash.combine(UInt64(site.store.papers.count)) }
    if aspects.contains(.dayCount) { hash.combine(UInt64(site.calendar.days.count)) }
    if aspects.contains(.menu) {
      for index in site.pages.indices {
        hash.combine(values.value(.page, index, FreePageAspects.heading.rawValue))
      }
    }
    if aspects.contains(.searchSegments) {
      for segment in site.searchSegments {
        hash.combine(segment.name)
        hash.combine(segment.state.value)
      }
    }
    return hash.value
  }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.order[...] }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append(site.configuration.title) }

  var titleAspects: UInt16 { 0 }

  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(site.configuration.description)
  }

  var descriptionAspects: UInt16 { 0 }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? {
    site.calendar.days.indices.last.map { site.list(.day, owner: $0) }
  }

  func pageSize(_ configuration: SiteConfiguration) -> Int? { nil }

  let canHaveFeed = true

  func feedList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.home) }

  func hasCitations(_ citations: Outputs.Citations) -> Bool { citations.site }
}
