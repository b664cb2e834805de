package import ByteText
import Papers
package import Site

/// What all feed formats say of a feed and its entries: identifiers, addresses, dates, names.
///
/// An id is a URN of what an entry is, so it stays when the site moves, is renamed or gets another theme.
package struct FeedFacts {
  private let view: SiteView

  /// The facts of a site's feeds.
  package init(of view: SiteView) { self.view = view }

  /// Appends the id of a feed.
  package func appendID(of page: OutputPlan, to out: inout ByteBuffer) {
    out.append("urn:sitegen:feed:")
    let start = out.count
    var path = ByteBuffer()
    view.addresses.appendPath(of: OutputPlan(kind: page.kind, subject: page.subject), to: &path)
    out.append(percentEncodingPath: path.span.extracting(0..<max(path.count - 1, 0)))
    if out.count == start { out.append("home") }
  }

  /// Appends the id of an entry.
  package func appendID(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper):
      out.append("urn:sitegen:paper:")
      out.append(view.bytes(paper.id))
    case .day(let index):
      out.append("urn:sitegen:day:")
      view.date(ofDay: index).write(into: &out)
    }
  }

  /// Appends the address of an entry's page.
  package func appendLink(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): view.addresses.appendPermalink(of: paper.page, to: &out)
    case .day(let index): view.addresses.appendPermalink(of: OutputPlan(kind: .day, subject: UInt32(index)), to: &out)
    }
  }

  /// Appends the title of an entry as plain text.
  package func appendTitle(of entry: FeedEntry, to out: inout ByteBuffer) {
    switch entry {
    case .paper(let paper): out.append(view.bytes(paper.title.plain))
    case .day(let index):
      let count = view.paperCount(ofDay: index)
      view.appendTitle(of: OutputPlan(kind: .day, subject: UInt32(index)), to: &out)
      out.append(": ")
      out.append(decimal: count)
      out.append(count == 1 ? " paper" : " papers")
    }
  }

  /// The rows of an entry's authors, as far as a feed names them.
  package func authors(of entry: FeedEntry, in feed: OutputPlan) -> Range<Int> {
    switch entry {
    case .paper(let paper): paper.authors.firstNames(in: feed)
    case .day: 0..<0
    }
  }

  /// The rows of an entry's tags.
  package func tags(of entry: FeedEntry) -> Range<Int> {
    switch entry {
    case .paper(let paper): paper.tags
    case .day: 0..<0
    }
  }

  /// Appends the names of all authors in one line: RSS readers show one element only.
  package func appendAuthors(of entry: FeedEntry, in feed: OutputPlan, to out: inout ByteBuffer) {
    let rows = authors(of: entry, in: feed)
    for row in rows {
      if row > rows.lowerBound { out.append(", ") }
      out.append(view.bytes(view.authorship(row).name))
    }
  }
}
