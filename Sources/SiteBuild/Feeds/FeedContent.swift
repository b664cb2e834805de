import ByteText
import Papers

/// Writes what feed readers show of an entry, as HTML.
///
/// Few readers know MathML, and those for terminals run its letters together: a text with formulas is given as plain
/// text, any other keeps its paragraphs, emphasis and links. All addresses are absolute.
struct FeedContent {
  private let site: Site
  private let addresses: Addresses

  /// A writer for a site's entries.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the content of an entry.
  func append(_ entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): append(paper: paper, to: &out)
    case .day(let day): append(day: day, to: &out)
    }
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
    let html = site.bytes(text.html)
    guard html.contains("<math") || html.isEmpty else {
      AbsoluteLinks(base: PagePlan(kind: .paper, subject: index), addresses).append(html, to: &out)
      return out.append("\n")
    }
    guard !text.plain.isEmpty else { return }
    out.append("<p>")
    out.append(escaping: site.bytes(text.plain))
    out.append("</p>\n")
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

/// Copies HTML of the program's own making and completes the addresses in it that are relative.
struct AbsoluteLinks {
  private let base: PagePlan
  private let addresses: Addresses

  /// Links that stand on a page.
  init(base: PagePlan, _ addresses: Addresses) {
    self.base = base
    self.addresses = addresses
  }

  /// Appends the HTML.
  func append(_ html: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    var start = 0
    var index = 0
    while let end = endOfAttributeStart(in: html, from: index) {
      out.append(UnsafeRawBufferPointer(rebasing: html[start..<end]))
      (start, index) = (end, end)
      let address = UnsafeRawBufferPointer(rebasing: html[end...])
      if address.first == UInt8(ascii: "/"), address.dropFirst().first != UInt8(ascii: "/") {
        out.append(addresses.site.configuration.origin)
      } else if isRelative(address) {
        addresses.appendPermalink(of: base, to: &out)
      }
    }
    out.append(UnsafeRawBufferPointer(rebasing: html[start...]))
  }

  /// Where the value begins of the next ` href="` or ` src="` within a tag.
  private func endOfAttributeStart(in html: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index + 6 < html.count {
      let next = html[index + 1]
      if html[index] == UInt8(ascii: " "), next == UInt8(ascii: "h") || next == UInt8(ascii: "s") {
        let rest = UnsafeRawBufferPointer(rebasing: html[(index + 1)...])
        if rest.starts(with: "href=\"".utf8) { return index + 7 }
        if rest.starts(with: "src=\"".utf8) { return index + 6 }
      }
      index += 1
    }
    return nil
  }

  /// Whether an address has neither a scheme nor a host.
  private func isRelative(_ address: UnsafeRawBufferPointer) -> Bool {
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""):
        return !address.starts(with: "//".utf8)
      default: continue
      }
    }
    return true
  }
}
