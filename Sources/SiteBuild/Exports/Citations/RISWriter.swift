import ByteText
import Papers

/// Writes papers as RIS records: lines of a tag and a value, ended as the format wants them with CR LF.
struct RISWriter {
  private let site: Site
  private let addresses: Addresses

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the record of a paper in a file beside a page; the abstract goes with it where the paper stands alone.
  func append(_ index: UInt32, in page: PagePlan, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    let facts = CitationFacts(of: paper, in: site)
    line("TY", to: &out) { $0.append(facts.risType) }
    text("TI", site.bytes(paper.title.plain), to: &out)
    for row in paper.authors.range.firstNames(in: page) {
      line("AU", to: &out) { append(PersonName(site.bytes(site.store.authorships[row].name)), to: &$0) }
    }
    appendDate(facts.date, to: &out)
    appendSource(facts, to: &out)
    if facts.hasDOI { line("DO", to: &out) { facts.appendDOI(to: &$0) } }
    line("UR", to: &out) { addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0) }
    text("L1", facts.pdf, to: &out)
    for row in paper.keywords.range { text("KW", site.bytes(site.store.texts[row]), to: &out) }
    if page.kind == .paper { text("AB", site.bytes(paper.abstract.plain), to: &out) }
    out.append("ER  - \r\n\r\n")
  }

  private func line(_ tag: StaticString, to out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void) {
    out.append(tag)
    out.append("  - ")
    value(&out)
    out.append("\r\n")
  }

  private func text(_ tag: StaticString, _ value: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    if !value.isEmpty { line(tag, to: &out) { $0.append(line: value) } }
  }

  private func append(_ name: PersonName, to out: inout ByteBuffer) {
    out.append(line: name.family)
    for part in [name.given, name.suffix] where !part.isEmpty {
      out.append(", ")
      out.append(line: part)
    }
  }

  private func appendDate(_ date: Moment?, to out: inout ByteBuffer) {
    guard let civil = date?.day.civil else { return }
    line("PY", to: &out) { $0.append(decimal: civil.year, width: 4) }
    line("DA", to: &out) { date?.day.writeSlashes(into: &$0) }
  }

  private func appendSource(_ facts: CitationFacts, to out: inout ByteBuffer) {
    switch facts.kind {
    case .preprint: break
    case .article: text("JO", facts.container, to: &out)
    case .conference: text("T2", facts.container, to: &out)
    }
    guard !facts.arXivID.isEmpty else { return }
    line("AN", to: &out) { out in
      out.append("arXiv:")
      out.append(facts.arXivID)
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
  /// Appends a text without line breaks and other control characters, each of which becomes a space.
  mutating func append(line text: UnsafeRawBufferPointer) {
    var start = 0
    while true {
      let end = ByteRuns.endOfLine(in: text, from: start)
      append(UnsafeRawBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { return }
      append(" ")
      start = end + 1
    }
  }
}
