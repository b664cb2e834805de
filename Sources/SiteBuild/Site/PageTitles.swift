import ByteText
import Papers

/// What pages are called, as plain text.
struct PageTitles {
  private let site: Site

  /// The titles of a site's pages.
  init(of site: Site) { self.site = site }

  /// Appends the title of a page.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    let index = Int(page.subject)
    switch page.kind {
    case .home: out.append(site.configuration.title)
    case .day: site.calendar.days[index].day.writeLong(into: &out)
    case .week: site.calendar.weeks[index].start.writeLongWeek(into: &out)
    case .month: site.calendar.months[index].start.writeLongMonth(into: &out)
    case .year: site.calendar.years[index].start.writeYear(into: &out)
    case .paper: out.append(site.bytes(site.store.papers[index].title.plain))
    case .tag: out.append(site.bytes(site.tags.terms[index].title))
    case .author: out.append(site.bytes(site.authors.terms[index].title))
    case .organization: out.append(site.bytes(site.organizations.terms[index].title))
    case .page: out.append(site.pages[index].title)
    default: out.append(page.kind.fixedTitle)
    }
  }

  /// Appends the title of a page's feed: the site's name, and before it what the feed is about.
  func appendFeedTitle(of page: PagePlan, to out: inout ByteBuffer) {
    if page.kind != .home {
      append(of: page, to: &out)
      out.append(" · ")
    }
    out.append(site.configuration.title)
  }
}

extension PageKind {
  /// The title of the only page of a kind.
  fileprivate var fixedTitle: StaticString {
    switch self {
    case .archive: "Archive"
    case .trending: "Trending"
    case .code: "Papers with code"
    case .digest: "Digest"
    case .search: "Search"
    case .tags: "Tags"
    case .authors: "Authors"
    case .organizations: "Organizations"
    default: "Page not found"
    }
  }
}
