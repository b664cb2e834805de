public import ByteText
public import PaperText
public import Papers

/// A paper, of which every field that is read is noted.
public struct PaperView {
  let view: SiteView
  /// The position of the paper among all.
  public let index: UInt32
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
  public func reads(of work: (PaperView) -> Void) -> [Dependency] { view.reads { work(PaperView(view, index)) } }

  /// Notes what was read of the paper for a result that was kept.
  public func use(_ reads: [Dependency]) {
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
  public var page: OutputPlan { OutputPlan(kind: .paper, subject: index) }

  /// The id, which is what the paper is called in every build.
  public var id: TextRef { view.site.store.papers[Int(index)].id }

  /// The title.
  public var title: FormattedText { read({ $0.title }, .title) }
  /// The abstract.
  public var abstract: FormattedText { read({ $0.abstract }, .abstract) }
  /// The summary, empty where the record has none.
  public var summary: FormattedText { read({ $0.summary }, .summary) }
  /// How title, abstract and summary are written; each of their hashes includes it.
  public var format: TextFormat { read({ $0.storedFormat.value }, .details) }

  /// The rows of the authors: `SiteView.authorship`.
  public var authors: Range<Int> { read({ $0.authors.range }, .byline) }
  /// How many authors the paper has, those that are not listed included.
  public var authorCount: Int { read({ Int($0.authorCount) }, .byline) }
  /// The row of the organization: `SiteView.party`.
  public var organization: Int? { read({ $0.storedOrganization.value.map { Int($0) } }, .byline) }
  /// The row of who submitted the paper: `SiteView.party`.
  public var submittedBy: Int? { read({ $0.storedSubmittedBy.value.map { Int($0) } }, .byline) }

  /// When the paper came out.
  public var published: Moment? { read({ $0.storedPublished.value }, .dates) }
  /// When it was last changed.
  public var updated: Moment? { read({ $0.storedUpdated.value }, .dates) }
  /// The rows of the days that feature it: `SiteView.featuredDay`.
  public var featured: Range<Int> { read({ $0.featured.range }, .dates) }

  /// The votes.
  public var upvotes: Int32? { read({ $0.storedUpvotes.value }, .counts) }
  /// The number of comments.
  public var comments: Int32? { read({ $0.storedComments.value }, .counts) }
  /// The stars of the code repository.
  public var stars: Int32? { read({ $0.storedStars.value }, .counts) }

  /// The rows of the links: `SiteView.link`.
  public var links: Range<Int> { read({ $0.links.range }, .links) }
  /// The address of the discussion, or empty.
  public var discussion: TextRef { read({ $0.discussion }, .links) }
  /// The address of a picture, or empty.
  public var thumbnail: TextRef { read({ $0.thumbnail }, .links) }
  /// The rows of pictures and videos: `SiteView.text`.
  public var media: Range<Int> { read({ $0.media.range }, .links) }
  /// The identifier on arXiv without a version, or empty.
  public var arXivID: TextRef { read({ $0.arXivID }, .links) }
  /// The DOI without its host, or empty.
  public var doi: TextRef { read({ $0.doi }, .links) }

  /// The rows of the tags: `SiteView.text`.
  public var tags: Range<Int> { read({ $0.tags.range }, .tags) }
  /// The rows of the keywords: `SiteView.text`.
  public var keywords: Range<Int> { read({ $0.keywords.range }, .tags) }

  /// Where the paper appeared, or empty.
  public var venue: TextRef { read({ $0.venue }, .details) }
  /// The journal reference, or empty.
  public var journalRef: TextRef { read({ $0.journalRef }, .details) }
  /// The licence, or empty.
  public var license: TextRef { read({ $0.license }, .details) }
  /// The rows of the versions: `SiteView.version`.
  public var versions: Range<Int> { read({ $0.versions.range }, .details) }
  /// The rows of the former ids: `SiteView.text`.
  public var aliases: Range<Int> { read({ $0.aliases.range }, .details) }
  /// The fields of the site's own as JSON, or empty.
  public var extra: TextRef { read({ $0.extra }, .extra) }
  /// Whether the paper was withdrawn.
  public var isWithdrawn: Bool { read({ $0.storedIsWithdrawn.value }, .details) }
}

// MARK: - Fields by their rows in the table

extension PaperView {
  /// A field that is a text of one line, empty where the paper has none.
  public func line(_ field: RecordField) -> TextRef {
    note(field.groups)
    return field.line(ofPaper: Int(index), in: view.site.store.papers)
  }
}

// MARK: - What follows from several fields

extension PaperView {
  /// Whether the id is one of arXiv.
  public var hasArXivID: Bool { ArXivID(view.bytes(id)) != nil }

  /// The first featured day.
  public var firstDay: Day? { featured.first.map(view.featuredDay) }

  /// The newest featured day.
  public var newestDay: Day? { featured.last.map(view.featuredDay) }

  /// The position in the calendar of the newest day that features it.
  public var calendarDay: Int? {
    note(.dates)
    return view.site.calendar.newestDay(of: index)
  }

  /// Whether the latest day features it.
  public var isNew: Bool { calendarDay == view.latestDay }

  /// The address of the first link of a kind, or the empty text.
  public func link(_ kind: StaticString) -> TextRef {
    for row in links where view.bytes(view.link(row).kind).isEqual(to: kind) { return view.link(row).url }
    return .empty
  }

  /// The DOI of the first link to one, or the empty text: not the one that arXiv gives every paper.
  public var registeredDOI: TextRef {
    let link = link("doi")
    guard let range = DOI.range(in: view.bytes(link)) else { return .empty }
    return TextRef(segment: link.segment, offset: Int(link.offset) + range.lowerBound, length: range.count)
  }

  /// The paper beside it in the list of its newest day: -1 for the one above, 1 for the one below.
  public func neighbour(by step: Int) -> UInt32? {
    guard let day = calendarDay else { return nil }
    if view.dayOfNeighbours != day {
      view.noteWhole(view.site.list(.day, owner: day))
      view.dayOfNeighbours = day
    }
    let row = view.site.calendar.newestRow(of: index) + step
    return view.site.calendar.days[day].papers.range.contains(row) ? view.site.calendar.papers[row] : nil
  }

  /// How much readers talk about it now.
  public var score: Double {
    note([.counts, .dates])
    let newest = view.latestDay.map { view.site.calendar.days[$0].day }
    return Trending(of: view.site.store, newest: newest).score(of: index)
  }
}
