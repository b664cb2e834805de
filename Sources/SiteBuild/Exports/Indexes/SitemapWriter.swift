import ByteText
import Papers

/// Writes the sitemaps and the index that lists them (sitemaps.org).
struct SitemapWriter {
  private let site: Site
  private let addresses: Addresses
  private let pages: [PagePlan]
  private let limit: Int

  /// A writer for a site's planned pages.
  init(of site: Site, pages: [PagePlan], limit: Int = SitemapParts.limit) {
    self.site = site
    self.pages = pages
    self.limit = limit
    addresses = Addresses(of: site)
  }

  /// Appends the index.
  func appendIndex(to out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let days = newestDays()
    for part in pages where part.format == .sitemap {
      out.append("<sitemap><loc>")
      appendEscaped(to: &out) { addresses.appendFileLink(of: part, to: &$0) }
      out.append("</loc>")
      appendDay(days[part], to: &out)
      out.append("</sitemap>\n")
    }
    out.append("</sitemapindex>\n")
  }

  /// Appends one part.
  func append(_ part: PagePlan, to out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    forEachPage { page, itsPart in
      guard itsPart == part else { return }
      out.append("<url><loc>")
      appendEscaped(to: &out) { addresses.appendPermalink(of: page, to: &$0) }
      out.append("</loc>")
      appendDay(site.modificationDay(of: page), to: &out)
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
  }

  /// The day on which a page of each part last changed.
  private func newestDays() -> [PagePlan: Day] {
    var days: [PagePlan: Day] = [:]
    forEachPage { page, part in
      guard let day = site.modificationDay(of: page) else { return }
      days[part] = max(days[part] ?? day, day)
    }
    return days
  }

  /// Calls `body` with each page that a sitemap lists and the part that lists it.
  private func forEachPage(_ body: (PagePlan, PagePlan) -> Void) {
    var counts: [PagePlan: Int] = [:]
    for page in pages {
      guard var part = site.sitemap(of: page) else { continue }
      let position = counts[part, default: 0]
      counts[part] = position + 1
      part.number = UInt32(position / limit + 1)
      body(page, part)
    }
  }

  private func appendDay(_ day: Day?, to out: inout ByteBuffer) {
    guard let day else { return }
    out.append("<lastmod>")
    day.write(into: &out)
    out.append("</lastmod>")
  }

  private func appendEscaped(to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    var address = ByteBuffer()
    write(&address)
    out.append(escaping: address.span)
  }
}
