import ByteText
import Jinja
import Papers
import Site

extension TemplateModel {
  /// An attribute of the site.
  func siteAttribute(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .title: return scratch.string(view.configuration.title)
    case .tagline: return optional(view.configuration.tagline, &scratch)
    case .description: return optional(view.configuration.description, &scratch)
    case .baseUrl: return scratch.string(view.configuration.baseURL)
    case .root: return scratch.string(view.configuration.root)
    case .language: return scratch.string(view.configuration.language)
    case .outputs: return object(.outputs, 0)
    case .params: return params
    case .version: return scratch.string(Version.generator)
    case .feeds: return list(.siteFeedList, view.feedFormats(of: .home).indices)
    default: return siteContent(name)
    }
  }

  private func siteContent(_ name: TemplateName) -> Value {
    switch name {
    case .latest: return view.latestDay.map { object(.day, $0) } ?? .undefined
    case .first: return view.firstDay.map { object(.day, $0) } ?? .undefined
    case .days: return list(.newestDays, view.all(.day))
    case .weeks: return list(.weekList, view.all(.week))
    case .months: return list(.monthList, view.all(.month))
    case .years: return list(.yearList, view.all(.year))
    case .papers: return list(.home)
    case .trending: return list(.trending)
    case .tags, .topTags: return list(.terms(of: 0))
    case .taxonomies: return list(.taxonomyList, 0..<view.taxonomyCount)
    case .listings: return list(.listingList, view.configuration.listings.indices)
    case .pages: return list(.freePageList, view.freePages)
    case .paperCount: return Value(view.paperCount)
    case .dayCount: return Value(view.dayCount)
    case .tagCount: return Value(view.termCount(of: 0))
    case .authorCount: return Value(view.termCount(of: 1))
    case .organizationCount: return Value(view.termCount(of: 2))
    default: return .undefined
    }
  }

  /// Whether the site has a kind of page or file.
  func output(_ name: TemplateName) -> Value {
    let outputs = view.configuration.outputs
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
    case .feeds: return Value(!view.facts.feedFormats.isEmpty)
    case .code: return Value(outputs.code)
    case .citations: return Value(outputs.citations.papers)
    case .api: return Value(outputs.api.papers)
    case .markdown: return Value(outputs.markdown.papers)
    case .search: return Value(outputs.search)
    default: return .undefined
    }
  }
}
