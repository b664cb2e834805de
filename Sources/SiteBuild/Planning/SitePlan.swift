import ByteText
import Papers

/// Everything that a build writes, in a fixed order: what belongs to one page stands together, since the files go into
/// one folder.
struct SitePlan: Sendable {
  /// The outputs.
  private(set) var pages: [PagePlan] = []
  /// Where the files begin that speak of the whole site.
  private(set) var siteFilesStart = 0
  /// The sitemaps among them.
  private(set) var sitemaps = SitemapParts()

  /// The plan of a site's pages: which there are is up to the configuration.
  init(of site: Site) {
    let outputs = site.configuration.outputs
    addCalendar(of: site)
    addTerms(of: site)
    if outputs.trending { add(.trending, of: site) }
    if outputs.code { add(.code, of: site) } else { addFeeds(of: PagePlan(kind: .code), in: site) }
    addFeeds(of: PagePlan(kind: .digest), in: site)
    for index in site.pages.indices { add(.page, index, of: site) }
    pages.append(PagePlan(kind: .notFound))
    for index in site.store.papers.indices { add(.paper, index, of: site) }
    addRecords(of: site)
    for index in site.redirects.entries.indices {
      pages.append(PagePlan(kind: .redirect, subject: UInt32(index)))
    }
    siteFilesStart = pages.count
    if outputs.search { pages += Self.searchPages(of: site) }
    addSiteFiles(of: site)
  }

  private mutating func addCalendar(of site: Site) {
    let outputs = site.configuration.outputs
    add(.home, of: site)
    for index in site.calendar.days.indices { add(.day, index, of: site) }
    if outputs.weeks { for index in site.calendar.weeks.indices { add(.week, index, of: site) } }
    if outputs.months { for index in site.calendar.months.indices { add(.month, index, of: site) } }
    if outputs.years { for index in site.calendar.years.indices { add(.year, index, of: site) } }
    if outputs.archive { add(.archive, of: site) }
  }

  private mutating func addTerms(of site: Site) {
    let outputs = site.configuration.outputs
    if outputs.tags { addIndex(.tags, of: site.tags, in: site) }
    if outputs.authors != nil { addIndex(.authors, of: site.authors, in: site) }
    if outputs.organizations != nil { addIndex(.organizations, of: site.organizations, in: site) }
  }

  private mutating func addIndex(_ index: PageKind, of taxonomy: Taxonomy, in site: Site) {
    add(index, of: site)
    for (term, value) in taxonomy.terms.enumerated() where value.isPublished {
      add(taxonomy.kind.pageKind, term, of: site)
    }
  }

  /// Adds a page, or the pages of a listing, with everything that stands beside them.
  private mutating func add(_ kind: PageKind, _ subject: Int = 0, of site: Site) {
    let plan = PagePlan(kind: kind, subject: UInt32(subject))
    pages.append(plan)
    if kind.hasTwin(in: site.configuration.outputs) { addVariant(.markdown, of: plan) }
    let count = site.listing(of: plan)?.pageCount ?? 1
    for number in 1..<max(count, 1) { addPage(number, of: plan, in: site) }
    addFeeds(of: plan, in: site)
    if kind.hasCitations(in: site.configuration.outputs) {
      for format in [PageFormat.bibtex, .ris, .csl] { addVariant(format, of: plan) }
    }
    if kind == .paper, site.configuration.outputs.linksets { addVariant(.linkset, of: plan) }
  }

  private mutating func addVariant(_ format: PageFormat, of plan: PagePlan, number: Int = 0) {
    pages.append(PagePlan(kind: plan.kind, format: format, subject: plan.subject, number: UInt32(number)))
  }

  private mutating func addPage(_ number: Int, of plan: PagePlan, in site: Site) {
    addVariant(.html, of: plan, number: number)
    if plan.kind.hasTwin(in: site.configuration.outputs) { addVariant(.markdown, of: plan, number: number) }
  }

  private mutating func addFeeds(of plan: PagePlan, in site: Site) {
    let feeds = site.configuration.outputs.feeds
    guard feeds.kinds.contains(plan.kind) else { return }
    let archives = site.archive(of: plan)?.count ?? 0
    // The documents with the same entries stand together, so that a worker has these at hand.
    for number in 0...archives {
      for format in feeds.formats { addVariant(format, of: plan, number: number) }
    }
  }
}

// MARK: - Files without a page

extension SitePlan {
  /// The files of the JSON API.
  private mutating func addRecords(of site: Site) {
    let api = site.configuration.outputs.api
    if api.papers { for index in site.store.papers.indices { addVariant(.record, .paper, index) } }
    if api.days {
      for index in site.calendar.days.indices { addVariant(.record, .day, index) }
      if !site.calendar.days.isEmpty { addVariant(.record, .home) }
    }
    if api.dump {
      for index in site.calendar.months.indices { addVariant(.jsonLines, .month, index) }
      if site.hasWholeDump { addVariant(.jsonLines, .home) }
    }
    if api.papers || api.days || api.dump { addVariant(.apiIndex, .home) }
  }

  /// The files that speak of the whole site.
  private mutating func addSiteFiles(of site: Site) {
    let outputs = site.configuration.outputs
    if !outputs.feeds.formats.isEmpty {
      addVariant(.opml, .home)
      if outputs.authors != nil, outputs.feeds.kinds.contains(.author) { addVariant(.opml, .authors) }
    }
    if outputs.markdown.llms { addVariant(.llms, .home) }
    if outputs.redirects.file { addVariant(.redirects, .home) }
    if outputs.sitemap {
      addVariant(.robots, .home)
      addVariant(.sitemapIndex, .home)
      sitemaps = SitemapParts(of: pages, in: site)
      pages += sitemaps.parts
    }
  }

  private mutating func addVariant(_ format: PageFormat, _ kind: PageKind, _ subject: Int = 0) {
    pages.append(PagePlan(kind: kind, format: format, subject: UInt32(subject)))
  }
}

extension PageKind {
  /// Whether pages of the kind have Markdown twins.
  func hasTwin(in outputs: Outputs) -> Bool {
    switch self {
    case .paper: outputs.markdown.papers
    case .page: outputs.markdown.pages
    case .redirect, .notFound, .digest, .search: false
    default: outputs.markdown.listings
    }
  }

  /// Whether pages of the kind have files with citations.
  func hasCitations(in outputs: Outputs) -> Bool {
    switch self {
    case .paper: outputs.citations.papers
    case .home: outputs.citations.site
    case .day, .tag, .author, .organization: outputs.citations.listings
    default: false
    }
  }
}

extension Outputs.Feeds {
  /// The feed formats that are written.
  var formats: [PageFormat] { (rss ? [.rss] : []) + (atom ? [.atom] : []) + (json ? [.jsonFeed] : []) }
}
