import ByteText
import PaperText
import Papers
import Site

/// Writes papers as Markdown, with title and abstract as the record means them. It keeps a parser, so it belongs to
/// one worker.
final class MarkdownPaper {
  private let view: SiteView
  private var parser = PaperTextParser()

  /// A writer for a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends a paper.
  func append(_ index: UInt32, to out: inout ByteBuffer) {
    let view = view
    let paper = view.paper(index)
    out.append("# ")
    append(paper.title, paper.format, role: .inline, to: &out)
    out.append("\n\n")
    appendAuthors(of: paper, to: &out)
    appendFacts(of: paper, to: &out)
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
    let view = view
    let start = out.count
    parser.parse(view.bytes(text.source), as: format, role: role)
    parser.writeMarkdown(into: &out)
    while out.count > start, out.span[out.count - 1] == 0x0A { out.truncate(to: out.count - 1) }
    if out.count == start { out.append(escapingMarkdown: view.bytes(text.plain)) }
  }

  private func appendAuthors(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    guard !paper.authors.isEmpty else { return }
    for row in paper.authors {
      if row > paper.authors.lowerBound { out.append(", ") }
      out.append(escapingMarkdown: view.bytes(view.authorship(row).name))
    }
    if paper.authorCount > paper.authors.count { out.append(" and others") }
    out.append("\n\n")
  }

  private func appendFacts(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    out.append("- Page: <")
    view.addresses.appendPermalink(of: paper.page, to: &out)
    out.append(">\n")
    if let row = paper.organization {
      let party = view.party(row)
      fact("Organization", party.fullname.isEmpty ? party.name : party.fullname, to: &out)
    }
    date("Published", paper.published, to: &out)
    date("Updated", paper.updated, to: &out)
    for row in paper.featured { date("Featured", Moment(day: view.featuredDay(row)), to: &out) }
    for field in RecordFields.plainDetails {
      if let label = field.label { fact(label, paper.line(field), to: &out) }
    }
    appendLinks(of: paper, to: &out)
    appendTags(of: paper, to: &out)
    if paper.isWithdrawn { out.append("- Withdrawn\n") }
  }

  private func appendLinks(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    for row in paper.links {
      let link = view.link(row)
      out.append("- ")
      view.appendLabel(ofLink: link.kind, to: &out) { label, out in
        out.append(escapingMarkdown: label.utf8.span)
      }
      out.append(": <")
      out.append(view.bytes(link.url))
      out.append(">\n")
    }
  }

  private func appendTags(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    guard !paper.tags.isEmpty else { return }
    out.append("- Tags: ")
    for row in paper.tags {
      if row > paper.tags.lowerBound { out.append(", ") }
      out.append(escapingMarkdown: view.bytes(view.text(row)))
    }
    out.append("\n")
  }

  private func fact(_ name: StaticString, _ text: TextRef, to out: inout ByteBuffer) {
    let view = view
    guard !text.isEmpty else { return }
    out.append("- ")
    out.append(name)
    out.append(": ")
    out.append(escapingMarkdown: view.bytes(text))
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
