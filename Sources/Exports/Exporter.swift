package import ByteText
package import Site

/// Writes every output that needs no template, for one worker.
package final class Exporter {
  private let view: SiteView
  /// By the numbers of the formats; made when the first output of a format is written.
  private var writers: [(any FormatWriter)?]
  private let redirectPages: RedirectPageWriter

  /// An exporter of what a view shows.
  package init(of view: SiteView) {
    self.view = view
    writers = Array(repeating: nil, count: view.formats.all.count)
    redirectPages = RedirectPageWriter(of: view)
  }

  /// Appends an output; those that a template renders are left out.
  package func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    if plan.format == .html {
      if plan.kind == .redirect { redirectPages.write(plan, into: &out) }
      return
    }
    let start = out.count
    writer(of: plan.format)?.write(plan, into: &out)
    if view.formats[plan.format].isXML { out.removeForbiddenXMLCharacters(from: start) }
  }

  private func writer(of format: OutputFormat) -> (any FormatWriter)? {
    let number = Int(format.rawValue)
    if writers[number] == nil { writers[number] = view.formats[format].makeWriter(for: view) }
    return writers[number]
  }
}
