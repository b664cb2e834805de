import ByteText
import Papers
import Site

/// What crawlers may read and where the sitemap is: `robots.txt` (RFC 9309).
struct RobotsFormat: OutputFormatDefinition {
  let fileName: StaticString = "robots.txt"
  let mediaType: StaticString = "text/plain"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.outputs.sitemap ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { RobotsWriter(view: view) }
}

private struct RobotsWriter: FormatWriter {
  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append("User-agent: *\nAllow: /\n\nSitemap: ")
    let index = view.formats.number(of: SitemapIndexFormat.self)
    view.addresses.appendFileLink(of: OutputPlan(kind: .home, format: index), to: &out)
    out.append("\n")
  }
}

/// The index of the sitemaps: `sitemap.xml` (sitemaps.org).
struct SitemapIndexFormat: OutputFormatDefinition {
  let fileName: StaticString = "sitemap.xml"
  let mediaType: StaticString = "application/xml"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.outputs.sitemap ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { SitemapIndexWriter(view: view) }
}

private struct SitemapIndexWriter: FormatWriter {
  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (part, changed) in view.sitemapParts {
      out.append("<sitemap><loc>")
      out.append(escapingResultOf: { view.addresses.appendFileLink(of: part, to: &$0) })
      out.append("</loc>")
      out.append(lastModified: changed)
      out.append("</sitemap>\n")
    }
    out.append("</sitemapindex>\n")
  }
}

/// A sitemap: `sitemap/papers-2026.xml`, and where a group has several files `sitemap/papers-2026-2.xml`.
struct SitemapFormat: OutputFormatDefinition {
  let fileName: StaticString = "sitemap.xml"
  let mediaType: StaticString = "application/xml"
  let role = FormatRole.sitemap

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    out.append("sitemap/")
    addresses.appendLabel(of: plan, to: &out)
    if plan.number > 1 {
      out.append("-")
      out.append(decimal: Int(plan.number))
    }
    out.append(".xml")
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { SitemapWriter(view: view) }
}

private struct SitemapWriter: FormatWriter {
  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (page, changed) in view.pages(in: plan) {
      out.append("<url><loc>")
      out.append(escapingResultOf: { view.addresses.appendPermalink(of: page, to: &$0) })
      out.append("</loc>")
      out.append(lastModified: changed)
      out.append("</url>\n")
    }
    out.append("</urlset>\n")
  }
}

extension ByteBuffer {
  fileprivate mutating func append(lastModified day: Day?) {
    guard let day else { return }
    append("<lastmod>")
    day.write(into: &self)
    append("</lastmod>")
  }
}
