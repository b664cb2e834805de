import ByteText
import Papers
import Site

/// RIS: `cite.ris`.
struct RISFormat: CitationFormat {
  let fileName: StaticString = "cite.ris"
  let mediaType: StaticString = "application/x-research-info-systems"
  let label: StaticString? = "RIS"

  func makeEntryWriter(for view: SiteView) -> any CitationEntryWriter { RISWriter(of: view) }
}

/// Writes papers as RIS records: lines of a tag and a value, ended as the format wants them with CR LF.
private struct RISWriter: CitationEntryWriter {
  private let view: SiteView

  /// A writer for a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends the record of a paper in a file beside a page; the abstract goes with it where the paper is alone.
  func append(_ paper: PaperView, in page: OutputPlan, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    line("TY", to: &out) { $0.append(facts.risType) }
    text("TI", view.bytes(paper.title.plain), to: &out)
    for row in paper.authors.firstNames(in: page) {
      line("AU", to: &out) { append(PersonName(view.bytes(view.authorship(row).name)), to: &$0) }
    }
    appendDate(facts.date, to: &out)
    appendSource(facts, to: &out)
    if facts.hasDOI { line("DO", to: &out) { facts.appendDOI(in: view, to: &$0) } }
    line("UR", to: &out) { view.addresses.appendPermalink(of: paper.page, to: &$0) }
    text("L1", view.bytes(facts.pdf), to: &out)
    for row in paper.keywords { text("KW", view.bytes(view.text(row)), to: &out) }
    if page.kind == .paper { text("AB", view.bytes(paper.abstract.plain), to: &out) }
    out.append("ER  - \r\n\r\n")
  }

  private func line(_ tag: StaticString, to out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void) {
    out.append(tag)
    out.append("  - ")
    value(&out)
    out.append("\r\n")
  }

  private func text(_ tag: StaticString, _ value: Span<UInt8>, to out: inout ByteBuffer) {
    if !value.isEmpty { line(tag, to: &out) { $0.append(line: value) } }
  }

  private func append(_ name: borrowing PersonName, to out: inout ByteBuffer) {
    out.append(line: name.family)
    append(part: name.given, to: &out)
    append(part: name.suffix, to: &out)
  }

  private func append(part: Span<UInt8>, to out: inout ByteBuffer) {
    guard !part.isEmpty else { return }
    out.append(", ")
    out.append(line: part)
  }

  private func appendDate(_ date: Moment?, to out: inout ByteBuffer) {
    guard let civil = date?.day.civil else { return }
    line("PY", to: &out) { $0.append(decimal: civil.year, width: 4) }
    line("DA", to: &out) { date?.day.writeSlashes(into: &$0) }
  }

  private func appendSource(_ facts: CitationFacts, to out: inout ByteBuffer) {
    switch facts.kind {
    case .preprint: break
    case .article: text("JO", view.bytes(facts.container), to: &out)
    case .conference: text("T2", view.bytes(facts.container), to: &out)
    }
    guard !facts.arXivID.isEmpty else { return }
    line("AN", to: &out) { out in
      out.append("arXiv:")
      out.append(view.bytes(facts.arXivID))
    }
    if facts.kind == .preprint { line("PB", to: &out) { $0.append("arXiv") } }
  }
}

extension CitationFacts {
  fileprivate var risType: StaticString {
    switch kind {
    case .preprint: "UNPB"
    case .article: "JOUR"
    case .conference: "CPAPER"
    }
  }
}

extension ByteBuffer {
  /// Appends a text without line breaks and other control characters, each of which becomes a space: readers of lines
  /// split them at all line breaks of Unicode, and what follows one could be a tag.
  mutating func append(line text: Span<UInt8>) {
    var (start, index) = (0, 0)
    while index < text.count {
      let length = text.lengthOfControl(at: index)
      if length == 0 {
        index += 1
        continue
      }
      append(text.extracting(start..<index))
      append(" ")
      index += length
      start = index
    }
    append(text.extracting(start..<text.count))
  }
}

extension Span<UInt8> {
  /// The bytes of the control character or line break at a position, 0 where there is none: U+0000 to U+001F, U+007F to
  /// U+009F, U+2028 and U+2029.
  fileprivate func lengthOfControl(at index: Int) -> Int {
    switch self[index] {
    case let byte where ASCII.isControl(byte): 1
    case 0xC2 where index + 1 < count && self[index + 1] < 0xA0: 2
    case 0xE2 where index + 2 < count && self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }
}
