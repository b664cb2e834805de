import ByteText
import Papers

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
  let container: UnsafeRawBufferPointer
  /// The arXiv identifier without its version, or empty.
  let arXivID: UnsafeRawBufferPointer
  /// The registered DOI, or empty; an arXiv paper without one has that of arXiv.
  let doi: UnsafeRawBufferPointer
  /// The first tag that is an arXiv category, or the archive of an old identifier, or empty.
  let primaryClass: UnsafeRawBufferPointer
  /// When it came out; the first featured day where that isn't known.
  let date: Moment?
  /// The address of its PDF, or empty.
  let pdf: UnsafeRawBufferPointer
  /// Whether it was withdrawn.
  let isWithdrawn: Bool

  /// The facts of a paper.
  init(of paper: Paper, in site: Site) {
    let journal = site.bytes(paper.journalRef)
    let venue = site.bytes(paper.venue)
    container = journal.isEmpty ? venue : journal
    kind = container.isEmpty ? .preprint : !journal.isEmpty || VenueName.isJournal(venue) ? .article : .conference
    arXivID = Self.arXivID(site.bytes(paper.id))
    doi = Self.doi(site.link("doi", of: paper))
    primaryClass = Self.primaryClass(of: paper, in: site, arXivID)
    date = paper.published ?? paper.featured.range.first.map { Moment(day: site.store.days[$0]) }
    pdf = site.link("pdf", of: paper)
    isWithdrawn = paper.isWithdrawn
  }

  /// Appends the DOI, that of arXiv where the paper has no other.
  func appendDOI(to out: inout ByteBuffer) {
    guard doi.isEmpty else { return out.append(doi) }
    out.append("10.48550/arXiv.")
    out.append(arXivID)
  }

  /// Whether there is a DOI to append.
  var hasDOI: Bool { !doi.isEmpty || !arXivID.isEmpty }

  private static func arXivID(_ id: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let parsed = id.withMemoryRebound(to: UInt8.self) { ArXivID($0.span) }
    return UnsafeRawBufferPointer(rebasing: id[..<(parsed?.baseLength ?? 0)])
  }

  private static func doi(_ url: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard !url.isEmpty else { return url }
    let range = url.withMemoryRebound(to: UInt8.self) { DOI.range(in: $0.span) }
    return UnsafeRawBufferPointer(rebasing: url[(range ?? 0..<0)])
  }

  private static func primaryClass(
    of paper: Paper, in site: Site, _ arXivID: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    guard !arXivID.isEmpty else { return arXivID }
    for row in paper.tags.range {
      let tag = site.bytes(site.store.texts[row])
      if ArXivCategory.matches(tag) { return tag }
    }
    return UnsafeRawBufferPointer(rebasing: arXivID[..<(arXivID.firstIndex(of: UInt8(ascii: "/")) ?? 0)])
  }
}

extension Site {
  /// The address of a paper's first link of a kind, or empty.
  func link(_ kind: StaticString, of paper: Paper) -> UnsafeRawBufferPointer {
    for row in paper.links.range where bytes(store.links[row].kind).isEqual(to: kind) {
      return bytes(store.links[row].url)
    }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }
}

/// Which tags are categories of arXiv: `cs.CL`, `astro-ph.GA`, `quant-ph`.
private enum ArXivCategory {
  /// Those of many papers first.
  private static let archives: [StaticString] = [
    "cs", "math", "cond-mat", "astro-ph", "hep-ph", "physics", "quant-ph", "hep-th", "stat", "eess", "gr-qc", "math-ph",
    "hep-ex", "nucl-th", "hep-lat", "q-bio", "nlin", "nucl-ex", "q-fin", "econ",
  ]

  static func matches(_ tag: UnsafeRawBufferPointer) -> Bool {
    let archive = UnsafeRawBufferPointer(rebasing: tag[..<(tag.firstIndex(of: UInt8(ascii: ".")) ?? tag.count)])
    return archives.contains { archive.isEqual(to: $0) }
  }
}

/// Which venues are journals: all others are conferences.
private enum VenueName {
  private static let marks: [StaticString] = [
    "Journal", "journal", "Transactions", "Trans.", "Letters", "Lett.", "Review", "Rev.", "Annals", "Nature", "Science",
    "TMLR", "JMLR", "TACL", "TPAMI", "IJCV", "J. ", "PNAS", "Magazine",
  ]

  static func isJournal(_ venue: UnsafeRawBufferPointer) -> Bool { marks.contains { venue.contains($0) } }
}
