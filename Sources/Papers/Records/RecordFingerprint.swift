internal import ByteText

/// The hash of everything that a page can show of a record. Where the record stands is no part of it.
extension RecordDecoder {
  func fingerprint(of paper: Paper) -> Fingerprint {
    var hash = Fingerprint()
    hash.combine(UInt64(paper.format.rawValue))
    for text in [paper.id, paper.title.source, paper.abstract.source, paper.summary.source] {
      combine(text, into: &hash)
    }
    combinePeople(of: paper, into: &hash)
    combineDates(of: paper, into: &hash)
    combineLists(of: paper, into: &hash)
    combineDetails(of: paper, into: &hash)
    return hash
  }

  private func combine(_ text: TextRef, into hash: inout Fingerprint) {
    hash.combine(tables.bytes(text))
  }

  private func combinePeople(of paper: Paper, into hash: inout Fingerprint) {
    hash.combine(UInt64(paper.authorCount))
    for row in paper.authors.range {
      let author = tables.rows.authorships[row]
      combine(author.name, into: &hash)
      combine(author.orcid, into: &hash)
      combine(author.affiliation, into: &hash)
      combine(author.url, into: &hash)
    }
    combine(paper.organization, into: &hash)
    combine(paper.submittedBy, into: &hash)
  }

  private func combine(_ party: UInt32?, into hash: inout Fingerprint) {
    guard let party else { return hash.combine(0) }
    let row = tables.rows.parties[Int(party)]
    combine(row.name, into: &hash)
    combine(row.fullname, into: &hash)
    combine(row.avatar, into: &hash)
    combine(row.url, into: &hash)
  }

  private func combineDates(of paper: Paper, into hash: inout Fingerprint) {
    combine(paper.published, into: &hash)
    combine(paper.updated, into: &hash)
    hash.combine(UInt64(paper.featured.count))
    for row in paper.featured.range { hash.combine(UInt64(bitPattern: Int64(tables.rows.days[row].number))) }
    hash.combine(UInt64(paper.versions.count))
    for row in paper.versions.range {
      combine(tables.rows.versions[row].name, into: &hash)
      combine(tables.rows.versions[row].date, into: &hash)
    }
  }

  private func combine(_ moment: Moment?, into hash: inout Fingerprint) {
    guard let moment else { return hash.combine(0) }
    hash.combine(UInt64(bitPattern: Int64(moment.day.number)))
    hash.combine(UInt64(bitPattern: Int64(moment.milliseconds ?? -1)))
  }

  private func combineLists(of paper: Paper, into hash: inout Fingerprint) {
    for list in [paper.tags, paper.keywords, paper.media, paper.aliases] {
      hash.combine(UInt64(list.count))
      for row in list.range { combine(tables.rows.texts[row], into: &hash) }
    }
    hash.combine(UInt64(paper.links.count))
    for row in paper.links.range {
      combine(tables.rows.links[row].kind, into: &hash)
      combine(tables.rows.links[row].url, into: &hash)
    }
  }

  private func combineDetails(of paper: Paper, into hash: inout Fingerprint) {
    for count in [paper.upvotes, paper.comments, paper.stars] { hash.combine(UInt64(bitPattern: Int64(count ?? -1))) }
    let texts = [
      paper.discussion, paper.thumbnail, paper.venue, paper.journalRef, paper.license, paper.doi, paper.arXivID,
    ]
    for text in texts { combine(text, into: &hash) }
    hash.combine((paper.isWithdrawn ? 1 : 0) | (paper.isDraft ? 2 : 0))
  }
}
