import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of the site.
  func siteAttribute(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .title: return scratch.string(site.configuration.title)
    case .tagline: return optional(site.configuration.tagline, &scratch)
    case .description: return optional(site.configuration.description, &scratch)
    case .baseUrl: return scratch.string(site.configuration.baseURL)
    case .root: return scratch.string(site.configuration.root)
    case .language: return scratch.string(site.configuration.language)
    case .outputs: return object(.outputs, 0)
    case .params: return params
    case .version: return scratch.string(Version.generator)
    case .feeds: return list(.siteFeedList, site.feedFormats(of: .home).indices)
    default: return siteContent(name)
    }
  }

  private func siteContent(_ name: TemplateName) -> Value {
    if let facet = name.siteFacet { log.note(.site, 0, facet) }
    switch name {
    case .latest: return site.calendar.days.isEmpty ? .undefined : object(.day, site.calendar.days.count - 1)
    case .first: return site.calendar.days.isEmpty ? .undefined : object(.day, 0)
    case .days: return list(.newestDays, site.calendar.days.indices)
    case .weeks: return list(.weekList, site.calendar.weeks.indices)
    case .months: return list(.monthList, site.calendar.months.indices)
    case .years: return list(.yearList, site.calendar.years.indices)
    case .papers: return list(site.list(.sitePapers))
    case .trending: return list(site.list(.trendingPapers))
    case .tags: return list(site.list(.siteTags))
    case .topTags: return list(site.list(.siteTags))
    case .pages: return list(.freePageList, site.pages.indices)
    case .paperCount: return Value(site.store.papers.count)
    case .dayCount: return Value(site.calendar.days.count)
    case .tagCount: return Value(site.tags.published.count)
    case .authorCount: return Value(site.authors.published.count)
    case .organizationCount: return Value(site.organizations.published.count)
    default: return .undefined
    }
  }

  /// Whether the site has a kind of page or file.
  func output(_ name: TemplateName) -> Value {
    let outputs = site.configuration.outputs
    switch name {
    case .weeks: return Value(outputs.weeks)
    case .months: return Value(outputs.months)
    case .years: return Value(outputs.years)
    case .archive: return Value(outputs.archive)
    case .trending: return Value(outputs.trending)
    case .tags: return Value(outputs.tags)
    case .authors: return Value(outputs.authors != nil)
    case .organizations: return Value(outputs.organizations != nil)
    case .rss: return Value(outputs.feeds.rss)
    case .atom: return Value(outputs.feeds.atom)
    case .json: return Value(outputs.feeds.json)
    case .feeds: return Value(!outputs.feeds.formats.isEmpty)
    case .code: return Value(outputs.code)
    case .citations: return Value(outputs.citations.papers)
    case .api: return Value(outputs.api.papers)
    case .markdown: return Value(outputs.markdown.papers)
    case .search: return Value(outputs.search)
    default: return .undefined
    }
  }
}

extension TemplateName {
  /// The aspect of the site that an attribute reads; nil for the configuration and for lists.
  fileprivate var siteFacet: Facets? {
    switch self {
    case .latest: .latestDay
    case .first: .firstDay
    case .days, .weeks, .months, .years: .allDays
    case .paperCount: .paperCount
    case .dayCount: .dayCount
    case .tagCount: .tagCount
    case .authorCount: .authorCount
    case .organizationCount: .organizationCount
    case .pages: .menu
    default: nil
    }
  }
}
