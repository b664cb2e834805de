public import ByteText
public import Papers

/// What writers of pages see of the site. Every read goes through here and is noted, so that the list of what a page
/// depends on is complete by construction.
///
/// One view belongs to one worker; the data is shared and never changes. Three things are not noted: the settings,
/// on which every page depends; addresses, which are made of what a thing is called in every build; and rows of the
/// store's tables, since only a paper's lists give out their numbers, and reading such a list is noted.
public final class SiteView {
  @usableFromInline let site: SiteData
  /// The settings.
  public let configuration: SiteConfiguration
  /// All taxonomies; the settings make the list anew each time.
  public let taxonomies: [TaxonomySettings]
  /// The formats of outputs.
  public let formats: FormatTable
  /// The addresses of pages.
  public let addresses: Addresses
  /// The outputs that are planned.
  let plan: SitePlan?
  /// What has been read so far. A view is one worker's, and no method of the log calls anything back, so that no two
  /// accesses to it overlap; looking that up each time would cost more than noting.
  @exclusivity(unchecked) var log = DependencyLog()
  /// The reads of parts of pages that may be used again.
  private var parts = PageParts()
  /// The day whose list was last noted for a paper's neighbours: a page asks for them again and again.
  var dayOfNeighbours = -1
  /// What the worker has made once for all its pages, by its type.
  private var tools: [ObjectIdentifier: AnyObject] = [:]

  /// A view of a site, of which these outputs are planned.
  public init(of site: SiteData, plan: SitePlan? = nil) {
    (self.site, self.plan) = (site, plan)
    (configuration, formats, addresses) = (site.configuration, site.formats, Addresses(of: site))
    taxonomies = configuration.taxonomies
  }

  /// A view of a site without content, at the root of its host, for templates that are tried outside any site.
  public convenience init(ofFiles files: [StaticFile]) {
    let configuration = SiteConfiguration()
    let store = PaperStore()
    self.init(
      of: SiteData(
        SiteParts(
          configuration: configuration, formats: FormatTable([]), store: store, calendar: SiteCalendar(of: store),
          taxonomies: configuration.taxonomies.map { _ in Taxonomy() }, assets: AssetTable(files))))
  }

  // MARK: What was read

  /// Forgets what was read: another page begins.
  public func begin() {
    dayOfNeighbours = -1
    parts.abandon(&log)
    log.removeAll()
  }

  /// What was read since the page began.
  public var dependencies: [Dependency] { log.items }

  /// Begins a part of a page whose output may be used again.
  public func beginPart() {
    dayOfNeighbours = -1
    parts.begin(&log)
  }

  /// Ends the part.
  ///
  /// - Parameter kind: the kind of page on which it comes out the same, nil where it asked for more than that.
  /// - Returns: its number, nil where it can't be used again.
  public func endPart(for kind: ObjectKind?) -> Int? { parts.end(&log, for: kind) }

  /// Whether a part comes out the same on a page of a kind; then the page has read what it did.
  public func usePart(_ part: Int, on kind: ObjectKind) -> Bool { parts.use(part, on: kind, &log) }

  /// What a piece of work reads, which is noted as usual. Code that keeps the result passes this to `use` instead of
  /// doing the work again.
  public func reads(of work: () -> Void) -> [Dependency] {
    var outer = DependencyLog()
    swap(&log, &outer)
    work()
    let items = log.items
    swap(&log, &outer)
    for item in items { log.note(item) }
    return items
  }

  /// Notes what was read for a result that was kept.
  public func use(_ reads: [Dependency]) {
    for item in reads { log.note(item) }
  }

  // MARK: Tools

  /// The one object of a type that this worker has, made where there is none yet: a parser, a cache.
  public func tool<Tool: AnyObject>(_ make: (SiteView) -> Tool) -> Tool {
    if let tool = tools[ObjectIdentifier(Tool.self)] as? Tool { return tool }
    let tool = make(self)
    tools[ObjectIdentifier(Tool.self)] = tool
    return tool
  }

  /// The one object of a type that all workers share, made where there is none yet.
  public func shared<Object: AnyObject & Sendable>(_ make: () -> Object) -> Object { site.shared(make) }

  // MARK: Texts

  /// The memory of all texts.
  public var segments: [FrozenBytes] { site.segments }

  /// The bytes of a text.
  @_lifetime(borrow self)
  public func bytes(_ text: TextRef) -> Span<UInt8> { text.bytes(in: site.segments, keptBy: self) }

  /// A text as a string.
  public func string(_ text: TextRef) -> String { String(bytes: bytes(text)) }

  // MARK: Rows that a paper's lists give out

  /// An author of a paper.
  public func authorship(_ row: Int) -> Authorship { site.store.authorships[row] }

  /// An organization or submitter of a paper.
  public func party(_ row: Int) -> Party { site.store.parties[row] }

