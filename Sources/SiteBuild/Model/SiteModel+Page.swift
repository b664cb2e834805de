import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of the page that is being rendered.
  func page(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .kind: return scratch.string(current.kind.name)
    case .url: return url(of: current, &scratch)
    case .permalink, .canonical: return permalink(of: current, &scratch)
    case .title: return title(of: current, &scratch)
    case .description: return pageDescription(&scratch)
    case .feeds: return list(.feedList, 0..<feedPlans(for: current).count)
    case .papers: return current.kind.listsTerms ? .undefined : itemsOfPage
    case .number: return Value(listing.map { current.number == 0 ? $0.pageCount : Int(current.number) } ?? 1)
    case .count: return Value(listing?.pageCount ?? 1)
    case .newer: return pageBeside(by: 1).map { url(of: $0, &scratch) } ?? .undefined
    case .older: return pageBeside(by: -1).map { url(of: $0, &scratch) } ?? .undefined
    default: return .undefined
    }
  }

  /// How the current page's listing is cut, or nil where the page is no listing.
  private var listing: Listing? {
    switch current.kind {
    case .authors: log.note(.site, 0, .authorCount)
    case .organizations: log.note(.site, 0, .organizationCount)
    default: note(current, .pageCount)
    }
    return site.listing(of: current)
  }

  /// The part of a listing that the current page shows.
  var itemsOfPage: Value {
    guard let list = site.list(of: current), let listing = site.listing(of: current) else { return .undefined }
    let limit = min(list.rows.count, site.configuration.outputs.feeds.limit)
    let rows = current.format == .html ? listing.items(onPage: Int(current.number)) : 0..<limit
    return self.list(OwnedList(list.kind, owner: list.owner, rows: rows))
  }

  /// The page of the same listing that is one newer or older; the newest has number 0.
  private func pageBeside(by step: Int) -> PagePlan? {
    guard let listing else { return nil }
    let number = (current.number == 0 ? listing.pageCount : Int(current.number)) + step
    guard number >= 1, number <= listing.pageCount else { return nil }
    var plan = current
    plan.number = number == listing.pageCount ? 0 : UInt32(number)
    return plan
  }

  /// A page's title as plain text.
  func title(of page: PagePlan, _ scratch: inout Scratch) -> Value {
    let index = Int(page.subject)
    note(page, page.kind == .paper ? .title : page.kind == .page ? .heading : .appearance)
    switch page.kind {
    case .home: return scratch.string(site.configuration.title)
    case .day: return scratch.string { site.calendar.days[index].day.writeLong(into: &$0) }
    case .week: return scratch.string { site.calendar.weeks[index].start.writeLongWeek(into: &$0) }
    case .month: return scratch.string { site.calendar.months[index].start.writeLongMonth(into: &$0) }
    case .year: return scratch.string { site.calendar.years[index].start.writeYear(into: &$0) }
    case .paper: return text(site.store.papers[index].title.plain)
    case .tag: return text(site.tags.terms[index].title)
    case .author: return text(site.authors.terms[index].title)
    case .organization: return text(site.organizations.terms[index].title)
    case .page: return scratch.string(site.pages[index].title)
    case .archive: return scratch.string("Archive")
    case .trending: return scratch.string("Trending")
    case .tags: return scratch.string("Tags")
    case .authors: return scratch.string("Authors")
    case .organizations: return scratch.string("Organizations")
    case .notFound: return scratch.string("Page not found")
    }
  }

  private func pageDescription(_ scratch: inout Scratch) -> Value {
    let index = Int(current.subject)
    note(current, current.kind == .paper ? [.summary, .abstract] : current.kind == .page ? .heading : .appearance)
    switch current.kind {
    case .paper: return excerpt(of: site.store.papers[index], &scratch)
    case .tag: return optional(site.tags.terms[index].description)
    case .author: return optional(site.authors.terms[index].description)
    case .organization: return optional(site.organizations.terms[index].description)
    case .page: return optional(site.pages[index].description, &scratch)
    case .home: return optional(site.configuration.description, &scratch)
    default: return .undefined
    }
  }

  /// A string of the configuration, undefined where it is empty.
  func optional(_ string: String, _ scratch: inout Scratch) -> Value {
    string.isEmpty ? .undefined : scratch.string(string)
  }

  /// The summary, or the beginning of the abstract up to a word's end.
  private func excerpt(of paper: Paper, _ scratch: inout Scratch) -> Value {
    if !paper.summary.plain.isEmpty { return text(paper.summary.plain) }
    let limit = 200
    let bytes = site.bytes(paper.abstract.plain)
    guard bytes.count > limit else { return optional(paper.abstract.plain) }
    guard let end = bytes[..<limit].lastIndex(of: UInt8(ascii: " ")) else { return .undefined }
    return scratch.string { out in
      out.append(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
      out.append("…")
    }
  }

  /// Notes that aspects of a page's subject are read.
  func note(_ page: PagePlan, _ facets: Facets) {
    guard let kind = page.kind.subjectKind else { return }
    log.note(kind, Int(page.subject), facets)
  }

  /// An attribute of a free page.
  func freePage(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
    log.note(.freePage, index, .heading)
    let page = site.pages[index]
    switch name {
    case .title: return scratch.string(page.title)
    case .url: return url(of: PagePlan(kind: .page, subject: UInt32(index)), &scratch)
    case .permalink: return permalink(of: PagePlan(kind: .page, subject: UInt32(index)), &scratch)
    case .description: return optional(page.description, &scratch)
    case .weight: return Value(page.weight)
    case .inMenu: return Value(page.isInMenu)
    default: return .undefined
    }
  }
}

extension Site {
  /// The most authors or organizations on a page of their index: a line each, so more than of papers.
  private static let termsOnPage = 1000

  /// How a page's listing is cut, or nil where the page is no listing.
  func listing(of page: PagePlan) -> Listing? {
    guard let count = list(of: page)?.rows.count else { return nil }
    return switch page.kind {
    case .home, .day, .year, .trending, .tags: Listing(total: count, pageSize: max(count, 1))
    case .authors, .organizations: Listing(total: count, pageSize: Self.termsOnPage)
    default: Listing(total: count, pageSize: configuration.pageSize)
    }
  }

  /// The items of a listing in their order; nil where a page is no listing.
  func list(of page: PagePlan) -> OwnedList? {
    let subject = Int(page.subject)
    switch page.kind {
    case .home where page.format != .html: return list(.sitePapers)
    case .home: return calendar.days.indices.last.map { list(.dayPapers, owner: $0) }
    case .day: return list(.dayPapers, owner: subject)
    case .week: return list(.weekPapers, owner: subject)
    case .month: return list(.monthPapers, owner: subject)
    case .year: return list(.yearPapers, owner: subject)
    case .trending: return list(.trendingPapers)
    case .tag: return list(.tagPapers, owner: subject)
    case .author: return list(.authorPapers, owner: subject)
    case .organization: return list(.organizationPapers, owner: subject)
    case .tags: return list(.siteTags)
    case .authors: return list(.siteAuthors)
    case .organizations: return list(.siteOrganizations)
    default: return nil
    }
  }
}

extension PageKind {
  /// The kind of the page's subject, nil where the page has none.
  fileprivate var subjectKind: Dependency.Kind? {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    case .paper: .paper
    case .tag: .tag
    case .author: .author
    case .organization: .organization
    case .page: .freePage
    default: nil
    }
  }

  /// Whether the items of the kind's listing are terms, not papers.
  fileprivate var listsTerms: Bool { self == .tags || self == .authors || self == .organizations }
}
