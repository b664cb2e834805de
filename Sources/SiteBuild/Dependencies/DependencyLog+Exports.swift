import Papers

/// What the writers of exports read: they work on whole records and lists, so it follows from the format.
extension DependencyLog {
  /// Notes what an output without a template reads.
  mutating func noteExport(_ page: PagePlan, in site: Site) {
    switch page.format {
    case .html: noteRedirect(page, in: site)
    case .rss, .atom, .robots, .openSearch: break
    case .jsonFeed: noteFeed(page, in: site)
    case .markdown: noteMarkdown(page, in: site)
    case .linkset: note(.paper, Int(page.subject), .citation)
    case .bibtex: noteItems(of: page, .citation, in: site)
    case .ris, .csl: noteItems(of: page, page.kind == .paper ? [.citation, .abstract] : .citation, in: site)
    case .record, .jsonLines: noteItems(of: page, .record, in: site)
    case .apiIndex: note(.site, 0, .allDays)
    case .opml: noteTerms(in: site)
    case .llms: note(.site, 0, .menu)
    case .redirects: noteAllPapers(.details, in: site)
    case .sitemapIndex, .sitemap: noteSitemap(page, in: site)
    case .searchIndex: note(.site, 0, .searchSegments)
    case .searchTerms: note(.searchSegment, Int(page.subject), [])
    case .searchTexts: noteSearchTexts(page)
    }
  }

  /// Notes what the metadata of a page reads.
  mutating func noteMetadata(of page: PagePlan, in site: Site) {
    switch page.kind {
    case .paper: note(.paper, Int(page.subject), [.citation, .abstract, .summary])
    case .page: note(.freePage, Int(page.subject), .heading)
    default:
      noteSubject(of: page)
      noteItems(on: page, in: site)
    }
  }

  /// Notes the items that one page of a listing shows, and some of their aspects.
  ///
  /// Pages are numbered from the oldest and full but for the newest: a numbered one follows from the end of the list
  /// alone, the newest from how many there are.
  mutating func noteItems(on page: PagePlan, _ facets: Facets = [], in site: Site) {
    guard let list = site.list(of: page), let listing = site.listing(of: page) else { return }
    let items = listing.items(onPage: Int(page.number))
    guard page.number > 0 else {
      noteCount(of: list.kind, owner: list.owner)
      return note(list.kind, owner: list.owner, rows: items, facets)
    }
    noteFromEnd(list, items, facets)
  }

  /// Notes how many items one page of a listing shows.
  mutating func noteCountOfItems(on page: PagePlan, in site: Site) {
    guard page.number == 0, let list = site.list(of: page) else { return }
    noteCount(of: list.kind, owner: list.owner)
  }

  private mutating func noteFromEnd(_ list: OwnedList, _ rows: Range<Int>, _ facets: Facets) {
    let count = list.rows.count
    note(
      list.kind, owner: list.owner, rows: count - rows.upperBound..<count - rows.lowerBound, facets, fromEnd: true)
  }

  /// Notes what one document of a feed reads.
  mutating func noteFeed(_ page: PagePlan, in site: Site) {
    noteSubject(of: page)
    let positions = site.feedPositions(in: page)
    guard page.kind != .digest else { return noteDigest(page, positions, in: site) }
    guard let list = site.feedList(of: page) else { return }
    let facets: Facets = [.title, .abstract, .summary, .byline, .dates, .links, .tags]
    guard page.number > 0 else {
      noteCount(of: list.kind, owner: list.owner)
      return note(list.kind, owner: list.owner, rows: positions, facets)
    }
    noteFromEnd(list, positions, facets)
  }

  private mutating func noteDigest(_ page: PagePlan, _ positions: Range<Int>, in site: Site) {
    note(.site, 0, .allDays)
    for position in positions {
      let day = site.calendar.days.count - 1 - position
      noteDay(day, [.title, .summary], in: site)
    }
  }

  private mutating func noteDay(_ day: Int, _ facets: Facets, in site: Site) {
    noteAll(site.list(.dayPapers, owner: day), facets)
  }

  private mutating func noteMarkdown(_ page: PagePlan, in site: Site) {
    switch page.kind {
    case .page: note(.freePage, Int(page.subject), [.heading, .content])
    case .archive: note(.site, 0, .allDays)
    case .tags, .authors, .organizations: noteTerms(in: site)
    case .paper: note(.paper, Int(page.subject), .record)
    case .home:
      note(.site, 0, .latestDay)
      noteItems(on: page, [.title, .summary, .dates], in: site)
    default:
      noteSubject(of: page)
      noteItems(on: page, [.title, .summary, .dates], in: site)
    }
  }

  /// Notes a paper, or all papers of a listing, with some of their aspects.
  private mutating func noteItems(of page: PagePlan, _ facets: Facets, in site: Site) {
    switch page.kind {
    case .paper: note(.paper, Int(page.subject), facets)
    case .home where page.format == .record:
      note(.site, 0, .latestDay)
      if let day = site.calendar.days.indices.last { noteDay(day, facets, in: site) }
    case .home: noteAllPapers(facets, in: site)
    case .day: noteDay(Int(page.subject), facets, in: site)
    default:
      if let list = site.list(of: page) { noteAll(list, facets) }
    }
  }

  /// Notes a whole list and some aspects of its items.
  private mutating func noteAll(_ list: OwnedList, _ facets: Facets) {
    noteCount(of: list.kind, owner: list.owner)
    note(list.kind, owner: list.owner, rows: list.rows, facets)
  }

  private mutating func noteAllPapers(_ facets: Facets, in site: Site) { noteAll(site.list(.sitePapers), facets) }

  private mutating func noteTerms(in site: Site) {
    for kind in [Dependency.Kind.siteTags, .siteAuthors, .siteOrganizations] { noteAll(site.list(kind), .appearance) }
  }

  private mutating func noteSitemap(_ page: PagePlan, in site: Site) {
    guard page.kind != .year || page.format != .sitemap else {
      return noteAll(site.list(.yearPapers, owner: Int(page.subject)), .dates)
    }
    note(.site, 0, [.allDays, .menu])
    noteTerms(in: site)
    noteAllPapers([.dates, .tags, .byline, .links, .counts], in: site)
  }

  /// Notes the places of a file's papers, those included that nobody takes yet.
  private mutating func noteSearchTexts(_ page: PagePlan) {
    let places = SearchSegment.places(inTextFile: Int(page.number))
    note(.searchPapers, owner: Int(page.subject), rows: places, .searched)
  }

  private mutating func noteRedirect(_ page: PagePlan, in site: Site) {
    guard page.kind == .redirect else { return }
    note(.paper, Int(site.redirects.entries[Int(page.subject)].paper), [.title, .details])
  }

  private mutating func noteSubject(of page: PagePlan) {
    guard let kind = page.kind.subjectKind, kind != .paper else { return }
    note(kind, Int(page.subject), .appearance)
  }
}
