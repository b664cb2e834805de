import ByteText

/// The page that hosts show for addresses that lead nowhere: `/404.html`.
struct NotFoundKind: KindDefinition {
  let name = "404"

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("404.html") }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Page not found") }

  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { false }

  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? { nil }
}