  /// A tag, a keyword, an address or a former id.
  public func text(_ row: Int) -> TextRef { site.store.texts[row] }

  /// A link.
  public func link(_ row: Int) -> PaperLink { site.store.links[row] }

  /// A version.
  public func version(_ row: Int) -> PaperVersion { site.store.versions[row] }

  /// A featured day.
  public func featuredDay(_ row: Int) -> Day { site.store.days[row] }

  /// A featured day as a position in the calendar.
  public func calendarDay(ofRow row: Int) -> Int? { site.calendar.index(of: site.store.days[row]) }

  /// The term that a row names, or nil.
  public func term(ofRow row: Int, in taxonomy: Int) -> Int? { site.taxonomies[taxonomy].term(ofRow: row) }

  // MARK: Objects

  /// A paper.
  public func paper(_ index: UInt32) -> PaperView { PaperView(self, index) }

  /// A term.
  public func term(_ index: Int, in taxonomy: Int) -> TermView { TermView(self, index, in: taxonomy) }

  /// A free page.
  public func freePage(_ index: Int) -> FreePageView { FreePageView(self, index) }

  /// What templates call pages of a kind.
  public func name(of kind: ObjectKind) -> String { site.kinds[kind].name }

  /// Whether the site has pages of a kind.
  public func isWritten(_ kind: ObjectKind) -> Bool { site.isWritten(kind) }

  /// What the settings alone decide about outputs.
  public var facts: PlanFacts { PlanFacts(configuration, site.kinds, formats) }

  /// The number of taxonomies.
  public var taxonomyCount: Int { site.taxonomies.count }
}

// MARK: - The site as a whole

extension SiteView {
  func note(_ aspects: SiteAspects) { log.note(.home, 0, aspects: aspects.rawValue) }

  /// The position of the latest day, nil where there are no days.
  public var latestDay: Int? {
    note(.latestDay)
    return site.calendar.days.indices.last
  }

  /// The position of the first day, nil where there are no days.
  public var firstDay: Int? {
    note(.firstDay)
    return site.calendar.days.indices.first
  }

  /// The positions of all days, weeks, months or years, oldest first.
  public func all(_ kind: ObjectKind) -> Range<Int> {
    note(.allDays)
    return 0..<site.kinds[kind].count(in: site)
  }

  /// The number of papers.
  public var paperCount: Int {
    note(.paperCount)
    return site.store.papers.count
  }

  /// The number of days.
  public var dayCount: Int {
    note(.dayCount)
    return site.calendar.days.count
  }

  /// The number of terms of a taxonomy that have pages.
  public func termCount(of taxonomy: Int) -> Int {
    log.note(.terms(of: taxonomy), 0, aspects: CollectionAspects.size.rawValue)
    return site.taxonomies[taxonomy].published.count
  }

  /// The positions of the free pages, in the order of the menu.
  public var freePages: Range<Int> {
    note(.menu)
    return site.pages.indices
  }

  /// The position of a static file of the theme by its name, nil where there is none.
  public func asset(named name: String) -> Int? { site.assets.index(of: name) }

  /// The names of the static files of the theme, for suggestions.
  public var assetNames: [String] { site.assets.names }

  /// The path of a static file with its hash.
  public func assetPath(_ index: Int) -> String {
    log.note(.asset, index, aspects: 0)
    return site.assets.paths[index]
  }

  /// The other addresses of papers, for the list of all.
  public var redirects: [Redirects.Entry] {
    noteWhole(site.list(.home), aspects: FieldGroups.details.rawValue)
    return site.redirects.entries
  }

  /// The paper that another address leads to.
  public func paper(ofRedirect index: Int) -> PaperView {
    let paper = paper(site.redirects.entries[index].paper)
    paper.note(.details)
    return paper
  }
}

// MARK: - Titles and descriptions

extension SiteView {
  /// Appends the title of a page as plain text.
  public func appendTitle(of page: OutputPlan, to out: inout ByteBuffer) {
    let definition = site.kinds[page.kind]
    log.note(page.kind, Int(page.subject), aspects: definition.titleAspects)
    definition.appendTitle(of: Int(page.subject), in: site, to: &out)
  }

  /// Appends the title of a page's feed: the site's name, and before it what the feed is about.
  public func appendFeedTitle(of page: OutputPlan, to out: inout ByteBuffer) {
    if page.kind != .home {
      appendTitle(of: page, to: &out)
      out.append(" · ")
    }
    out.append(configuration.title)
  }

  /// Appends what search engines and previews show below a page's title, as plain text; nothing where it has no
  /// description.
  public func appendDescription(of page: OutputPlan, to out: inout ByteBuffer) {
    let definition = site.kinds[page.kind]
    log.note(page.kind, Int(page.subject), aspects: definition.descriptionAspects)
    definition.appendDescription(of: Int(page.subject), in: site, to: &out)
  }
}
