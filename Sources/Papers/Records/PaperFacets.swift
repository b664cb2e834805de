internal import ByteText
internal import PaperText

/// The hashes of the aspects of one paper that change apart from each other.
package struct PaperFacets: BitwiseCopyable, Hashable, Sendable {
  /// Of the title, in all its forms.
  package private(set) var title: UInt64 = 0
  /// Of the abstract, in all its forms.
  package private(set) var abstract: UInt64 = 0
  /// Of the summary, in all its forms.
  package private(set) var summary: UInt64 = 0
  /// Of the authors, the organization and who submitted it.
  package private(set) var byline: UInt64 = 0
  /// Of when the paper was published, updated and featured.
  package private(set) var dates: UInt64 = 0
  /// Of votes, comments and stars.
  package private(set) var counts: UInt64 = 0
  /// Of all that it links to and the pictures of it.
  package private(set) var links: UInt64 = 0
  /// Of tags and keywords.
  package private(set) var tags: UInt64 = 0
  /// Of venue, journal reference, licence, versions, former ids, withdrawal, and how its texts are written.
  package private(set) var details: UInt64 = 0

  /// No aspects yet.
  init() {}

  /// The hashes of a record. Linear in its text.
  ///
  /// - Parameters:
  ///   - rows: the tables that the record's lists are in.
  ///   - text: the segment that its texts are in.
  init(_ paper: Paper, in rows: RecordRows, text: UnsafeRawBufferPointer) {
    let hasher = FacetHasher(rows: rows, text: text)
    title = hasher.hash(paper.title, paper.format)
    abstract = hasher.hash(paper.abstract, paper.format)
    summary = hasher.hash(paper.summary, paper.format)
    byline = hasher.byline(paper)
    counts = hasher.counts(paper)
    links = hasher.links(paper)
    tags = hasher.tags(paper)
    details = hasher.details(paper)
    setDates(of: paper, featured: rows.days[paper.featured.range])
  }

  /// Replaces the hash of the dates.
  mutating func setDates(of paper: Paper, featured: some Sequence<Day>) {
    var hash = Fingerprint()
    hash.combine(paper.published)
    hash.combine(paper.updated)
    for day in featured { hash.combine(UInt64(bitPattern: Int64(day.number))) }
    dates = hash.value
  }
}

private struct FacetHasher {
  let rows: RecordRows
  let text: UnsafeRawBufferPointer

  /// All forms of a text follow from its source.
  func hash(_ text: FormattedText, _ format: TextFormat) -> UInt64 {
    var hash = Fingerprint()
    hash.combine(UInt64(format.rawValue))
    combine(text.source, into: &hash)
    return hash.value
  }

  func byline(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    hash.combine(UInt64(paper.authorCount))
    for author in rows.authorships[paper.authors.range] {
      for text in [author.name, author.orcid, author.affiliation, author.url] { combine(text, into: &hash) }
    }
    for party in [paper.organization, paper.submittedBy] {
      guard let row = party else {
        hash.combine(0)
        continue
      }
      let party = rows.parties[Int(row)]
      for text in [party.name, party.fullname, party.avatar, party.url] { combine(text, into: &hash) }
    }
    return hash.value
  }

  func counts(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    for count in [paper.upvotes, paper.comments, paper.stars] {
      hash.combine(count.map { UInt64(bitPattern: Int64($0)) } ?? .max)
    }
    return hash.value
  }

  func links(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    for link in rows.links[paper.links.range] {
      combine(link.kind, into: &hash)
      combine(link.url, into: &hash)
    }
    combine(paper.doi, into: &hash)
    combine(paper.arXivID, into: &hash)
    combine(paper.discussion, into: &hash)
    combine(paper.thumbnail, into: &hash)
    for text in rows.texts[paper.media.range] { combine(text, into: &hash) }
    return hash.value
  }

  func tags(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    for text in rows.texts[paper.tags.range] { combine(text, into: &hash) }
    hash.combine(0)
    for text in rows.texts[paper.keywords.range] { combine(text, into: &hash) }
    return hash.value
  }

  func details(_ paper: Paper) -> UInt64 {
    var hash = Fingerprint()
    for text in [paper.venue, paper.journalRef, paper.license] { combine(text, into: &hash) }
    for version in rows.versions[paper.versions.range] {
      combine(version.name, into: &hash)
      hash.combine(version.date)
    }
    for text in rows.texts[paper.aliases.range] { combine(text, into: &hash) }
    hash.combine(paper.isWithdrawn ? 1 : 0)
    hash.combine(UInt64(paper.format.rawValue))
    return hash.value
  }

  private func combine(_ reference: TextRef, into hash: inout Fingerprint) {
    let bytes = UnsafeRawBufferPointer(rebasing: text[reference.isEmpty ? 0..<0 : reference.range])
    bytes.withMemoryRebound(to: UInt8.self) { hash.combine($0.span) }
  }
}

extension Fingerprint {
  /// Adds a moment, or that there is none.
  fileprivate mutating func combine(_ moment: Moment?) {
    combine(moment.map { UInt64(bitPattern: Int64($0.day.number)) } ?? Day.numberOfNone)
    combine(moment?.milliseconds.map { UInt64(bitPattern: Int64($0)) } ?? Day.numberOfNone)
  }
}
