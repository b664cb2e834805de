import ByteText
import Papers

/// Knows, for everything that a page can depend on, what it is called from build to build and what its value is now.
struct DependencyValues: Sendable {
  private let site: Site
  private let assetIdentities: [UInt64]
  private let assetValues: [UInt64]
  private let paperIdentities: [UInt64]
  private let paperIndex: IdentityIndex
  private let tagIndex: IdentityIndex
  private let authorIndex: IdentityIndex
  private let organizationIndex: IdentityIndex

  /// The values of a site. Linear in its text.
  init(of site: Site, assets: AssetTable) {
    self.site = site
    assetIdentities = assets.names.map { Fingerprint(of: $0.utf8.span).value }
    assetValues = assets.paths.map { Fingerprint(of: $0.utf8.span).value }
    paperIdentities = site.store.papers.indices.map { Fingerprint(of: site.bytes(site.store.papers[$0].id)).value }
    paperIndex = IdentityIndex(of: paperIdentities)
    tagIndex = Self.index(of: site.tags, in: site)
    authorIndex = Self.index(of: site.authors, in: site)
    organizationIndex = Self.index(of: site.organizations, in: site)
  }

  private static func index(of taxonomy: Taxonomy, in site: Site) -> IdentityIndex {
    IdentityIndex(of: taxonomy.terms.map { Fingerprint(of: site.bytes($0.slug)).value })
  }
}

extension DependencyValues {
  /// What the owner of a dependency is called in every build: the hash of an id or slug, the number of a day.
  func identity(of item: Dependency) -> UInt64 {
    let index = Int(item.owner)
    switch item.kind {
    case .site, .sitePapers, .trendingPapers, .codePapers, .siteTags, .siteAuthors, .siteOrganizations: return 0
    case .paper: return paperIdentities[index]
    case .day, .dayPapers: return number(site.calendar.days[index].day)
    case .week, .weekPapers: return number(site.calendar.weeks[index].start)
    case .month, .monthPapers: return number(site.calendar.months[index].start)
    case .year, .yearPapers: return number(site.calendar.years[index].start)
    case .tag, .tagPapers: return slug(.tag, index)
    case .author, .authorPapers: return slug(.author, index)
    case .organization, .organizationPapers: return slug(.organization, index)
    case .searchSegment, .searchPapers: return Fingerprint(of: site.searchSegments[index].name.utf8.span).value
    case .freePage: return Fingerprint(of: site.pages[index].path.utf8.span).value
    case .asset: return assetIdentities[index]
    }
  }

  /// The index of an owner now, or nil where the site has none of this identity any more.
  func owner(_ identity: UInt64, _ kind: Dependency.Kind) -> UInt32? {
    switch kind {
    case .site, .sitePapers, .trendingPapers, .codePapers, .siteTags, .siteAuthors, .siteOrganizations: return 0
    case .paper: return paperIndex[identity]
    case .day, .dayPapers: return site.calendar.index(of: day(identity)).map { UInt32($0) }
    case .week, .weekPapers: return position(day(identity), in: site.calendar.weeks)
    case .month, .monthPapers: return position(day(identity), in: site.calendar.months)
    case .year, .yearPapers: return position(day(identity), in: site.calendar.years)
    case .tag, .tagPapers: return tagIndex[identity]
    case .author, .authorPapers: return authorIndex[identity]
    case .organization, .organizationPapers: return organizationIndex[identity]
    case .searchSegment, .searchPapers:
      return site.searchSegments.firstIndex { Fingerprint(of: $0.name.utf8.span).value == identity }.map { UInt32($0) }
    case .freePage:
      return site.pages.firstIndex { Fingerprint(of: $0.path.utf8.span).value == identity }.map { UInt32($0) }
    case .asset: return assetIdentities.firstIndex(of: identity).map { UInt32($0) }
    }
  }

  private func number(_ day: Day?) -> UInt64 { day.map { UInt64(bitPattern: Int64($0.number)) } ?? Day.numberOfNone }

  private func day(_ identity: UInt64) -> Day { Day(number: Int32(truncatingIfNeeded: identity)) }

  private func slug(_ kind: Taxonomy.Kind, _ index: Int) -> UInt64 {
    Fingerprint(of: site.bytes(site.taxonomy(kind).terms[index].slug)).value
  }

  private func position(_ start: Day, in periods: [SiteCalendar.Period]) -> UInt32? {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < periods.count && periods[low].start == start ? UInt32(low) : nil
  }
}

extension DependencyValues {
  /// The hash of what a dependency's owner is now.
  func value(of item: Dependency) -> UInt64 {
    let index = Int(item.owner)
    switch item.kind {
    case .site: return siteValue(item.facets)
    case .paper: return site.store.papers[index].fingerprints.hash(of: item.facets)
    case .day: return dayValue(index, item.facets)
    case .week: return periodValue(site.calendar.weeks, index, .week, item.facets)
    case .month: return periodValue(site.calendar.months, index, .month, item.facets)
    case .year: return periodValue(site.calendar.years, index, .year, item.facets)
    case .tag: return termValue(.tag, index, item.facets)
    case .author: return termValue(.author, index, item.facets)
    case .organization: return termValue(.organization, index, item.facets)
    case .freePage: return pageValue(site.pages[index], item.facets)
    case .asset: return assetValues[index]
    case .searchSegment: return site.searchSegments[index].state.value
    default: return listValue(item)
    }
  }

