import ByteText
import Papers

/// Writes the links of a page's head: its own address, its feeds, its other forms, and on papers the signposts.
struct HeadLinks {
  private let site: Site
  private let addresses: Addresses
  private let titles: PageTitles
  private let signposts: Signposts

  /// The links of a site's pages.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    titles = PageTitles(of: site)
    signposts = Signposts(of: site)
  }

  /// Appends the links of a page.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    if site.configuration.outputs.search { appendSearch(to: &out) }
    guard page.kind != .notFound else { return }
    out.append(link: "canonical") { addresses.appendPermalink(of: page, to: &$0) }
    if page.kind != .home { appendFeeds(of: page, to: &out) }
    appendFeeds(of: PagePlan(kind: .home), to: &out)
    if page.kind == .home { appendFeeds(of: PagePlan(kind: .digest), to: &out) }
    if page.kind.hasTwin(in: site.configuration.outputs) { append("alternate", .markdown, of: page, to: &out) }
    if page.kind == .paper {
      appendSignposts(of: page, to: &out)
    } else if page.kind.hasCitations(in: site.configuration.outputs), page.number == 0 {
      for format in [PageFormat.bibtex, .ris, .csl] { append("describedby", format, of: page, to: &out) }
    }
  }

  private func appendSearch(to out: inout ByteBuffer) {
    out.append("<link rel=\"search\" type=\"")
    out.append(PageFormat.openSearch.mediaType)
    out.append("\" title=\"")
    out.append(escaping: site.configuration.title)
    out.append("\" href=\"")
    addresses.appendFileLink(of: PagePlan(kind: .home, format: .openSearch), to: &out)
    out.append("\">\n")
  }

  private func appendFeeds(of page: PagePlan, to out: inout ByteBuffer) {
    guard site.configuration.outputs.feeds.kinds.contains(page.kind) else { return }
    for format in site.feedFormats {
      append(PagePlan(kind: page.kind, format: format, subject: page.subject), to: &out)
    }
  }

  private func append(_ feed: PagePlan, to out: inout ByteBuffer) {
    out.append("<link rel=\"alternate\" type=\"")
    out.append(feed.format.mediaType)
    out.append("\" title=\"")
    out.append(escapingResultOf: { titles.appendFeedTitle(of: feed, to: &$0) })
    out.append("\" href=\"")
    addresses.appendFileLink(of: feed, to: &out)
    out.append("\">\n")
  }

  private func append(_ relation: StaticString, _ format: PageFormat, of page: PagePlan, to out: inout ByteBuffer) {
    out.append(link: relation, type: format.mediaType) { out in
      var variant = page
      variant.format = format
      addresses.appendFileLink(of: variant, to: &out)
    }
  }

  private func appendSignposts(of page: PagePlan, to out: inout ByteBuffer) {
    signposts.forEachLink(of: page.subject) { link, address in
      out.append(link: link.relation, type: link.type) { $0.append(escaping: address) }
    }
    if site.configuration.outputs.linksets { append("linkset", .linkset, of: page, to: &out) }
  }
}
