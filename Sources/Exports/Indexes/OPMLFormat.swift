import ByteText
import Papers
import Site

/// Lists of feeds as OPML 2.0, for readers to subscribe to.
///
/// `/feeds.opml` has the feeds of the site, its tags and its organizations; authors are too many to go with them and
/// have a list of their own, `/authors/feeds.opml`, which the first one includes.
struct OPMLFormat: OutputFormatDefinition {
  let fileName: StaticString = "feeds.opml"
  let mediaType: StaticString = "text/x-opml"
  let isXML = true

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    guard !facts.feedFormats.isEmpty else { return [] }
    let format = facts.formats.number(of: Self.self)
    let own = facts.configuration.taxonomies.indices.filter { number in
      facts.configuration.taxonomies[number].hasOwnFeedList && facts.hasFeeds(.term(of: number))
    }
    return [OutputPlan(kind: .home, format: format)] + own.map { OutputPlan(kind: .terms(of: $0), format: format) }
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { OPMLWriter(view: view) }
}

private struct OPMLWriter: FormatWriter {
  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>")
    out.append(escaping: view.configuration.title)
    out.append("</title></head>\n<body>\n")
    if let taxonomy = plan.kind.taxonomy {
      appendTerms(of: taxonomy, to: &out)
    } else {
      appendSite(plan.format, to: &out)
    }
    out.append("</body>\n</opml>\n")
  }

  private func appendSite(_ format: OutputFormat, to out: inout ByteBuffer) {
    let taxonomies = view.taxonomies
    for kind in view.kindsWithOneFeed { append(OutputPlan(kind: kind), to: &out) }
    for (number, taxonomy) in taxonomies.enumerated() where !taxonomy.hasOwnFeedList {
      group(taxonomy.title, number, to: &out)
    }
    for (number, taxonomy) in taxonomies.enumerated() where taxonomy.hasOwnFeedList && hasFeeds(number) {
      out.append("<outline text=\"")
      out.append(escaping: taxonomy.title)
      out.append("\" type=\"include\" url=\"")
      appendLink(of: OutputPlan(kind: .terms(of: number), format: format), to: &out)
      out.append("\"/>\n")
    }
  }

  private func hasFeeds(_ taxonomy: Int) -> Bool { view.facts.hasFeeds(.term(of: taxonomy)) }

  private func group(_ title: String, _ taxonomy: Int, to out: inout ByteBuffer) {
    guard hasFeeds(taxonomy) else { return }
    out.append("<outline text=\"")
    out.append(escaping: title)
    out.append("\">\n")
    appendTerms(of: taxonomy, to: &out)
    out.append("</outline>\n")
  }

  private func appendTerms(of taxonomy: Int, to out: inout ByteBuffer) {
    for term in view.publishedTerms(of: taxonomy) { append(term.page, to: &out) }
  }

  /// One feed, in the first of the formats that are written.
  private func append(_ page: OutputPlan, to out: inout ByteBuffer) {
    guard let format = view.facts.feedFormats.first else { return }
    var feed = page
    feed.format = format
    var title = ByteBuffer()
    view.appendTitle(of: page, to: &title)
    out.append("<outline type=\"rss\" text=\"")
    out.append(escaping: title.span)
    out.append("\" title=\"")
    out.append(escaping: title.span)
    out.append("\" xmlUrl=\"")
    appendLink(of: feed, to: &out)
    out.append("\" htmlUrl=\"")
    var home = ByteBuffer()
    view.addresses.appendPermalink(of: view.page(ofFeed: page), to: &home)
    out.append(escaping: home.span)
    out.append("\"/>\n")
  }

  private func appendLink(of page: OutputPlan, to out: inout ByteBuffer) {
    var link = ByteBuffer()
    view.addresses.appendFileLink(of: page, to: &link)
    out.append(escaping: link.span)
  }
}