  private func siteValue(_ facets: Facets) -> UInt64 {
    var hash = Fingerprint()
    for facet in facets.single {
      switch facet {
      case .latestDay: hash.combine(number(site.calendar.days.last?.day))
      case .firstDay: hash.combine(number(site.calendar.days.first?.day))
      case .allDays: for entry in site.calendar.days { hash.combine(number(entry.day)) }
      case .paperCount: hash.combine(UInt64(site.store.papers.count))
      case .dayCount: hash.combine(UInt64(site.calendar.days.count))
      case .tagCount: hash.combine(UInt64(site.tags.published.count))
      case .authorCount: hash.combine(UInt64(site.authors.published.count))
      case .organizationCount: hash.combine(UInt64(site.organizations.published.count))
      case .codePageCount: hash.combine(pageCount(.code, 0))
      case .searchSegments:
        for segment in site.searchSegments {
          hash.combine(segment.name)
          hash.combine(segment.state.value)
        }
      default: for page in site.pages { hash.combine(pageValue(page, .heading)) }
      }
    }
    return hash.value
  }

  private func dayValue(_ index: Int, _ facets: Facets) -> UInt64 {
    var hash = Fingerprint()
    if facets.contains(.size) { hash.combine(UInt64(site.calendar.days[index].papers.count)) }
    if facets.contains(.neighbours) {
      hash.combine(number(index > 0 ? site.calendar.days[index - 1].day : nil))
      hash.combine(number(index + 1 < site.calendar.days.count ? site.calendar.days[index + 1].day : nil))
    }
    return hash.value
  }

  private func periodValue(
    _ periods: [SiteCalendar.Period], _ index: Int, _ kind: PageKind, _ facets: Facets
  ) -> UInt64 {
    let period = periods[index]
    var hash = Fingerprint()
    if facets.contains(.size) { hash.combine(UInt64(period.papers.count)) }
    if facets.contains(.pageCount) { hash.combine(pageCount(kind, index)) }
    if facets.contains(.neighbours) {
      hash.combine(number(index > 0 ? periods[index - 1].start : nil))
      hash.combine(number(index + 1 < periods.count ? periods[index + 1].start : nil))
    }
    if facets.contains(.days) { for entry in site.calendar.days[period.days] { hash.combine(number(entry.day)) } }
    return hash.value
  }

  private func termValue(_ kind: Taxonomy.Kind, _ index: Int, _ facets: Facets) -> UInt64 {
    let term = site.taxonomy(kind).terms[index]
    var hash = Fingerprint()
    if facets.contains(.appearance) {
      let texts = [
        term.name, term.title, term.slug, term.description, term.avatar, term.homepage, term.orcid, term.affiliation,
      ]
      for text in texts { hash.combine(site.bytes(text)) }
      hash.combine(term.isPublished ? 1 : 0)
    }
    if facets.contains(.size) { hash.combine(UInt64(term.papers.count)) }
    if facets.contains(.pageCount) { hash.combine(pageCount(kind.pageKind, index)) }
    if facets.contains(.newest), let row = term.papers.range.first {
      hash.combine(number(site.store.newestDay(of: site.taxonomy(kind).papers[row])))
    }
    return hash.value
  }

  private func pageCount(_ kind: PageKind, _ index: Int) -> UInt64 {
    UInt64(site.listing(of: PagePlan(kind: kind, subject: UInt32(index)))?.pageCount ?? 0)
  }

  private func pageValue(_ page: FreePage, _ facets: Facets) -> UInt64 {
    var hash = Fingerprint()
    if facets.contains(.heading) {
      for text in [page.title, page.description, page.path] { hash.combine(text) }
      hash.combine(UInt64(bitPattern: Int64(page.weight)))
      hash.combine(page.isInMenu ? 1 : 0)
    }
    if facets.contains(.content) {
      hash.combine(site.bytes(page.content))
      hash.combine(site.bytes(page.markdown))
    }
    return hash.value
  }

  private func listValue(_ item: Dependency) -> UInt64 {
    let list = site.rows(of: item.kind, owner: Int(item.owner))
    var hash = Fingerprint()
    guard item.start != Dependency.wholeCount else {
      hash.combine(UInt64(list.count))
      return hash.value
    }
    // The part may reach beyond the list's end, when the list has become shorter.
    let isFromEnd = item.start & Dependency.fromEnd != 0
    let start = Int(item.start & ~Dependency.fromEnd)
    for offset in start..<start + Int(item.count) {
      guard offset < list.count else {
        hash.combine(.max)
        break
      }
      let position = isFromEnd ? list.count - 1 - offset : offset
      hash.combine(itemIdentity(list, position, item.kind))
      if !item.facets.isEmpty { hash.combine(itemValue(Int(list[list.startIndex + position]), item)) }
    }
    return hash.value
  }

  private func itemValue(_ index: Int, _ item: Dependency) -> UInt64 {
    switch item.kind {
    case .siteTags: termValue(.tag, index, item.facets)
    case .siteAuthors: termValue(.author, index, item.facets)
    case .siteOrganizations: termValue(.organization, index, item.facets)
    default: site.store.papers[index].fingerprints.hash(of: item.facets)
    }
  }

  private func itemIdentity(_ list: ArraySlice<UInt32>, _ position: Int, _ kind: Dependency.Kind) -> UInt64 {
    let item = Int(list[list.startIndex + position])
    return switch kind {
    case .siteTags: slug(.tag, item)
    case .siteAuthors: slug(.author, item)
    case .siteOrganizations: slug(.organization, item)
    default: paperIdentities[item]
    }
  }
}
