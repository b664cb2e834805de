import ByteText
import Papers

/// Writes lists of feeds as OPML 2.0, for readers to subscribe to.
///
/// `/feeds.opml` has the feeds of the site, its tags and its organizations; authors are too many to go with them and
/// have a list of their own, `/authors/feeds.opml`, which the first one includes.
struct FeedOutlines {
  private let site: Site
  private let addresses: Addresses
  private let titles: PageTitles

  /// A writer for a site's feeds.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    titles = PageTitles(of: site)
  }

  /// Appends the list of the site or, for the page of authors, of theirs.
  func append(for page: PagePlan, to out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>")
    out.append(escaping: site.configuration.title)
    out.append("</title></head>\n<body>\n")
    if page.kind == .authors {
      appendTerms(.author, to: &out)
    } else {
      appendSite(to: &out)
    }
    out.append("</body>\n</opml>\n")
  }

  private func appendSite(to out: inout ByteBuffer) {
    let kinds = site.configuration.outputs.feeds.kinds
    for kind in [PageKind.home, .trending, .code, .digest] where kinds.contains(kind) && site.hasFeed(of: kind) {
      append(PagePlan(kind: kind), to: &out)
    }
    group("Tags", .tag, to: &out)
    group("Organizations", .organization, to: &out)
    guard kinds.contains(.author), site.isWritten(.author) else { return }
    out.append("<outline text=\"Authors\" type=\"include\" url=\"")
    appendLink(of: PagePlan(kind: .authors, format: .opml), to: &out)
    out.append("\"/>\n")
  }

  private func group(_ title: StaticString, _ kind: Taxonomy.Kind, to out: inout ByteBuffer) {
    guard site.configuration.outputs.feeds.kinds.contains(kind.pageKind), site.isWritten(kind.pageKind) else { return }
    out.append("<outline text=\"")
    out.append(title)
    out.append("\">\n")
    appendTerms(kind, to: &out)
    out.append("</outline>\n")
  }

  private func appendTerms(_ kind: Taxonomy.Kind, to out: inout ByteBuffer) {
    for term in site.taxonomy(kind).published { append(PagePlan(kind: kind.pageKind, subject: term), to: &out) }
  }

  /// One feed, in the first of the formats that are written.
  private func append(_ page: PagePlan, to out: inout ByteBuffer) {
    guard let format = site.configuration.outputs.feeds.formats.first else { return }
    var feed = page
    feed.format = format
    var title = ByteBuffer()
    titles.append(of: page, to: &title)
    out.append("<outline type=\"rss\" text=\"")
    out.append(escaping: title.span)
    out.append("\" title=\"")
    out.append(escaping: title.span)
    out.append("\" xmlUrl=\"")
    appendLink(of: feed, to: &out)
    out.append("\" htmlUrl=\"")
    var home = ByteBuffer()
    addresses.appendPermalink(of: site.page(behindFeed: page), to: &home)
    out.append(escaping: home.span)
    out.append("\"/>\n")
  }

  private func appendLink(of page: PagePlan, to out: inout ByteBuffer) {
    var link = ByteBuffer()
    addresses.appendFileLink(of: page, to: &link)
    out.append(escaping: link.span)
  }
}

extension Site {
  /// Whether a listing that isn't divided into terms has feeds: the digest and papers with code have them even
  /// without a page.
  func hasFeed(of kind: PageKind) -> Bool {
    configuration.outputs.feeds.kinds.contains(kind) && (kind == .digest || kind == .code || isWritten(kind))
  }

  /// The page for readers that shows what a feed has.
  func page(behindFeed page: PagePlan) -> PagePlan {
    isWritten(page.kind) ? PagePlan(kind: page.kind, subject: page.subject) : PagePlan(kind: .home)
  }
}
