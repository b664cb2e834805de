import ByteText
import Papers

/// What all feed formats say of a feed and its entries: identifiers, addresses, dates, names.
///
/// An id is a URN of what an entry is, so it stays when the site moves, is renamed or gets another theme.
struct FeedFacts {
  private let site: Site
  private let addresses: Addresses

  /// The facts of a site's feeds.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends the id of a feed.
  func appendID(of page: PagePlan, to out: inout ByteBuffer) {
    out.append("urn:sitegen:feed:")
    let start = out.count
    var path = ByteBuffer()
    addresses.appendPath(of: PagePlan(kind: page.kind, subject: page.subject), to: &path)
    path.withUnsafeBytes { path in
      out.append(percentEncodingPath: UnsafeRawBufferPointer(rebasing: path.dropLast()))
    }
    if out.count == start { out.append("home") }
  }

  /// Appends the id of an entry.
  func appendID(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper):
      out.append("urn:sitegen:paper:")
      out.append(site.bytes(site.store.papers[Int(paper)].id))
    case .day(let index):
      out.append("urn:sitegen:day:")
      site.calendar.days[index].day.write(into: &out)
    }
  }

  /// Appends the address of an entry's page.
  func appendLink(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): addresses.appendPermalink(of: PagePlan(kind: .paper, subject: paper), to: &out)
    case .day(let index): addresses.appendPermalink(of: PagePlan(kind: .day, subject: UInt32(index)), to: &out)
    }
  }

  /// Appends the title of an entry as plain text.
  func appendTitle(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): out.append(site.bytes(site.store.papers[Int(paper)].title.plain))
    case .day(let index):
      let day = site.calendar.days[index]
      day.day.writeLong(into: &out)
      out.append(": ")
      out.append(decimal: Int(day.papers.count))
      out.append(day.papers.count == 1 ? " paper" : " papers")
    }
  }

  /// The rows of an entry's authors, as far as a feed names them.
  func authors(of entry: FeedEntry, in feed: PagePlan) -> Range<Int> {
    switch entry {
    case .paper(let paper): site.store.papers[Int(paper)].authors.range.firstNames(in: feed)
    case .day: 0..<0
    }
  }

  /// The rows of an entry's tags.
  func tags(of entry: FeedEntry) -> Range<Int> {
    switch entry {
    case .paper(let paper): site.store.papers[Int(paper)].tags.range
    case .day: 0..<0
    }
  }

  /// Appends the names of all authors in one line: RSS readers show one element only.
  func appendAuthors(of entry: FeedEntry, in feed: PagePlan, to out: inout ByteBuffer) {
    let rows = authors(of: entry, in: feed)
    for row in rows {
      if row > rows.lowerBound { out.append(", ") }
      out.append(site.bytes(site.store.authorships[row].name))
    }
  }

  /// The address of the document before another one in a feed's history, nil for the oldest.
  func archive(before page: PagePlan) -> PagePlan? {
    site.archive(of: page)?.archive(before: Int(page.number)).map { number in
      PagePlan(kind: page.kind, format: page.format, subject: page.subject, number: UInt32(number))
    }
  }
}

extension Range<Int> {
  /// The authors of a paper whom the files of a page name.
  ///
  /// Where each of three thousand authors has feeds and citations that name all three thousand, one paper makes
  /// gigabytes: those of an author's own page stop at a thousand.
  func firstNames(in page: PagePlan) -> Range<Int> {
    page.kind == .author ? lowerBound..<Swift.min(upperBound, lowerBound + 1000) : self
  }
}
