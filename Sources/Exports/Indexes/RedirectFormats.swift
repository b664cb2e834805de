package import ByteText
import Papers
package import Site

/// The file `_redirects`, which Netlify and Cloudflare Pages understand.
struct RedirectsFormat: OutputFormatDefinition {
  let fileName: StaticString = "_redirects"
  let mediaType: StaticString = "text/plain"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.outputs.redirects.file ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { RedirectsWriter(view: view) }
}

private struct RedirectsWriter: FormatWriter {
  /// The most lines that hosts accept (Cloudflare Pages).
  private static let limit = 2000

  let view: SiteView

  /// A line for each alias and, while hosts accept so many, for each version; and a rule for arXiv's paths.
  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let entries = view.redirects
    let aliases = entries.indices.filter { entries[$0].kind == .alias }
    let versions = entries.indices.filter { entries[$0].kind == .version }
    for index in aliases.count + versions.count < Self.limit ? aliases + versions : aliases {
      appendPath(of: OutputPlan(kind: .redirect, subject: UInt32(index)), to: &out)
      out.append(" ")
      appendPath(of: OutputPlan(kind: .paper, subject: entries[index].paper), to: &out)
      out.append(" 301\n")
    }
    guard view.configuration.outputs.redirects.abs else { return }
    out.append(view.configuration.root)
    out.append("abs/* ")
    out.append(view.configuration.root)
    out.append("papers/:splat 301\n")
  }

  private func appendPath(of page: OutputPlan, to out: inout ByteBuffer) {
    out.append(view.configuration.root)
    var path = ByteBuffer()
    view.addresses.appendPath(of: page, to: &path)
    out.append(percentEncodingPath: path.span)
  }
}

/// Writes pages that lead to papers where the host knows no redirects.
package struct RedirectPageWriter: FormatWriter {
  private let view: SiteView

  /// A writer for a site's redirects.
  package init(of view: SiteView) { self.view = view }

  /// Appends a page.
  package func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let paper = view.paper(ofRedirect: Int(plan.subject))
    let title = view.bytes(paper.title.plain)
    var target = ByteBuffer()
    view.addresses.appendPermalink(of: paper.page, to: &target)
    out.append("<!doctype html>\n<html lang=\"")
    out.append(escaping: view.configuration.language)
    out.append("\">\n<meta charset=\"utf-8\">\n<title>")
    out.append(escaping: title)
    out.append("</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"")
    out.append(target.span)
    out.append("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(target.span)
    out.append("\">\n<p><a href=\"")
    out.append(target.span)
    out.append("\">")
    out.append(escaping: title)
    out.append("</a></p>\n</html>\n")
  }
}
