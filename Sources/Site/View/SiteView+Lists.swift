public import Papers

// MARK: - Lists

extension SiteView {
  /// Notes a whole list, and some aspects of its items.
  func noteWhole(_ list: ObjectList, aspects: UInt16 = 0) {
    log.noteCount(of: list.kind, owner: list.owner)
    log.note(list, aspects: aspects)
  }

  /// The whole list of an owner, as a value for templates: neither its length nor its items are read yet.
  public func list(_ kind: ObjectKind, owner: Int = 0) -> ObjectList { site.list(kind, owner: owner) }

  /// The number of items of a list.
  public func count(of list: ObjectList) -> Int {
    log.noteCount(of: list.kind, owner: list.owner)
    return list.rows.count
  }

  /// The item at a position of a list, and its kind.
  public func item(at position: Int, of list: ObjectList) -> (kind: ObjectKind, index: Int) {
    let start = list.rows.lowerBound
    var read = list
    read.rows = start..<start + position + 1
    log.note(read)
    return item(at: start + position, ofAll: list)
  }

  private func item(at position: Int, ofAll list: ObjectList) -> (kind: ObjectKind, index: Int) {
    let rows = site.rows(list.kind, owner: list.owner)
    return (site.kinds[list.kind].items, Int(rows[rows.startIndex + position]))
  }

  /// All items of a list.
  public func items(of list: ObjectList) -> ArraySlice<UInt32> {
    noteWhole(list)
    return site.rows(list.kind, owner: list.owner)
  }

  /// All papers of a list, of which some groups of fields are noted at once: reading others is noted paper by paper.
  public func papers(of list: ObjectList, reading groups: FieldGroups) -> [PaperView] {
    noteWhole(list, aspects: groups.rawValue)
    return site.rows(list.kind, owner: list.owner).map { PaperView(self, $0, noted: groups) }
  }
}

// MARK: - What pages list

extension SiteView {
  /// What a page lists, or nil where it is no listing.
  public func pageList(of page: OutputPlan) -> ObjectList? {
    if page.kind == .home { note(.latestDay) }
    return site.pageList(of: page)
  }

  /// Whether the items of a kind's listing are terms, not papers.
  public func listsTerms(_ kind: ObjectKind) -> Bool { kind.isTermIndex }

  /// How a page's listing is cut, or nil where the page is no listing.
  public func pagination(of page: OutputPlan) -> Pagination? {
    log.note(page.kind, Int(page.subject), aspects: CollectionAspects.pageCount.rawValue)
    return site.pagination(of: page)
  }

  /// The positions of the items that a page shows, as a value for templates: nothing is read yet.
  public func positions(on page: OutputPlan) -> Range<Int>? {
    site.pagination(of: page)?.items(onPage: Int(page.number))
  }

  /// Notes how many items a page shows.
  public func noteCountOfItems(on page: OutputPlan) {
    guard page.number == 0, let list = pageList(of: page) else { return }
    log.noteCount(of: list.kind, owner: list.owner)
  }

  /// The item at a position of the listing that a page shows a part of.
  public func item(at position: Int, on page: OutputPlan) -> (kind: ObjectKind, index: Int)? {
    guard let list = noteItems(on: page, aspects: 0) else { return nil }
    return item(at: position, ofAll: list)
  }

  /// The items that a page shows.
  public func items(on page: OutputPlan) -> ArraySlice<UInt32> { items(on: page, aspects: 0) }

  /// The papers that a page shows, of which some groups of fields are noted at once.
  public func papers(on page: OutputPlan, reading groups: FieldGroups) -> [PaperView] {
    items(on: page, aspects: groups.rawValue).map { PaperView(self, $0, noted: groups) }
  }

  /// The terms that a page shows.
  public func terms(on page: OutputPlan) -> [TermView] {
    let items = items(on: page, aspects: CollectionAspects.appearance.rawValue)
    return items.map { TermView(self, Int($0), in: page.kind.taxonomy ?? 0) }
  }

  private func items(on page: OutputPlan, aspects: UInt16) -> ArraySlice<UInt32> {
    guard let list = noteItems(on: page, aspects: aspects), let positions = positions(on: page) else { return [] }
    let rows = site.rows(list.kind, owner: list.owner)
    return rows[rows.startIndex + positions.lowerBound..<rows.startIndex + positions.upperBound]
  }

  /// Notes the items that one page of a listing shows.
  ///
  /// Pages are numbered from the oldest and full but for the newest: a numbered one follows from the end of the list
  /// alone, the newest from how many there are.
  private func noteItems(on page: OutputPlan, aspects: UInt16) -> ObjectList? {
    guard let list = pageList(of: page), let positions = positions(on: page) else { return nil }
    note(positions, of: list, isNewest: page.number == 0, aspects: aspects)
    return list
  }

  func note(_ positions: Range<Int>, of list: ObjectList, isNewest: Bool, aspects: UInt16) {
    var read = list
    if isNewest {
      log.noteCount(of: list.kind, owner: list.owner)
      read.rows = positions
      return log.note(read, aspects: aspects)
    }
    let count = list.rows.count
    read.rows = count - positions.upperBound..<count - positions.lowerBound
    log.note(read, aspects: aspects, fromEnd: true)
  }

  /// The formats of the files for readers and programs that are beside a page of a kind.
  public func exportFormats(of kind: ObjectKind) -> [OutputFormat] { site.exportFormats(of: kind) }

  /// The formats of the feeds of a kind.
  public func feedFormats(of kind: ObjectKind) -> [OutputFormat] { site.feedFormats(of: kind) }
}

// MARK: - Terms of taxonomies

extension SiteView {
  /// The terms of a taxonomy that have pages.
  public func publishedTerms(of taxonomy: Int) -> [TermView] {
    noteWhole(site.list(.terms(of: taxonomy)), aspects: CollectionAspects.appearance.rawValue)
    return site.taxonomies[taxonomy].published.map { TermView(self, Int($0), in: taxonomy) }
  }

  /// The rows by which a paper names its terms of a taxonomy.
  public func termRows(of paper: UInt32, in taxonomy: Int) -> Range<Int> {
    log.note(.paper, Int(paper), aspects: taxonomies[taxonomy].source.groups.rawValue)
    return site.taxonomies[taxonomy].rows.rows(of: Int(paper), in: site.store)
  }
}

// MARK: - The sitemap

extension SiteView {
  /// The files of the sitemap, each with the day on which a page of it last changed.
  public var sitemapParts: [(part: OutputPlan, changed: Day?)] {
    guard let plan else { return [] }
    return plan.sitemaps.parts.map { part in (part, pages(in: part).compactMap(\.changed).max()) }
  }

  /// The pages that a file of the sitemap lists, each with the day on which it last changed.
  public func pages(in part: OutputPlan) -> [(page: OutputPlan, changed: Day?)] {
    log.note(.sitemap, Int(part.subject), aspects: 0)
    guard let plan else { return [] }
    return plan.sitemaps.positions(in: part).map { position in
      let page = plan.pages[Int(position)]
      return (page, site.modificationDay(of: page))
    }
  }
}
