import ByteText
import Papers

/// Writes what feed readers show of an entry, as HTML.
///
/// A text keeps its paragraphs, lists, emphasis and links; formulas are given as plain text, since few readers know
/// MathML. All addresses are absolute.
///
/// A paper stands in the feeds of its tags and authors, in three formats each: the contents of some papers are kept.
final class FeedContent {
  /// The papers whose contents are kept, and their contents.
  private var kept = [(paper: UInt32?, html: [UInt8])](repeating: (nil, []), count: 1024)
  private let site: Site
  private let addresses: Addresses
  private let formulas = ReadableFormulas()

  /// A writer for a site's entries.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the content of an entry.
  func append(_ entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): appendKept(paper: paper, to: &out)
    case .day(let day): append(day: day, to: &out)
    }
  }

  private func appendKept(paper: UInt32, to out: inout ByteBuffer) {
    let slot = Int(paper) % kept.count
    if kept[slot].paper != paper {
      var html = ByteBuffer(capacity: 4096)
      append(paper: paper, to: &html)
      kept[slot] = (paper, html.withUnsafeBytes { [UInt8]($0) })
    }
    kept[slot].html.withUnsafeBytes { out.append($0) }
  }

  private func append(paper index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    if !paper.summary.plain.isEmpty {
      out.append("<p><strong>")
      out.append(escaping: site.bytes(paper.summary.plain))
      out.append("</strong></p>\n")
    }
    append(paper.abstract, of: index, to: &out)
    appendLinks(of: paper, to: &out)
  }

  private func append(_ text: FormattedText, of index: UInt32, to out: inout ByteBuffer) {
    guard !text.html.isEmpty else { return }
    var html = ByteBuffer()
    AbsoluteLinks(base: PagePlan(kind: .paper, subject: index), addresses).append(site.bytes(text.html), to: &html)
    html.withUnsafeBytes { formulas.append($0, to: &out) }
    out.append("\n")
  }

  private func appendLinks(of paper: Paper, to out: inout ByteBuffer) {
    guard !paper.links.range.isEmpty else { return }
    out.append("<p>")
    for row in paper.links.range {
      let link = site.store.links[row]
      if row > paper.links.range.lowerBound { out.append(" · ") }
      out.append("<a href=\"")
      out.append(escaping: site.bytes(link.url))
      out.append("\">")
      out.append(escaping: LinkLabel.of(kind: site.string(link.kind)))
      out.append("</a>")
    }
    out.append("</p>\n")
  }

  /// A day of the digest: the titles of its papers, each with a sentence where there is one.
  private func append(day index: Int, to out: inout ByteBuffer) {
    out.append("<ol>\n")
    for row in site.calendar.days[index].papers.range {
      let index = site.calendar.papers[row]
      let paper = site.store.papers[Int(index)]
      out.append("<li><a href=\"")
      addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out)
      out.append("\">")
      out.append(escaping: site.bytes(paper.title.plain))
      out.append("</a>")
      if !paper.summary.plain.isEmpty {
        out.append("<br>")
        out.append(escaping: site.bytes(paper.summary.plain))
      }
      out.append("</li>\n")
    }
    out.append("</ol>\n")
  }
}
