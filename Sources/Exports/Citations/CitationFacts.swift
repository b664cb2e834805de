import ByteText
import Papers
import Site

/// What all citation formats say of a paper, decided once.
struct CitationFacts {
  /// What the paper is to a reference manager.
  enum Kind {
    case preprint
    case article
    case conference
  }

  /// What it is: a journal reference makes an article, a venue a conference paper unless it is a journal's name.
  let kind: Kind
  /// The journal or the conference, or empty.
  let container: TextRef
  /// The arXiv identifier without its version, or empty.
  let arXivID: TextRef
  /// The registered DOI, or empty; an arXiv paper without one has that of arXiv.
  let doi: TextRef
  /// The first tag that is an arXiv category, or the archive of an old identifier, or empty.
  let primaryClass: TextRef
  /// When it came out; the first featured day where that isn't known.
  let date: Moment?
  /// The address of its PDF, or empty.
  let pdf: TextRef
  /// Whether it was withdrawn.
  let isWithdrawn: Bool

  /// The facts of a paper.
  init(of paper: PaperView, in view: SiteView) {
    let (journal, venue) = (paper.journalRef, paper.venue)
    container = journal.isEmpty ? venue : journal
    let isJournal = !journal.isEmpty || VenueName.isJournal(view.bytes(venue))
    kind = container.isEmpty ? .preprint : isJournal ? .article : .conference
    arXivID = paper.id.part(0..<(ArXivID(view.bytes(paper.id))?.baseLength ?? 0))
    doi = paper.registeredDOI
    primaryClass = Self.primaryClass(of: paper, in: view, arXivID)
    date = paper.published ?? paper.firstDay.map { Moment(day: $0) }
    pdf = paper.link("pdf")
    isWithdrawn = paper.isWithdrawn
  }

  /// Appends the DOI, that of arXiv where the paper has no other.
  func appendDOI(in view: SiteView, to out: inout ByteBuffer) {
    guard doi.isEmpty else { return out.append(view.bytes(doi)) }
    out.append("10.48550/arXiv.")
    out.append(view.bytes(arXivID))
  }

  /// Whether there is a DOI to append.
  var hasDOI: Bool { !doi.isEmpty || !arXivID.isEmpty }

  private static func primaryClass(of paper: PaperView, in view: SiteView, _ arXivID: TextRef) -> TextRef {
    guard !arXivID.isEmpty else { return .empty }
    for row in paper.tags where ArXivCategory.matches(view.bytes(view.text(row))) { return view.text(row) }
    return arXivID.part(0..<(view.bytes(arXivID).firstIndex(of: UInt8(ascii: "/")) ?? 0))
  }
}

extension TextRef {
  /// A part of the text.
  func part(_ range: Range<Int>) -> TextRef {
    TextRef(segment: segment, offset: Int(offset) + range.lowerBound, length: range.count)
  }
}

/// Which tags are categories of arXiv: `cs.CL`, `astro-ph.GA`, `quant-ph`.
private enum ArXivCategory {
  /// Those of many papers first.
  private static let archives: [StaticString] = [
    "cs", "math", "cond-mat", "astro-ph", "hep-ph", "physics", "quant-ph", "hep-th", "stat", "eess", "gr-qc", "math-ph",
    "hep-ex", "nucl-th", "hep-lat", "q-bio", "nlin", "nucl-ex", "q-fin", "econ",
  ]

  static func matches(_ tag: Span<UInt8>) -> Bool {
    let archive = tag.extracting(0..<(tag.firstIndex(of: UInt8(ascii: ".")) ?? tag.count))
    return archives.contains { archive.isEqual(to: $0) }
  }
}

/// Which venues are journals: all others are conferences.
private enum VenueName {
  private static let marks: [StaticString] = [
    "Journal", "journal", "Transactions", "Trans.", "Letters", "Lett.", "Review", "Rev.", "Annals", "Nature", "Science",
    "TMLR", "JMLR", "TACL", "TPAMI", "IJCV", "J. ", "PNAS", "Magazine",
  ]

  static func isJournal(_ venue: Span<UInt8>) -> Bool { marks.contains { venue.contains($0) } }
}
