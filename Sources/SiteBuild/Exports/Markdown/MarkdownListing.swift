import ByteText
import Papers

/// Writes listings, indexes and free pages as Markdown, and `llms.txt`, which leads to them.
struct MarkdownListing {
  private let site: Site
  private let addresses: Addresses
  private let titles: PageTitles

  /// A writer for a site's listings.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    titles = PageTitles(of: site)
  }

  /// Appends a page that is no paper.
  func append(_ page: PagePlan, to out: inout ByteBuffer) {
    out.append("# ")
    appendTitle(of: page, to: &out)
    out.append("\n\n")
    switch page.kind {
    case .page: out.append(site.bytes(site.pages[Int(page.subject)].markdown).withoutLeadingEmptyLines)
    case .tags: appendTerms(.tag, of: page, to: &out)
    case .authors: appendTerms(.author, of: page, to: &out)
    case .organizations: appendTerms(.organization, of: page, to: &out)
    case .archive: appendDays(to: &out)
    default: appendPapers(of: page, to: &out)
    }
  }

  private func appendTitle(of page: PagePlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    titles.append(of: page, to: &title)
    title.withUnsafeBytes { out.append(escapingMarkdown: $0) }
  }

  private func appendPapers(of page: PagePlan, to out: inout ByteBuffer) {
    guard let list = site.list(of: page), let listing = site.listing(of: page) else { return }
    for position in listing.items(onPage: Int(page.number)) {
      append(paper: site.paper(at: position, of: list), to: &out)
    }
  }

  private func append(paper index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    out.append("- ")
    link(site.bytes(paper.title.plain), to: PagePlan(kind: .paper, subject: index), &out)
    if let day = site.store.newestDay(of: index) {
      out.append(", ")
      day.write(into: &out)
    }
    if !paper.summary.plain.isEmpty {
      out.append(": ")
      out.append(escapingMarkdown: site.bytes(paper.summary.plain))
    }
    out.append("\n")
  }

  private func appendTerms(_ kind: Taxonomy.Kind, of page: PagePlan, to out: inout ByteBuffer) {
    guard let list = site.list(of: page), let listing = site.listing(of: page) else { return }
    for position in listing.items(onPage: Int(page.number)) {
      let index = site.paper(at: position, of: list)
      out.append("- ")
      link(
        site.bytes(site.taxonomy(kind).terms[Int(index)].title), to: PagePlan(kind: kind.pageKind, subject: index), &out
      )
      out.append("\n")
    }
  }

  private func appendDays(to out: inout ByteBuffer) {
    for index in site.calendar.days.indices.reversed() {
      out.append("- ")
      linkWithTitle(PagePlan(kind: .day, subject: UInt32(index)), &out)
      out.append("\n")
    }
  }

  private func linkWithTitle(_ page: PagePlan, _ out: inout ByteBuffer) {
    var title = ByteBuffer()
    titles.append(of: page, to: &title)
    title.withUnsafeBytes { link($0, to: page, &out) }
  }

  /// A link to a page's Markdown twin, or to the page itself where it has none.
  private func link(_ text: UnsafeRawBufferPointer, to page: PagePlan, _ out: inout ByteBuffer) {
    out.append(markdownLink: text) { out in
      guard page.kind.hasTwin(in: site.configuration.outputs) else {
        return addresses.appendPermalink(of: page, to: &out)
      }
      addresses.appendFileLink(of: PagePlan(kind: page.kind, format: .markdown, subject: page.subject), to: &out)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The text without the empty lines that most people leave below front matter.
  fileprivate var withoutLeadingEmptyLines: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[(firstIndex { $0 != 0x0A && $0 != 0x0D } ?? endIndex)...])
  }
}

// MARK: - llms.txt

extension MarkdownListing {
  /// Appends `llms.txt` (llmstxt.org): what the site is and where machines find its parts.
  func appendLLMs(to out: inout ByteBuffer) {
    out.append("# ")
    site.configuration.title.utf8.span.withUnsafeBytes { out.append(escapingMarkdown: $0) }
    let description = site.configuration.description
    out.append("\n\n> ")
    (description.isEmpty ? site.configuration.title : description).utf8.span.withUnsafeBytes {
      out.append(escapingMarkdown: $0)
    }
    out.append("\n\n## Papers\n\n")
    entry(.home, "the papers of the latest day", to: &out)
    if site.isWritten(.trending) { entry(.trending, "papers by votes, comments and age", to: &out) }
    if site.isWritten(.code) { entry(.code, "papers with a code repository", to: &out) }
    if site.isWritten(.archive) { entry(.archive, "every day with papers", to: &out) }
    if site.isWritten(.tags) { entry(.tags, "the papers by subject", to: &out) }
    appendData(to: &out)
    appendFreePages(to: &out)
  }

  private func appendData(to out: inout ByteBuffer) {
    let outputs = site.configuration.outputs
    out.append("\n## Data\n\n")
    if outputs.api.papers || outputs.api.days || outputs.api.dump {
      file(.apiIndex, "JSON API", "where each paper, each day and all papers are as JSON", to: &out)
    }
    if outputs.citations.site { file(.bibtex, "BibTeX", "all papers", to: &out) }
    if !outputs.feeds.formats.isEmpty { file(.opml, "Feeds", "all feeds as OPML", to: &out) }
    if outputs.sitemap { file(.sitemapIndex, "Sitemap", "all pages", to: &out) }
  }

  private func appendFreePages(to out: inout ByteBuffer) {
    guard !site.pages.isEmpty else { return }
    out.append("\n## Pages\n\n")
    for (index, page) in site.pages.enumerated() {
      out.append("- ")
      linkWithTitle(PagePlan(kind: .page, subject: UInt32(index)), &out)
      if !page.description.isEmpty {
        out.append(": ")
        page.description.utf8.span.withUnsafeBytes { out.append(escapingMarkdown: $0) }
      }
      out.append("\n")
    }
  }

  private func entry(_ kind: PageKind, _ text: StaticString, to out: inout ByteBuffer) {
    out.append("- ")
    linkWithTitle(PagePlan(kind: kind), &out)
    out.append(": ")
    out.append(text)
    out.append("\n")
  }

  private func file(_ format: PageFormat, _ name: StaticString, _ text: StaticString, to out: inout ByteBuffer) {
    out.append("- [")
    out.append(name)
    out.append("](")
    addresses.appendFileLink(of: PagePlan(kind: .home, format: format), to: &out)
    out.append("): ")
    out.append(text)
    out.append("\n")
  }
}
