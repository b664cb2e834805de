import ByteText
import Papers
import Site

/// EndNote's tagged format: `cite.enw`.
struct EndNoteFormat: CitationFormat {
  let fileName: StaticString = "cite.enw"
  let mediaType: StaticString = "application/x-endnote-refer"
  let label: StaticString? = "EndNote"
  var separator: StaticString { "\r\n" }

  func makeEntryWriter(for view: SiteView) -> any CitationEntryWriter { EndNoteWriter(view: view) }
}

private struct EndNoteWriter: CitationEntryWriter {
  let view: SiteView

  func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    line("%0", to: &out) { $0.append(facts.kind == .article ? "Journal Article" : "Unpublished Work") }
    line("%T", to: &out) { $0.append(line: view.bytes(paper.title.plain)) }
    for row in paper.authors.firstNames(in: page) {
      line("%A", to: &out) { $0.append(line: view.bytes(view.authorship(row).name)) }
    }
    if let civil = facts.date?.day.civil { line("%D", to: &out) { $0.append(decimal: civil.year, width: 4) } }
    line("%U", to: &out) { view.addresses.appendPermalink(of: paper.page, to: &$0) }
  }

  private func line(_ tag: StaticString, to out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void) {
    out.append(tag)
    out.append(" ")
    value(&out)
    out.append("\r\n")
  }
}
