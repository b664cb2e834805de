import ByteText
import Papers
import Site

/// Writes feeds in the form of JSON Feed 1.1.
struct JSONFeedWriter: FormatWriter {
  private let view: SiteView
  private let facts: FeedFacts
  private let content: FeedContent

  /// A writer for a site's feeds.
  init(of view: SiteView) {
    self.view = view
    facts = FeedFacts(of: view)
    content = view.tool(FeedContent.init)
  }

  /// Appends a document of a feed.
  func write(_ page: OutputPlan, into out: inout ByteBuffer) {
    var feed = JSONObject()
    feed.literal("version", "https://jsonfeed.org/version/1.1", to: &out)
    text("title", &feed, to: &out) { view.appendFeedTitle(of: page, to: &$0) }
    feed.string("home_page_url", to: &out) { view.addresses.appendPermalink(of: view.page(ofFeed: page), to: &$0) }
    feed.string("feed_url", to: &out) { view.addresses.appendFileLink(of: page, to: &$0) }
    if !view.configuration.description.isEmpty {
      feed.text("description", view.configuration.description, to: &out)
    }
    feed.text("language", view.configuration.language, to: &out)
    if let next = view.archive(before: page) {
      feed.string("next_url", to: &out) { view.addresses.appendFileLink(of: next, to: &$0) }
    }
    appendHub(of: page, &feed, to: &out)
    appendItems(of: page, &feed, to: &out)
    feed.end(&out)
    out.append("\n")
  }

  private func appendHub(of page: OutputPlan, _ feed: inout JSONObject, to out: inout ByteBuffer) {
    let hub = view.configuration.outputs.feeds.hub
    guard !hub.isEmpty, page.number == 0 else { return }
    feed.key("hubs", to: &out)
    out.append("[{\"type\":\"WebSub\",\"url\":")
    out.append(quotingJSON: hub)
    out.append("}]")
  }

  private func appendItems(of page: OutputPlan, _ feed: inout JSONObject, to out: inout ByteBuffer) {
    feed.key("items", to: &out)
    out.append("[")
    var isFirst = true
    for entry in view.feedEntries(in: page) {
      out.append(isFirst ? "\n" : ",\n")
      append(entry, in: page, to: &out)
      isFirst = false
    }
    out.append("]")
  }

  private func append(_ entry: FeedEntry, in page: OutputPlan, to out: inout ByteBuffer) {
    var item = JSONObject()
    item.string("id", to: &out) { facts.appendID(of: entry, to: &$0) }
    item.string("url", to: &out) { facts.appendLink(of: entry, to: &$0) }
    text("title", &item, to: &out) { facts.appendTitle(of: entry, to: &$0) }
    text("content_html", &item, to: &out) { content.append(entry, to: &$0) }
    if let day = view.firstDay(of: entry) { date("date_published", day, &item, to: &out) }
    if let day = view.updateDay(of: entry) { date("date_modified", day, &item, to: &out) }
    item.list("authors", facts.authors(of: entry, in: page), to: &out) { row, out in
      appendAuthor(view.authorship(row), to: &out)
    }
    item.list("tags", facts.tags(of: entry), to: &out) { row, out in
      JSONWriter().quote(view.bytes(view.text(row)), to: &out)
    }
    item.end(&out)
  }

  private func appendAuthor(_ author: Authorship, to out: inout ByteBuffer) {
    var object = JSONObject()
    object.text("name", view.bytes(author.name), to: &out)
    if !author.orcid.isEmpty {
      object.string("url", to: &out) { out in
        out.append("https://orcid.org/")
        out.append(view.bytes(author.orcid))
      }
    }
    object.end(&out)
  }

  private func date(_ name: StaticString, _ day: Day, _ item: inout JSONObject, to out: inout ByteBuffer) {
    item.string(name, to: &out) { Moment(day: day).writeRFC3339(into: &$0) }
  }

  private func text(
    _ name: StaticString, _ object: inout JSONObject, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void
  ) {
    var scratch = ByteBuffer()
    write(&scratch)
    object.key(name, to: &out)
    object.writer.quote(scratch.span, to: &out)
  }
}
