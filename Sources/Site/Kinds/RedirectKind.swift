import ByteText
import Papers

/// Other addresses of papers: former ids, versions, and arXiv's paths.
struct RedirectKind: KindDefinition {
  let name = "redirect"
  let templates: [String] = []

  func count(in site: SiteData) -> Int { site.redirects.entries.count }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    site.redirects.appendPath(of: index, in: site, to: &out)
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Page not found") }

  func source(of index: Int, in site: SiteData) -> ContentPlace {
    site.store.place(of: Int(site.redirects.entries[index].paper))
  }

  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { false }

  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? { nil }
}
