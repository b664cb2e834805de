import ByteText
import Papers

/// Writes every output that needs no template, for one worker.
final class Exporter {
  private let site: Site
  private let bibTeX: BibTeXWriter
  private let titles: TitleTeX
  private let ris: RISWriter
  private let csl: CSLWriter
  private let records: PaperRecordWriter
  private let days: DailyPapersWriter
  private let dump: DumpWriter
  private let markdownPaper: MarkdownPaper
  private let markdownListing: MarkdownListing
  private let jsonFeed: JSONFeedWriter
  /// The contents of entries, for feeds that templates render too.
  let feedContent: FeedContent
  private let sitemap: SitemapWriter
  private let outlines: FeedOutlines
  private let files: SiteFiles
  private let linksets: LinksetWriter
  private let search: SearchFiles
  /// The BibTeX entry that was written last, and whose it is.
  private var entryText = ByteBuffer()
  private var lastEntry: UInt32?

  /// An exporter of a site and all that is planned of it.
  init(of site: Site, plan: SitePlan, _ searchIndexes: SearchIndexes) {
    self.site = site
    bibTeX = BibTeXWriter(of: site)
    titles = TitleTeX(of: site)
    ris = RISWriter(of: site)
    csl = CSLWriter(of: site)
    records = PaperRecordWriter(of: site)
    days = DailyPapersWriter(of: site)
    dump = DumpWriter(of: site)
    markdownPaper = MarkdownPaper(of: site)
    markdownListing = MarkdownListing(of: site)
    feedContent = FeedContent(of: site)
    jsonFeed = JSONFeedWriter(of: site, content: feedContent)
    sitemap = SitemapWriter(of: site, plan: plan)
    outlines = FeedOutlines(of: site)
    files = SiteFiles(of: site)
    linksets = LinksetWriter(of: site)
    search = SearchFiles(of: site, searchIndexes)
  }

  /// Appends an output; those that a template renders are left out.
  func write(_ page: PagePlan, into out: inout ByteBuffer) {
    switch page.format {
    case .html:
      if page.kind == .redirect { files.appendRedirectPage(Int(page.subject), to: &out) }
    case .rss, .atom: break
    case .jsonFeed: jsonFeed.append(page, to: &out)
    case .markdown: writeMarkdown(page, into: &out)
    case .linkset: linksets.append(page.subject, to: &out)
    case .bibtex, .ris, .csl: writeCitations(page, into: &out)
    case .record, .jsonLines, .apiIndex: writeAPI(page, into: &out)
    case .opml: outlines.append(for: page, to: &out)
    case .sitemapIndex: sitemap.appendIndex(to: &out)
    case .sitemap: sitemap.append(page, to: &out)
    case .llms: markdownListing.appendLLMs(to: &out)
    case .robots: files.appendRobots(to: &out)
    case .openSearch: OpenSearchDescription(of: site).append(to: &out)
    case .searchIndex, .searchTerms, .searchTexts: search.append(page, to: &out)
    case .redirects: files.appendRedirects(to: &out)
    }
  }

  /// Appends the BibTeX entry of a paper, which is kept: a paper's page and its file show the same.
  func writeBibTeX(of paper: UInt32, into out: inout ByteBuffer) {
    if lastEntry != paper {
      entryText.removeAll()
      bibTeX.append(paper, title: titles, in: PagePlan(kind: .paper, subject: paper), to: &entryText)
      lastEntry = paper
    }
    entryText.withUnsafeBytes { out.append($0) }
  }

  private func writeMarkdown(_ page: PagePlan, into out: inout ByteBuffer) {
    if page.kind == .paper {
      markdownPaper.append(page.subject, to: &out)
    } else {
      markdownListing.append(page, to: &out)
    }
  }

  private func writeAPI(_ page: PagePlan, into out: inout ByteBuffer) {
    switch (page.format, page.kind) {
    case (.record, .paper):
      records.append(page.subject, to: &out)
      out.append("\n")
    case (.record, .day): days.append(day: Int(page.subject), to: &out)
    case (.record, _): if let latest = site.calendar.days.indices.last { days.append(day: latest, to: &out) }
    case (.jsonLines, .month): dump.append(month: Int(page.subject), to: &out)
    case (.jsonLines, _): dump.appendWhole(to: &out)
    default: dump.appendIndex(to: &out)
    }
  }

  /// Appends the citations of a paper with their abstracts, or of all papers of a listing without.
  private func writeCitations(_ page: PagePlan, into out: inout ByteBuffer) {
    switch page.kind {
    case .paper where page.format == .bibtex: writeBibTeX(of: page.subject, into: &out)
    case .paper: writeCitations(page, [page.subject], into: &out)
    case .home: writeCitations(page, site.order[...], into: &out)
    default:
      if let list = site.list(of: page) {
        writeCitations(page, site.rows(of: list.kind, owner: list.owner), into: &out)
      }
    }
  }

  private func writeCitations(_ page: PagePlan, _ papers: ArraySlice<UInt32>, into out: inout ByteBuffer) {
    let format = page.format
    if format == .csl { out.append("[") }
    for (position, paper) in papers.enumerated() {
      let isFirst = position == 0
      switch format {
      case .bibtex:
        if !isFirst { out.append("\n") }
        bibTeX.append(paper, title: titles, in: page, to: &out)
      case .ris: ris.append(paper, in: page, to: &out)
      default:
        if !isFirst { out.append(",\n") }
        csl.append(paper, in: page, to: &out)
      }
    }
    if format == .csl { out.append("]\n") }
  }
}
