import ByteText
import Papers

/// How the pages of a site are divided between sitemaps, none of which may list more than 50,000.
///
/// Papers are grouped by the year of their newest featured day, so that a new paper changes one file.
struct SitemapParts {
  /// The most addresses of one sitemap (sitemaps.org).
  static let limit = 50_000

  /// The files, in a fixed order.
  private(set) var parts: [PagePlan] = []
  /// Positions in the plan of the pages that each file lists.
  private var members: [PagePlan: ArraySlice<UInt32>] = [:]

  /// Sitemaps of nothing.
  init() {}

  /// The sitemaps of a plan's pages.
  init(of pages: [PagePlan], in site: Site, limit: Int = Self.limit) {
    var groups: [PagePlan: [UInt32]] = [:]
    for (position, page) in pages.enumerated() {
      if let part = site.sitemap(of: page) { groups[part, default: []].append(UInt32(position)) }
    }
    for (group, positions) in groups.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
      for start in stride(from: 0, to: positions.count, by: limit) {
        var part = group
        part.number = UInt32(start / limit + 1)
        parts.append(part)
        members[part] = positions[start..<min(start + limit, positions.count)]
      }
    }
  }

  /// The positions in the plan of the pages that a file lists, in the plan's order.
  func positions(in part: PagePlan) -> ArraySlice<UInt32> { members[part] ?? [] }

  private static func order(_ part: PagePlan) -> (UInt8, UInt32) { (part.kind.rawValue, part.subject) }
}

extension Site {
  /// The sitemap that lists a page, without the number of the part; nil for what is no page of its own.
  func sitemap(of page: PagePlan) -> PagePlan? {
    guard page.format == .html else { return nil }
    switch page.kind {
    case .redirect, .notFound, .search: return nil
    case .paper: return year(of: page.subject).map { PagePlan(kind: .year, format: .sitemap, subject: UInt32($0)) }
    case .tag: return PagePlan(kind: .tag, format: .sitemap)
    case .author: return PagePlan(kind: .author, format: .sitemap)
    case .organization: return PagePlan(kind: .organization, format: .sitemap)
    default: return PagePlan(kind: .page, format: .sitemap)
    }
  }

  /// The year of a paper's newest featured day, as an index of the calendar's years.
  private func year(of paper: UInt32) -> Int? {
    calendar.newestDay(of: paper).map { calendar.days[$0].year }
  }

  /// The day on which a page last changed, as far as the records tell; nil for pages without papers.
  func modificationDay(of page: PagePlan) -> Day? {
    guard page.kind == .paper else { return newestDay(ofListing: page) }
    let featured = store.newestDay(of: page.subject)
    guard let updated = store.papers[Int(page.subject)].updated?.day else { return featured }
    return featured.map { max($0, updated) } ?? updated
  }

  private func newestDay(ofListing page: PagePlan) -> Day? {
    if page.kind == .day { return calendar.days[Int(page.subject)].day }
    guard !page.kind.listsTerms, let list = list(of: page), let listing = listing(of: page) else { return nil }
    return listing.items(onPage: Int(page.number)).lazy
      .compactMap { self.store.newestDay(of: self.paper(at: $0, of: list)) }.max()
  }
}
