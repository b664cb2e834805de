package import ByteText
import Papers
package import Site

/// Writes what feed readers show of an entry, as HTML.
///
/// A text keeps its paragraphs, lists, emphasis and links; formulas are given as plain text, since few readers know
/// MathML. All addresses are absolute.
///
/// A paper is in the feeds of its tags and authors, in three formats each: the contents of some papers are kept.
package final class FeedContent {
  /// The contents of a paper's entries.
  private struct Kept {
    var paper: UInt32?
    var reads: [Dependency] = []
    var html: [UInt8] = []
    /// The same with entities, empty until it is needed.
    var escaped: [UInt8] = []
  }

  private var kept = [Kept](repeating: Kept(), count: 512)
  private let view: SiteView
  private let formulas = ReadableFormulas()
  private var html = ByteBuffer(capacity: 4096)
  private var linked = ByteBuffer(capacity: 4096)

  /// A writer for a site's entries.
  package init(of view: SiteView) {
    self.view = view
  }

  /// Appends the content of an entry.
  package func append(_ entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): out.append(contentsOf: kept[slot(of: paper)].html)
    case .day(let day): append(day: day, to: &out)
    }
  }

  /// Appends the content of an entry as XML text: HTML that is escaped once.
  package func append(escaped entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper):
      let slot = slot(of: paper)
      if kept[slot].escaped.isEmpty { keepEscaped(slot) }
      out.append(contentsOf: kept[slot].escaped)
    case .day(let day):
      html.removeAll()
      append(day: day, to: &html)
      out.append(escapingContentsOf: html)
    }
  }

  /// The place at which a paper's contents are kept.
  private func slot(of paper: PaperView) -> Int {
    let slot = Int(paper.index) % kept.count
    if kept[slot].paper == paper.index {
      paper.use(kept[slot].reads)
      return slot
    }
    html.removeAll()
    kept[slot].reads = paper.reads { append($0, to: &html) }
    paper.use(kept[slot].reads)
    kept[slot].paper = paper.index
    kept[slot].escaped.removeAll(keepingCapacity: true)
    kept[slot].html.replace(with: html)
    return slot
  }

  private func keepEscaped(_ slot: Int) {
    html.removeAll()
    html.append(escapingContentsOf: kept[slot].html)
    kept[slot].escaped.replace(with: html)
  }

  private func append(_ paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    if !paper.summary.plain.isEmpty {
      out.append("<p><strong>")
      out.append(escaping: view.bytes(paper.summary.plain))
      out.append("</strong></p>\n")
    }
    append(paper.abstract, of: paper, to: &out)
    appendLinks(of: paper, to: &out)
  }

  private func append(_ text: FormattedText, of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    guard !text.html.isEmpty else { return }
    linked.removeAll()
    AbsoluteLinks(base: paper.page, in: view).append(view.bytes(text.html), to: &linked)
    formulas.append(linked, to: &out)
    out.append("\n")
  }

  private func appendLinks(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    guard !paper.links.isEmpty else { return }
    out.append("<p>")
    for row in paper.links {
      let link = view.link(row)
      if row > paper.links.lowerBound { out.append(" · ") }
      out.append("<a href=\"")
      out.append(escaping: view.bytes(link.url))
      out.append("\">")
      view.appendLabel(ofLink: link.kind, escaping: true, to: &out)
      out.append("</a>")
    }
    out.append("</p>\n")
  }

  /// A day of the digest: the titles of its papers, each with a sentence where there is one.
  private func append(day index: Int, to out: inout ByteBuffer) {
    let view = view
    out.append("<ol>\n")
    for paper in view.digestPapers(ofDay: index) {
      out.append("<li><a href=\"")
      view.addresses.appendPermalink(of: paper.page, to: &out)
      out.append("\">")
      out.append(escaping: view.bytes(paper.title.plain))
      out.append("</a>")
      if !paper.summary.plain.isEmpty {
        out.append("<br>")
        out.append(escaping: view.bytes(paper.summary.plain))
      }
      out.append("</li>\n")
    }
    out.append("</ol>\n")
  }
}
