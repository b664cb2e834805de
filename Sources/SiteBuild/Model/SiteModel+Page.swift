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
  private var listing: Listing? { site.listing(of: current) }

  /// The part of a listing that the current page shows.
  var itemsOfPage: Value {
    guard let (type, rows) = site.listedRows(of: current), let listing else { return .undefined }
    let items = current.format == .html ? listing.items(onPage: Int(current.number)) : 0..<feedCount(rows)
    return list(type, rows.lowerBound + items.lowerBound..<rows.lowerBound + items.upperBound)
  }

  private func feedCount(_ rows: Range<Int>) -> Int { min(rows.count, site.configuration.outputs.feeds.limit) }

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

  /// An attribute of a free page.
  func freePage(_ name: TemplateName, _ index: Int, _ scratch: inout Scratch) -> Value {
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
  /// How a page's listing is cut, or nil where the page is no listing or is never cut.
  func listing(of page: PagePlan) -> Listing? {
    guard let rows = listedRows(of: page)?.rows else { return nil }
    return switch page.kind {
    case .home, .day, .year, .trending, .tags: Listing(total: rows.count, pageSize: max(rows.count, 1))
    case .authors, .organizations: Listing(total: rows.count, pageSize: Self.termsOnPage)
    default: Listing(total: rows.count, pageSize: configuration.pageSize)
    }
  }

  /// The most authors or organizations on a page of their index: a line each, so more than of papers.
  private static let termsOnPage = 1000

  /// The items of a listing in their order: the type of a sequence and its rows; nil where a page is no listing.
  func listedRows(of page: PagePlan) -> (type: ObjectType, rows: Range<Int>)? {
    let index = Int(page.subject)
    switch page.kind {
    case .home where page.format != .html: return (.orderedPapers, order.indices)
    case .home: return calendar.days.last.map { (.calendarPapers, $0.papers.range) }
    case .day: return (.calendarPapers, calendar.days[index].papers.range)
    case .week: return (.calendarPapers, calendar.weeks[index].papers.range)
    case .month: return (.calendarPapers, calendar.months[index].papers.range)
    case .year: return (.calendarPapers, calendar.years[index].papers.range)
    case .trending: return (.trendingPapers, trending.indices)
    case .tag: return (.tagPapers, tags.terms[index].papers.range)
    case .author: return (.authorPapers, authors.terms[index].papers.range)
    case .organization: return (.organizationPapers, organizations.terms[index].papers.range)
    case .tags: return (.topTagList, tagsByCount.indices)
    case .authors: return (.authorList, authors.published)
    case .organizations: return (.organizationList, organizations.published)
    default: return nil
    }
  }
}

extension PageKind {
  /// Whether the items of the kind's listing are terms, not papers.
  fileprivate var listsTerms: Bool { self == .tags || self == .authors || self == .organizations }
}
