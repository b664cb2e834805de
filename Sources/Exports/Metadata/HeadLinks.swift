import ByteText
import Papers
import Site

/// Writes the links of a page's head: its own address, its feeds, its other forms, and on papers the signposts.
final class HeadLinks {
  private let view: SiteView
  private let signposts: Signposts
  private let facts: PlanFacts
  private let twin: OutputFormat
  private let linkset: OutputFormat

  /// The links of a site's pages.
  init(of view: SiteView) {
    self.view = view
    signposts = Signposts(of: view)
    facts = view.facts
    twin = view.formats.number(of: MarkdownFormat.self)
    linkset = view.formats.number(of: LinksetFormat.self)
  }

  /// Appends the links of a page.
  func append(of page: OutputPlan, to out: inout ByteBuffer) {
    if let search = view.formats.all(of: .search).first, view.configuration.outputs.search {
      appendSearch(search, to: &out)
    }
    guard page.kind != .notFound else { return }
    out.append(link: "canonical") { view.addresses.appendPermalink(of: page, to: &$0) }
    if page.kind != .home { appendFeeds(of: page, to: &out) }
    appendFeeds(of: OutputPlan(kind: .home), to: &out)
    if page.kind == .home { appendFeeds(of: OutputPlan(kind: .digest), to: &out) }
    if facts.hasTwins(page.kind) { append("alternate", twin, of: page, to: &out) }
    if page.kind == .paper {
      appendSignposts(of: page, to: &out)
    } else if facts.hasCitations(page.kind), page.number == 0 {
      for format in view.formats.citations { append("describedby", format, of: page, to: &out) }
    }
  }

  private func appendSearch(_ format: OutputFormat, to out: inout ByteBuffer) {
    out.append("<link rel=\"search\" type=\"")
    out.append(view.formats[format].mediaType)
    out.append("\" title=\"")
    out.append(escaping: view.configuration.title)
    out.append("\" href=\"")
    view.addresses.appendFileLink(of: OutputPlan(kind: .home, format: format), to: &out)
    out.append("\">\n")
  }

  private func appendFeeds(of page: OutputPlan, to out: inout ByteBuffer) {
    for format in view.feedFormats(of: page.kind) {
      append(OutputPlan(kind: page.kind, format: format, subject: page.subject), to: &out)
    }
  }

  private func append(_ feed: OutputPlan, to out: inout ByteBuffer) {
    out.append("<link rel=\"alternate\" type=\"")
    out.append(view.formats[feed.format].mediaType)
    out.append("\" title=\"")
    out.append(escapingResultOf: { view.appendFeedTitle(of: feed, to: &$0) })
    out.append("\" href=\"")
    view.addresses.appendFileLink(of: feed, to: &out)
    out.append("\">\n")
  }

  private func append(_ relation: StaticString, _ format: OutputFormat, of page: OutputPlan, to out: inout ByteBuffer) {
    out.append(link: relation, type: view.formats[format].mediaType) { out in
      var variant = page
      variant.format = format
      view.addresses.appendFileLink(of: variant, to: &out)
    }
  }

  private func appendSignposts(of page: OutputPlan, to out: inout ByteBuffer) {
    signposts.forEachLink(of: view.paper(page.subject)) { link, address in
      out.append(link: link.relation, type: link.type) { $0.append(escaping: address) }
    }
    if view.configuration.outputs.linksets { append("linkset", linkset, of: page, to: &out) }
  }
}
