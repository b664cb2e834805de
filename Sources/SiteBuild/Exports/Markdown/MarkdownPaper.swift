import ByteText
import PaperText
import Papers

/// Writes papers as Markdown, with title and abstract as the record means them. It keeps a parser, so it belongs to
/// one worker.
final class MarkdownPaper {
  private let site: Site
  private let addresses: Addresses
  private var parser = PaperTextParser()

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends a paper.
  func append(_ index: UInt32, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    out.append("# ")
    append(paper.title, paper.format, role: .inline, to: &out)
    out.append("\n\n")
    appendAuthors(of: paper, to: &out)
    appendFacts(of: paper, index, to: &out)
    section("Summary", paper.summary, paper.format, to: &out)
    section("Abstract", paper.abstract, paper.format, to: &out)
  }

  private func section(_ title: StaticString, _ text: FormattedText, _ format: TextFormat, to out: inout ByteBuffer) {
    guard !text.source.isEmpty else { return }
    out.append("\n## ")
    out.append(title)
    out.append("\n\n")
    append(text, format, role: .block, to: &out)
    out.append("\n")
  }

  /// Appends a text as Markdown; as plain text where it can't be written otherwise.
  private func append(_ text: FormattedText, _ format: TextFormat, role: TextRole, to out: inout ByteBuffer) {
    let start = out.count
    site.bytes(text.source).withMemoryRebound(to: UInt8.self) { parser.parse($0.span, as: format, role: role) }
    parser.writeMarkdown(into: &out)
    while out.count > start, out.span[out.count - 1] == 0x0A { out.truncate(to: out.count - 1) }
    if out.count == start { out.append(escapingMarkdown: site.bytes(text.plain)) }
  }

  private func appendAuthors(of paper: Paper, to out: inout ByteBuffer) {
    guard !paper.authors.range.isEmpty else { return }
    for row in paper.authors.range {
      if row > paper.authors.range.lowerBound { out.append(", ") }
      out.append(escapingMarkdown: site.bytes(site.store.authorships[row].name))
    }
    if paper.authorCount > paper.authors.count { out.append(" and others") }
    out.append("\n\n")
  }

  private func appendFacts(of paper: Paper, _ index: UInt32, to out: inout ByteBuffer) {
    out.append("- Page: <")
    addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &out)
    out.append(">\n")
    if let row = paper.organization {
      let party = site.store.parties[Int(row)]
      fact("Organization", party.fullname.isEmpty ? party.name : party.fullname, to: &out)
    }
    date("Published", paper.published, to: &out)
    date("Updated", paper.updated, to: &out)
    for row in paper.featured.range { date("Featured", Moment(day: site.store.days[row]), to: &out) }
    for field in RecordFields.plainDetails {
      if let label = field.label { fact(label, site.store.line(field, ofPaper: Int(index)), to: &out) }
    }
    appendLinks(of: paper, to: &out)
    appendTags(of: paper, to: &out)
    if paper.isWithdrawn { out.append("- Withdrawn\n") }
  }

  private func appendLinks(of paper: Paper, to out: inout ByteBuffer) {
    for row in paper.links.range {
      let link = site.store.links[row]
      out.append("- ")
      site.appendLabel(ofLink: link.kind, to: &out) { label, out in
        var label = label
        label.withUTF8 { out.append(escapingMarkdown: UnsafeRawBufferPointer($0)) }
      }
      out.append(": <")
      out.append(site.bytes(link.url))
      out.append(">\n")
    }
  }

  private func appendTags(of paper: Paper, to out: inout ByteBuffer) {
    guard !paper.tags.range.isEmpty else { return }
    out.append("- Tags: ")
    for row in paper.tags.range {
      if row > paper.tags.range.lowerBound { out.append(", ") }
      out.append(escapingMarkdown: site.bytes(site.store.texts[row]))
    }
    out.append("\n")
  }

  private func fact(_ name: StaticString, _ text: TextRef, to out: inout ByteBuffer) {
    guard !text.isEmpty else { return }
    out.append("- ")
    out.append(name)
    out.append(": ")
    out.append(escapingMarkdown: site.bytes(text))
    out.append("\n")
  }

  private func date(_ name: StaticString, _ moment: Moment?, to out: inout ByteBuffer) {
    guard let moment else { return }
    out.append("- ")
    out.append(name)
    out.append(": ")
    moment.day.write(into: &out)
    out.append("\n")
  }
}
