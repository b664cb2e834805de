import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of the page that is being rendered.
  func page(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .kind: return scratch.string(currentKind.name)
    case .url: return url(of: current, &scratch)
    case .permalink, .canonical: return permalink(of: current, &scratch)
    case .title: return title(of: current, &scratch)
    case .description: return pageDescription(&scratch)
    case .feeds: return list(.feedList, site.feedFormats(of: currentKind).indices)
    case .papers: return currentKind.listsTerms ? .undefined : itemsOfPage
    case .number: return Value(listing.map { current.number == 0 ? $0.pageCount : Int(current.number) } ?? 1)
    case .count: return Value(listing?.pageCount ?? 1)
    case .newer: return pageBeside(by: 1).map { url(of: $0, &scratch) } ?? .undefined
    case .older: return pageBeside(by: -1).map { url(of: $0, &scratch) } ?? .undefined
    case .exports: return list(.exportList, site.exportFormats(of: currentKind).indices)
    case .metadata, .headLinks, .social, .citationTags, .jsonLd: return pageMarkup(name, &scratch)
    default: return .undefined
    }
  }

  /// Finished markup for the page's head.
  private func pageMarkup(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    log.noteMetadata(of: current, in: site)
    return scratch.string(safe: true) { out in
      switch name {
      case .metadata: metadata.append(of: current, to: &out)
      case .headLinks: metadata.appendLinks(of: current, to: &out)
      case .social: metadata.appendSocial(of: current, to: &out)
      case .citationTags: metadata.appendCitation(of: current, to: &out)
      case .jsonLd: metadata.appendData(of: current, to: &out)
      default: break
      }
    }
  }

  /// How the current page's listing is cut, or nil where the page is no listing.
  private var listing: Listing? {
    switch currentKind {
    case .authors: log.note(.site, 0, .authorCount)
    case .organizations: log.note(.site, 0, .organizationCount)
    case .code: log.note(.site, 0, .codePageCount)
    default: note(current, .pageCount)
    }
    return site.listing(of: current)
  }

  /// The part of a listing that the current page shows.
  var itemsOfPage: Value {
    guard let listing = site.listing(of: current) else { return .undefined }
    return list(.pageItems, listing.items(onPage: Int(current.number)))
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
    note(page, page.kind == .paper ? .title : page.kind == .page ? .heading : .appearance)
    return page.kind == .paper
      ? text(site.store.papers[Int(page.subject)].title.plain) : scratch.string { titles.append(of: page, to: &$0) }
  }

  private func pageDescription(_ scratch: inout Scratch) -> Value {
    note(current, currentKind == .paper ? [.summary, .abstract] : currentKind == .page ? .heading : .appearance)
    var count = 0
    let value = scratch.string { out in
      let start = out.count
      descriptions.append(of: current, to: &out)
      count = out.count - start
    }
    return count > 0 ? value : .undefined
  }

  /// A string of the configuration, undefined where it is empty.
  func optional(_ string: String, _ scratch: inout Scratch) -> Value {
    string.isEmpty ? .undefined : scratch.string(string)
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
    case .home, .day, .week, .month, .year, .trending, .tags: Listing(total: count, pageSize: max(count, 1))
    case .authors, .organizations: Listing(total: count, pageSize: Self.termsOnPage)
    default: Listing(total: count, pageSize: configuration.pageSize)
    }
  }

  /// The items of a listing in their order; nil where a page is no listing.
  func list(of page: PagePlan) -> OwnedList? {
    let subject = Int(page.subject)
    switch page.kind {
    case .home: return calendar.days.indices.last.map { list(.dayPapers, owner: $0) }
    case .day: return list(.dayPapers, owner: subject)
    case .week: return list(.weekPapers, owner: subject)
    case .month: return list(.monthPapers, owner: subject)
    case .year: return list(.yearPapers, owner: subject)
    case .trending: return list(.trendingPapers)
    case .code: return list(.codePapers)
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
  var subjectKind: Dependency.Kind? {
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
  var listsTerms: Bool { self == .tags || self == .authors || self == .organizations }
}
