import ByteText
import Papers

/// Everything that a build writes, in a fixed order.
struct SitePlan: Sendable {
  /// The pages and feeds.
  private(set) var pages: [PagePlan] = []

  /// The plan of a site's pages: which there are is up to the configuration.
  init(of site: Site) {
    addCalendar(of: site)
    addTerms(of: site)
    if site.configuration.outputs.trending { pages.append(PagePlan(kind: .trending)) }
    pages += site.pages.indices.map { PagePlan(kind: .page, subject: UInt32($0)) }
    pages.append(PagePlan(kind: .notFound))
    pages += site.store.papers.indices.map { PagePlan(kind: .paper, subject: UInt32($0)) }
  }

  private mutating func addCalendar(of site: Site) {
    let outputs = site.configuration.outputs
    add(.home, of: site)
    for index in site.calendar.days.indices { add(.day, index, of: site) }
    if outputs.weeks { for index in site.calendar.weeks.indices { add(.week, index, of: site) } }
    if outputs.months { for index in site.calendar.months.indices { add(.month, index, of: site) } }
    if outputs.years { for index in site.calendar.years.indices { add(.year, index, of: site) } }
    if outputs.archive { pages.append(PagePlan(kind: .archive)) }
  }

  private mutating func addTerms(of site: Site) {
    let outputs = site.configuration.outputs
    if outputs.tags { addIndex(.tags, of: site.tags, in: site) }
    if outputs.authors != nil { addIndex(.authors, of: site.authors, in: site) }
    if outputs.organizations != nil { addIndex(.organizations, of: site.organizations, in: site) }
  }

  private mutating func addIndex(_ index: PageKind, of taxonomy: Taxonomy, in site: Site) {
    add(index, of: site)
    for term in taxonomy.published { add(taxonomy.kind.pageKind, Int(term), of: site) }
  }

  /// Adds the pages of a listing, and its feeds.
  private mutating func add(_ kind: PageKind, _ subject: Int = 0, of site: Site) {
    let plan = PagePlan(kind: kind, subject: UInt32(subject))
    pages.append(plan)
    let count = site.listing(of: plan)?.pageCount ?? 1
    for number in 1..<max(count, 1) {
      pages.append(PagePlan(kind: kind, subject: plan.subject, number: UInt32(number)))
    }
    guard kind.hasFeeds else { return }
    for format in site.configuration.outputs.feeds.formats {
      pages.append(PagePlan(kind: kind, format: format, subject: plan.subject))
    }
  }
}
