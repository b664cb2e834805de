import ByteText
import Papers

/// Writes what previews in chats and social networks are made of: Open Graph and Twitter cards.
struct SocialTags {
  private let site: Site
  private let addresses: Addresses
  private let titles: PageTitles
  private let descriptions: PageDescriptions

  /// The tags of a site's pages.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
    titles = PageTitles(of: site)
    descriptions = PageDescriptions(of: site)
  }

  /// Appends the tags of a page.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    var text = ByteBuffer()
    out.append(property: "og:site_name") { $0.append(escaping: site.configuration.title) }
    out.append(property: "og:type") { $0.append(page.kind == .paper ? "article" : "website") }
    titles.append(of: page, to: &text)
    out.append(property: "og:title") { $0.append(escaping: text.span) }
    if page.kind != .notFound {
      out.append(property: "og:url") { addresses.appendPermalink(of: page, to: &$0) }
    }
    text.removeAll()
    descriptions.append(of: page, to: &text)
    if !text.isEmpty { out.append(property: "og:description") { $0.append(escaping: text.span) } }
    if page.kind == .paper { append(site.store.papers[Int(page.subject)], on: page, to: &out) }
    if page.kind != .paper || site.store.papers[Int(page.subject)].thumbnail.isEmpty {
      out.append(meta: "twitter:card") { $0.append("summary") }
    }
  }

  private func append(_ paper: Paper, on page: PagePlan, to out: inout ByteBuffer) {
    if let date = paper.published {
      out.append(property: "article:published_time") { date.day.write(into: &$0) }
    }
    if let date = paper.updated {
      out.append(property: "article:modified_time") { date.day.write(into: &$0) }
    }
    for row in paper.tags.range {
      out.append(property: "article:tag") { $0.append(escaping: site.bytes(site.store.texts[row])) }
    }
    let picture = site.bytes(paper.thumbnail)
    guard !picture.isEmpty else { return }
    out.append(property: "og:image") { out in
      addresses.appendBase(ofFile: picture, on: page, to: &out)
      out.append(escaping: picture)
    }
    out.append(meta: "twitter:card") { $0.append("summary_large_image") }
  }
}
