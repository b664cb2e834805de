import ByteText
import Papers

/// Writes the small files that crawlers, browsers and hosts look for at a site's root.
struct SiteFiles {
  /// The most lines that hosts accept in `_redirects` (Cloudflare Pages).
  private static let redirectLimit = 2000

  private let site: Site
  private let addresses: Addresses

  /// A writer for a site.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends robots.txt (RFC 9309).
  func appendRobots(to out: inout ByteBuffer) {
    out.append("User-agent: *\nAllow: /\n\nSitemap: ")
    addresses.appendFileLink(of: PagePlan(kind: .home, format: .sitemapIndex), to: &out)
    out.append("\n")
  }

  /// Appends `_redirects`: a rule for arXiv's paths, and a line for each alias and, while hosts accept so many, for
  /// each version.
  func appendRedirects(to out: inout ByteBuffer) {
    let outputs = site.configuration.outputs.redirects
    let entries = site.redirects.entries
    let aliases = entries.indices.filter { entries[$0].kind == .alias }
    let versions = entries.indices.filter { entries[$0].kind == .version }
    let lines = aliases.count + versions.count < Self.redirectLimit ? aliases + versions : aliases
    for index in lines {
      appendPath(of: PagePlan(kind: .redirect, subject: UInt32(index)), to: &out)
      out.append(" ")
      appendPath(of: PagePlan(kind: .paper, subject: entries[index].paper), to: &out)
      out.append(" 301\n")
    }
    guard outputs.abs else { return }
    out.append(site.configuration.root)
    out.append("abs/* ")
    out.append(site.configuration.root)
    out.append("papers/:splat 301\n")
  }

  private func appendPath(of page: PagePlan, to out: inout ByteBuffer) {
    out.append(site.configuration.root)
    var path = ByteBuffer()
    addresses.appendPath(of: page, to: &path)
    path.withUnsafeBytes { out.append(percentEncodingPath: $0) }
  }

  /// Appends a page that leads to a paper where the host knows no redirects.
  func appendRedirectPage(_ index: Int, to out: inout ByteBuffer) {
    let paper = site.redirects.entries[index].paper
    var target = ByteBuffer()
    addresses.appendPermalink(of: PagePlan(kind: .paper, subject: paper), to: &target)
    out.append("<!doctype html>\n<html lang=\"")
    out.append(escaping: site.configuration.language)
    out.append("\">\n<meta charset=\"utf-8\">\n<title>")
    out.append(escaping: site.bytes(site.store.papers[Int(paper)].title.plain))
    out.append("</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"")
    out.append(target.span)
    out.append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(target.span)
    out.append("\">\n<p><a href=\"")
    out.append(target.span)
    out.append("\">")
    out.append(escaping: site.bytes(site.store.papers[Int(paper)].title.plain))
    out.append("</a></p>\n</html>\n")
  }
}
