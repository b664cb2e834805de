import ByteText
import Papers

/// Writes what feed readers show of an entry, as HTML.
///
/// A text keeps its paragraphs, lists, emphasis and links; formulas are given as plain text, since few readers know
/// MathML. All addresses are absolute.
///
/// A paper stands in the feeds of its tags and authors, in three formats each: the contents of some papers are kept.
final class FeedContent {
  /// The contents of a paper's entries.
  private struct Kept {
    var paper: UInt32?
    var html: [UInt8] = []
    /// The same with entities, empty until it is needed.
    var escaped: [UInt8] = []
  }

  private var kept = [Kept](repeating: Kept(), count: 512)
  private let site: Site
  private let addresses: Addresses
  private let formulas = ReadableFormulas()
  private var html = ByteBuffer(capacity: 4096)
  private var linked = ByteBuffer(capacity: 4096)

  /// A writer for a site's entries.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the content of an entry.
  func append(_ entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): kept[slot(of: paper)].html.withUnsafeBytes { out.append($0) }
    case .day(let day): append(day: day, to: &out)
    }
  }

  /// Appends the content of an entry as XML text: HTML that is escaped once.
  func append(escaped entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper):
      let slot = slot(of: paper)
      if kept[slot].escaped.isEmpty { keepEscaped(slot) }
      kept[slot].escaped.withUnsafeBytes { out.append($0) }
    case .day(let day):
      html.removeAll()
      append(day: day, to: &html)
      html.withUnsafeBytes { out.append(escaping: $0) }
    }
  }

  /// The place at which a paper's contents are kept.
  private func slot(of paper: UInt32) -> Int {
    let slot = Int(paper) % kept.count
    guard kept[slot].paper != paper else { return slot }
    html.removeAll()
    append(paper: paper, to: &html)
    kept[slot].paper = paper
    kept[slot].escaped.removeAll(keepingCapacity: true)
    kept[slot].html.removeAll(keepingCapacity: true)
    html.withUnsafeBytes { kept[slot].html.append(contentsOf: $0) }
    return slot
  }

  private func keepEscaped(_ slot: Int) {
    html.removeAll()
    kept[slot].html.withUnsafeBytes { html.append(escaping: $0) }
    html.withUnsafeBytes { kept[slot].escaped.append(contentsOf: $0) }
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
    linked.removeAll()
    AbsoluteLinks(base: PagePlan(kind: .paper, subject: index), addresses).append(site.bytes(text.html), to: &linked)
    linked.withUnsafeBytes { formulas.append($0, to: &out) }
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
      site.appendLabel(ofLink: link.kind, escaping: true, to: &out)
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
