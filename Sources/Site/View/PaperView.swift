package import ByteText
package import PaperText
package import Papers

/// A paper, of which every field that is read is noted.
package struct PaperView {
  let view: SiteView
  /// The position of the paper among all.
  package let index: UInt32
  /// The groups of fields that are noted already, as those of a list's items.
  private let noted: FieldGroups

  init(_ view: SiteView, _ index: UInt32, noted: FieldGroups = FieldGroups(rawValue: 0)) {
    self.view = view
    self.index = index
    self.noted = noted
  }

  /// Notes that a group of fields is read.
  @inline(__always)
  func note(_ groups: FieldGroups) {
    if groups.rawValue & ~noted.rawValue != 0 { view.log.note(.paper, Int(index), aspects: groups.rawValue) }
  }

  /// What a piece of work reads, for `use` when its result is used again.
  package func reads(of work: (PaperView) -> Void) -> [Dependency] { view.reads { work(PaperView(view, index)) } }

  /// Notes what was read of the paper for a result that was kept.
  package func use(_ reads: [Dependency]) {
    for item in reads where !isNoted(item) { view.log.note(item) }
  }

  private func isNoted(_ item: Dependency) -> Bool {
    item.kind == .paper && item.owner == index && !item.isList
      && noted.isSuperset(of: FieldGroups(rawValue: item.aspects))
  }

  @inline(__always)
  private func read<Value>(_ field: (Paper) -> Value, _ group: FieldGroups) -> Value {
    note(group)
    return field(view.site.store.papers[Int(index)])
  }

  /// The plan of the paper's page.
  package var page: OutputPlan { OutputPlan(kind: .paper, subject: index) }

  /// The id, which is what the paper is called in every build.
  package var id: TextRef { view.site.store.papers[Int(index)].id }

  package var title: FormattedText { read({ $0.title }, .title) }
  package var abstract: FormattedText { read({ $0.abstract }, .abstract) }
  package var summary: FormattedText { read({ $0.summary }, .summary) }
  /// How title, abstract and summary are written; each of their hashes includes it.
  package var format: TextFormat { read({ $0.storedFormat.value }, .details) }

  package var authors: Range<Int> { read({ $0.authors.range }, .byline) }
  package var authorCount: Int { read({ Int($0.authorCount) }, .byline) }
  package var organization: Int? { read({ $0.storedOrganization.value.map { Int($0) } }, .byline) }
  package var submittedBy: Int? { read({ $0.storedSubmittedBy.value.map { Int($0) } }, .byline) }

  package var published: Moment? { read({ $0.storedPublished.value }, .dates) }
  package var updated: Moment? { read({ $0.storedUpdated.value }, .dates) }
  package var featured: Range<Int> { read({ $0.featured.range }, .dates) }

  package var upvotes: Int32? { read({ $0.storedUpvotes.value }, .counts) }
  package var comments: Int32? { read({ $0.storedComments.value }, .counts) }
  package var stars: Int32? { read({ $0.storedStars.value }, .counts) }

  package var links: Range<Int> { read({ $0.links.range }, .links) }
  package var discussion: TextRef { read({ $0.discussion }, .links) }
  package var thumbnail: TextRef { read({ $0.thumbnail }, .links) }
  package var media: Range<Int> { read({ $0.media.range }, .links) }
  package var arXivID: TextRef { read({ $0.arXivID }, .links) }
  package var doi: TextRef { read({ $0.doi }, .links) }

  package var tags: Range<Int> { read({ $0.tags.range }, .tags) }
  package var keywords: Range<Int> { read({ $0.keywords.range }, .tags) }

  package var venue: TextRef { read({ $0.venue }, .details) }
  package var journalRef: TextRef { read({ $0.journalRef }, .details) }
  package var license: TextRef { read({ $0.license }, .details) }
  package var versions: Range<Int> { read({ $0.versions.range }, .details) }
  package var aliases: Range<Int> { read({ $0.aliases.range }, .details) }
  /// The fields of the site's own as JSON, or empty.
  package var extra: TextRef { read({ $0.extra }, .extra) }
  package var isWithdrawn: Bool { read({ $0.storedIsWithdrawn.value }, .details) }
}

// MARK: - Fields by their rows in the table

extension PaperView {
  /// A field that is a text of one line, empty where the paper has none.
  package func line(_ field: RecordField) -> TextRef {
    note(field.groups)
    return field.line(ofPaper: Int(index), in: view.site.store.papers)
  }
}

// MARK: - What follows from several fields

extension PaperView {
  /// Whether the id is one of arXiv.
  package var hasArXivID: Bool { ArXivID(view.bytes(id)) != nil }

  /// The first featured day.
  package var firstDay: Day? { featured.first.map(view.featuredDay) }

  /// The newest featured day.
  package var newestDay: Day? { featured.last.map(view.featuredDay) }

  /// The position in the calendar of the newest day that features it.
  package var calendarDay: Int? {
    note(.dates)
    return view.site.calendar.newestDay(of: index)
  }

  /// Whether the latest day features it.
  package var isNew: Bool { calendarDay == view.latestDay }

  /// The address of the first link of a kind, or the empty text.
  package func link(_ kind: StaticString) -> TextRef {
    for row in links where view.bytes(view.link(row).kind).isEqual(to: kind) { return view.link(row).url }
    return .empty
  }

  /// The DOI of the first link to one, or the empty text: not the one that arXiv gives every paper.
  package var registeredDOI: TextRef {
    let link = link("doi")
    guard let range = DOI.range(in: view.bytes(link)) else { return .empty }
    return TextRef(segment: link.segment, offset: Int(link.offset) + range.lowerBound, length: range.count)
  }

  /// The paper beside it in the list of its newest day: -1 for the one above, 1 for the one below.
  package func neighbour(by step: Int) -> UInt32? {
    guard let day = calendarDay else { return nil }
    if view.dayOfNeighbours != day {
      view.noteWhole(view.site.list(.day, owner: day))
      view.dayOfNeighbours = day
    }
    let row = view.site.calendar.newestRow(of: index) + step
    return view.site.calendar.days[day].papers.range.contains(row) ? view.site.calendar.papers[row] : nil
  }

  /// How much readers talk about it now.
  package var score: Double {
    note([.counts, .dates])
    let newest = view.latestDay.map { view.site.calendar.days[$0].day }
    return Trending(of: view.site.store, newest: newest).score(of: index)
  }
}
