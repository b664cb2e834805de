import ByteText
import Papers

/// The groups into which the sitemap divides pages: papers by year, terms by taxonomy, and all other pages.
///
/// Papers are grouped by the year of their newest featured day, so that a new paper changes one file.
enum SitemapGroup: Hashable {
  /// The papers whose newest featured day is in a year, by its position in the calendar.
  case papers(year: Int)
  /// The terms of a taxonomy.
  case terms(of: Int)
  /// All other pages.
  case pages
}

/// The groups of the sitemap. Each has one file or more, and a sitemap depends on its group as a whole.
struct SitemapKind: KindDefinition {
  let name = "sitemap"
  let noun = "list of pages of the sitemap"
  let templates: [String] = []

  func count(in site: SiteData) -> Int { site.calendar.years.count + site.taxonomies.count + 1 }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: label(of: index, in: values.site).utf8.span).value
  }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    (0..<count(in: values.site)).first { self.identity(of: $0, in: values) == identity }
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 { values.sitemaps[index] }

  /// The name of the group's files.
  func label(of index: Int, in site: SiteData) -> String {
    switch site.sitemapGroup(at: index) {
    case .papers(let year):
      var name = ByteBuffer(capacity: 16)
      site.calendar.years[year].start.writeYear(into: &name)
      return "papers-\(String(bytes: name.span))"
    case .terms(let taxonomy): return site.configuration.taxonomies[taxonomy].folder
    case .pages: return "pages"
    }
  }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { false }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}
}

extension SiteData {
  /// The group with a number: the order is that of the files in the index.
  func sitemapGroup(at index: Int) -> SitemapGroup {
    let years = calendar.years.count
    if index < years { return .papers(year: index) }
    return index < years + taxonomies.count ? .terms(of: index - years) : .pages
  }

  /// The number of a group.
  func index(of group: SitemapGroup) -> Int {
    switch group {
    case .papers(let year): year
    case .terms(let taxonomy): calendar.years.count + taxonomy
    case .pages: calendar.years.count + taxonomies.count
    }
  }

  /// The group that lists a page, or nil for what is no page of its own.
  func sitemapGroup(of page: OutputPlan) -> Int? {
    guard page.format == .html else { return nil }
    return kinds[page.kind].sitemapGroup(of: Int(page.subject), in: self).map(index(of:))
  }

  /// The day on which a page last changed, as far as the records tell; nil for pages without papers.
  func modificationDay(of page: OutputPlan) -> Day? {
    if page.kind == .day { return calendar.days[Int(page.subject)].day }
    guard page.kind == .paper else { return newestDay(ofListing: page) }
    let featured = store.newestDay(of: page.subject)
    guard let updated = store.papers[Int(page.subject)].storedUpdated.value?.day else { return featured }
    return featured.map { max($0, updated) } ?? updated
  }

  private func newestDay(ofListing page: OutputPlan) -> Day? {
    guard let list = pageList(of: page), !list.kind.isTermIndex, let pagination = pagination(of: page) else {
      return nil
    }
    let rows = rows(list.kind, owner: list.owner)
    return pagination.items(onPage: Int(page.number)).lazy
      .compactMap { self.store.newestDay(of: rows[rows.startIndex + $0]) }.max()
  }
}
