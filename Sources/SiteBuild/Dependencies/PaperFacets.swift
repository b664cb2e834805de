import ByteText
import Papers

/// The hashes of the aspects of one paper.
struct PaperFacets: BitwiseCopyable, Sendable {
  private var title: UInt64 = 0
  private var abstract: UInt64 = 0
  private var summary: UInt64 = 0
  private var byline: UInt64 = 0
  private var dates: UInt64 = 0
  private var counts: UInt64 = 0
  private var links: UInt64 = 0
  private var tags: UInt64 = 0
  private var details: UInt64 = 0

  /// The hashes of a record. Linear in its text.
  init(_ paper: Paper, in store: PaperStore) {
    title = Self.hash(paper.title, in: store)
    abstract = Self.hash(paper.abstract, in: store)
    summary = Self.hash(paper.summary, in: store)
    byline = Self.byline(paper, store)
    dates = Self.dates(paper, store)
    counts = Self.counts(paper)
    links = Self.links(paper, store)
    tags = Self.tags(paper, store)
    details = Self.details(paper, store)
  }

  /// One hash of some of the aspects.
  func hash(of facets: Facets) -> UInt64 {
    var hash = Fingerprint()
    if facets.contains(.title) { hash.combine(title) }
    if facets.contains(.abstract) { hash.combine(abstract) }
    if facets.contains(.summary) { hash.combine(summary) }
    if facets.contains(.byline) { hash.combine(byline) }
    if facets.contains(.dates) { hash.combine(dates) }
    if facets.contains(.counts) { hash.combine(counts) }
    if facets.contains(.links) { hash.combine(links) }
    if facets.contains(.tags) { hash.combine(tags) }
    if facets.contains(.details) { hash.combine(details) }
    return hash.value
  }

  private static func hash(_ text: FormattedText, in store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    hash.combine(store.bytes(text.source))
    hash.combine(store.bytes(text.html))
    hash.combine(store.bytes(text.plain))
    return hash.value
  }

  private static func byline(_ paper: Paper, _ store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    hash.combine(UInt64(paper.authorCount))
    for author in store.authorships[paper.authors.range] {
      for text in [author.name, author.orcid, author.affiliation, author.url] { hash.combine(store.bytes(text)) }
    }
    for party in [paper.organization, paper.submittedBy] {
      guard let row = party else {
        hash.combine(0)
        continue
      }
      let party = store.parties[Int(row)]
      for text in [party.name, party.fullname, party.avatar, party.url] { hash.combine(store.bytes(text)) }
    }
    return hash.value
  }

  private static func dates(_ paper: Paper, _ store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    hash.combine(paper.published)
    hash.combine(paper.updated)
    for day in store.days[paper.featured.range] { hash.combine(UInt64(bitPattern: Int64(day.number))) }
    return hash.value
  }

  private static func counts(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    for count in [paper.upvotes, paper.comments, paper.stars] {
      hash.combine(count.map { UInt64(bitPattern: Int64($0)) } ?? .max)
    }
    return hash.value
  }

  private static func links(_ paper: Paper, _ store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    for link in store.links[paper.links.range] {
      hash.combine(store.bytes(link.kind))
      hash.combine(store.bytes(link.url))
    }
    hash.combine(store.bytes(paper.discussion))
    hash.combine(store.bytes(paper.thumbnail))
    for text in store.texts[paper.media.range] { hash.combine(store.bytes(text)) }
    return hash.value
  }

  private static func tags(_ paper: Paper, _ store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    for text in store.texts[paper.tags.range] { hash.combine(store.bytes(text)) }
    hash.combine(0)
    for text in store.texts[paper.keywords.range] { hash.combine(store.bytes(text)) }
    return hash.value
  }

  private static func details(_ paper: Paper, _ store: PaperStore) -> UInt64 {
    var hash = Fingerprint()
    for text in [paper.venue, paper.journalRef, paper.license] { hash.combine(store.bytes(text)) }
    for version in store.versions[paper.versions.range] {
      hash.combine(store.bytes(version.name))
      hash.combine(version.date)
    }
    for text in store.texts[paper.aliases.range] { hash.combine(store.bytes(text)) }
    hash.combine(paper.isWithdrawn ? 1 : 0)
    hash.combine(UInt64(paper.format.rawValue))
    return hash.value
  }
}

extension Fingerprint {
  /// Adds a moment, or that there is none.
  mutating func combine(_ moment: Moment?) {
    combine(moment.map { UInt64(bitPattern: Int64($0.day.number)) } ?? .max)
    combine(moment?.milliseconds.map { UInt64(bitPattern: Int64($0)) } ?? .max)
  }

  /// Adds a run of bytes.
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: UInt8.self) { combine($0.span) }
  }
}
