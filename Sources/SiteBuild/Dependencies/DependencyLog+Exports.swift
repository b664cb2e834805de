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
    }
  }

  /// Notes what the metadata of a page reads.
  mutating func noteMetadata(of page: PagePlan, in site: Site) {
    switch page.kind {
    case .paper: note(.paper, Int(page.subject), [.citation, .abstract, .summary])
    case .page: note(.freePage, Int(page.subject), .heading)
    default:
      guard let list = site.list(of: page), let listing = site.listing(of: page) else { return }
      noteSize(of: page)
      note(list.kind, owner: list.owner, rows: listing.items(onPage: Int(page.number)))
    }
  }

  /// Notes what one document of a feed reads.
  mutating func noteFeed(_ page: PagePlan, in site: Site) {
    noteSubject(of: page)
    let positions = site.feedPositions(in: page)
    guard page.kind != .digest else { return noteDigest(page, positions, in: site) }
    guard let list = site.feedList(of: page) else { return }
    let facets: Facets = [.title, .abstract, .summary, .byline, .dates, .links, .tags]
    guard page.number > 0 else {
      noteSize(of: page)
      return note(list.kind, owner: list.owner, rows: positions, facets)
    }
    let count = list.rows.count
    note(
      list.kind, owner: list.owner, rows: count - positions.upperBound..<count - positions.lowerBound, facets,
      fromEnd: true)
  }

  private mutating func noteDigest(_ page: PagePlan, _ positions: Range<Int>, in site: Site) {
    note(.site, 0, .allDays)
    for position in positions {
      let day = site.calendar.days.count - 1 - position
      noteDay(day, [.title, .summary], in: site)
    }
  }

  private mutating func noteDay(_ day: Int, _ facets: Facets, in site: Site) {
    note(.day, day, .size)
    note(.dayPapers, owner: day, rows: 0..<Int(site.calendar.days[day].papers.count), facets)
  }

  private mutating func noteMarkdown(_ page: PagePlan, in site: Site) {
    switch page.kind {
    case .page: note(.freePage, Int(page.subject), [.heading, .content])
    case .archive: note(.site, 0, .allDays)
    case .tags, .authors, .organizations: noteTerms(in: site)
    case .paper: note(.paper, Int(page.subject), .record)
    default:
      noteSubject(of: page)
      noteItems(of: page, [.title, .summary, .dates], in: site)
    }
  }

  /// Notes a paper, or all papers of a listing, with some of their aspects.
  private mutating func noteItems(of page: PagePlan, _ facets: Facets, in site: Site) {
    switch page.kind {
    case .paper: note(.paper, Int(page.subject), facets)
    case .home where page.format == .record || page.format == .markdown:
      note(.site, 0, .latestDay)
      if let day = site.calendar.days.indices.last { noteDay(day, facets, in: site) }
    case .home: noteAllPapers(facets, in: site)
    case .day: noteDay(Int(page.subject), facets, in: site)
    default:
      guard let list = site.list(of: page) else { return }
      noteSize(of: page)
      note(list.kind, owner: list.owner, rows: list.rows, facets)
    }
  }

  private mutating func noteAllPapers(_ facets: Facets, in site: Site) {
    note(.site, 0, .paperCount)
    note(.sitePapers, owner: 0, rows: site.order.indices, facets)
  }

  private mutating func noteTerms(in site: Site) {
    note(.site, 0, [.tagCount, .authorCount, .organizationCount])
    for kind in [Dependency.Kind.siteTags, .siteAuthors, .siteOrganizations] {
      note(kind, owner: 0, rows: site.list(kind).rows, .appearance)
    }
  }

  private mutating func noteSitemap(_ page: PagePlan, in site: Site) {
    guard page.kind != .year || page.format != .sitemap else {
      note(.year, Int(page.subject), .size)
      return note(
        .yearPapers, owner: Int(page.subject), rows: site.list(.yearPapers, owner: Int(page.subject)).rows, .dates)
    }
    note(.site, 0, [.allDays, .menu])
    noteTerms(in: site)
    noteAllPapers([.dates, .tags, .byline, .links, .counts], in: site)
  }

  private mutating func noteRedirect(_ page: PagePlan, in site: Site) {
    guard page.kind == .redirect else { return }
    note(.paper, Int(site.redirects.entries[Int(page.subject)].paper), .title)
  }

  private mutating func noteSubject(of page: PagePlan) {
    guard let kind = page.kind.subjectKind, kind != .paper else { return }
    note(kind, Int(page.subject), .appearance)
  }

  /// Notes how many items a listing has.
  private mutating func noteSize(of page: PagePlan) {
    switch page.kind {
    case .home, .trending, .code: note(.site, 0, .paperCount)
    case .tags: note(.site, 0, .tagCount)
    case .authors: note(.site, 0, .authorCount)
    case .organizations: note(.site, 0, .organizationCount)
    default: if let kind = page.kind.subjectKind { note(kind, Int(page.subject), .size) }
    }
  }
}
