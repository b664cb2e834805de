/// Everything that a build writes, in a fixed order: what belongs to one page is together, since the files go into
/// one folder.
public struct SitePlan: Sendable {
  /// The outputs.
  public private(set) var pages: [OutputPlan] = []
  /// Where the files begin that speak of the whole site.
  public private(set) var siteFilesStart = 0
  /// The sitemaps among them.
  private(set) var sitemaps = SitemapParts()

  /// The plan of a site's outputs: which there are is up to the configuration.
  public init(of site: SiteData) {
    let facts = PlanFacts(of: site)
    let formats = FormatsByKind(site, facts)
    for kind in site.kinds.all where kind != .search { addPages(of: kind, formats[kind], in: site) }
    let siteFiles = site.formats.all.flatMap { site.formats[$0].siteFiles(in: facts) }
    pages += siteFiles.filter { !$0.isAboutWholeSite }
    siteFilesStart = pages.count
    if site.isWritten(.search) { pages.append(OutputPlan(kind: .search)) }
    pages += siteFiles.filter(\.isAboutWholeSite)
    guard site.configuration.outputs.sitemap else { return }
    sitemaps = SitemapParts(of: pages, in: site)
    pages += sitemaps.parts
  }

  private mutating func addPages(of kind: ObjectKind, _ formats: FormatsByKind.Formats, in site: SiteData) {
    let definition = site.kinds[kind]
    for index in 0..<definition.count(in: site) {
      let page = OutputPlan(kind: kind, subject: UInt32(index))
      if formats.isWritten, definition.hasPage(index, in: site) {
        add(page, formats, in: site)
      } else if !formats.isWritten {
        addFeeds(of: page, formats, in: site)
      }
    }
  }

  /// Adds a page, or the pages of a listing, with everything that is beside them.
  private mutating func add(_ page: OutputPlan, _ formats: FormatsByKind.Formats, in site: SiteData) {
    for number in 0..<max(site.pagination(of: page)?.pageCount ?? 1, 1) {
      addVariant(.html, of: page, number: number)
      for format in formats.paginated { addVariant(format, of: page, number: number) }
    }
    addFeeds(of: page, formats, in: site)
    for format in formats.others { addVariant(format, of: page) }
  }

  private mutating func addVariant(_ format: OutputFormat, of page: OutputPlan, number: Int = 0) {
    pages.append(OutputPlan(kind: page.kind, format: format, subject: page.subject, number: UInt32(number)))
  }

  private mutating func addFeeds(of page: OutputPlan, _ formats: FormatsByKind.Formats, in site: SiteData) {
    guard !formats.feeds.isEmpty else { return }
    // The documents with the same entries are together, so that a worker has these at hand.
    for number in 0...(site.feedArchive(of: page)?.count ?? 0) {
      for format in formats.feeds { addVariant(format, of: page, number: number) }
    }
  }
}

extension OutputPlan {
  /// Whether a file that is beside no page speaks of the whole site, and not of one paper, day or month.
  fileprivate var isAboutWholeSite: Bool { kind != .paper && kind != .day && kind != .month }
}

/// Which formats the pages of each kind have.
private struct FormatsByKind {
  struct Formats {
    var isWritten = false
    var feeds: [OutputFormat] = []
    var paginated: [OutputFormat] = []
    var others: [OutputFormat] = []
  }

  private var formats = [Formats](repeating: Formats(), count: 256)

  init(_ site: SiteData, _ facts: PlanFacts) {
    for kind in site.kinds.all {
      let beside = site.formats.all.filter { $0 != .html && site.formats[$0].isBeside(kind, in: facts) }
      formats[Int(kind.rawValue)] = Formats(
        isWritten: site.isWritten(kind), feeds: site.feedFormats(of: kind),
        paginated: beside.filter { site.formats[$0].isPaginated },
        others: beside.filter { !site.formats[$0].isPaginated && site.formats[$0].role != .feed })
    }
  }

  subscript(kind: ObjectKind) -> Formats { formats[Int(kind.rawValue)] }
}
