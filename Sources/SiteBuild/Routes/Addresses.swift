import ByteText
import Papers

/// Knows the address of every page: where its file is written and what links to it say.
struct Addresses: Sendable {
  let site: Site

  /// The addresses of a site.
  init(of site: Site) { self.site = site }

  /// Appends the path of a page's file, relative to the output folder.
  func appendFile(of page: PagePlan, to out: inout ByteBuffer) {
    switch page.format {
    case .html where page.kind == .notFound: out.append("404.html")
    case .rss, .atom, .jsonFeed: appendFeed(page, to: &out)
    case .record, .jsonLines, .apiIndex: appendAPI(page, to: &out)
    case .sitemap: appendSitemap(page, to: &out)
    case .searchIndex, .searchTerms, .searchTexts: appendSearchFile(page, to: &out)
    default:
      appendPath(of: page, to: &out)
      out.append(page.format.fileName)
    }
  }

  /// Appends the address of a page below the site's root: no leading slash, a trailing one.
  func appendPath(of page: PagePlan, to out: inout ByteBuffer) {
    appendSubject(of: page, to: &out)
    if page.number > 0, page.format == .html || page.format == .markdown {
      out.append("page/")
      out.append(decimal: Int(page.number))
      out.append("/")
    }
  }

  private func appendSubject(of page: PagePlan, to out: inout ByteBuffer) {
    let index = Int(page.subject)
    switch page.kind {
    case .home: break
    case .day: appendPeriod("date/", to: &out) { site.calendar.days[index].day.write(into: &$0) }
    case .week: appendPeriod("week/", to: &out) { site.calendar.weeks[index].start.week.write(into: &$0) }
    case .month: appendPeriod("month/", to: &out) { site.calendar.months[index].start.month.write(into: &$0) }
    case .year: appendPeriod("year/", to: &out) { site.calendar.years[index].start.writeYear(into: &$0) }
    case .archive: out.append("archive/")
    case .trending: out.append("trending/")
    case .code: out.append("code/")
    case .digest: out.append("digest/")
    case .search: out.append("search/")
    case .paper: append("papers/", site.store.papers[index].id, to: &out)
    case .tags: out.append("tags/")
    case .tag: append("tags/", site.tags.terms[index].slug, to: &out)
    case .authors: out.append("authors/")
    case .author: append("authors/", site.authors.terms[index].slug, to: &out)
    case .organizations: out.append("orgs/")
    case .organization: append("orgs/", site.organizations.terms[index].slug, to: &out)
    case .page: out.append(site.pages[index].path)
    case .redirect: site.redirects.appendPath(of: index, in: site, to: &out)
    case .notFound: out.append("404.html")
    }
  }

  private func appendPeriod(_ folder: StaticString, to out: inout ByteBuffer, _ name: (inout ByteBuffer) -> Void) {
    out.append(folder)
    name(&out)
    out.append("/")
  }

  private func append(_ folder: StaticString, _ name: TextRef, to out: inout ByteBuffer) {
    out.append(folder)
    out.append(site.bytes(name))
    out.append("/")
  }
}
