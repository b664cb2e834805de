import ByteText
import Papers

/// Writes the sitemaps and the index that lists them (sitemaps.org).
struct SitemapWriter {
  private let site: Site
  private let addresses: Addresses
  private let plan: SitePlan

  /// A writer for a site's planned pages.
  init(of site: Site, plan: SitePlan) {
    self.site = site
    self.plan = plan
    addresses = Addresses(of: site)
  }

  /// Appends the index.
  func appendIndex(to out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for part in plan.sitemaps.parts {
      out.append("<sitemap><loc>")
      out.append(escapingResultOf: { addresses.appendFileLink(of: part, to: &$0) })
      out.append("</loc>")
      appendDay(newestDay(in: part), to: &out)
      out.append("</sitemap>\n")
    }
    out.append("</sitemapindex>\n")
  }

  /// Appends one part.
  func append(_ part: PagePlan, to out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages(in: part) {
      out.append("<url><loc>")
      out.append(escapingResultOf: { addresses.appendPermalink(of: page, to: &$0) })
      out.append("</loc>")
      appendDay(site.modificationDay(of: page), to: &out)
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
  }

  /// The day on which a page of a part last changed.
  private func newestDay(in part: PagePlan) -> Day? { pages(in: part).lazy.compactMap(site.modificationDay).max() }

  private func pages(in part: PagePlan) -> some Sequence<PagePlan> {
    plan.sitemaps.positions(in: part).lazy.map { plan.pages[Int($0)] }
  }

  private func appendDay(_ day: Day?, to out: inout ByteBuffer) {
    guard let day else { return }
    out.append("<lastmod>")
    day.write(into: &out)
    out.append("</lastmod>")
  }
}
