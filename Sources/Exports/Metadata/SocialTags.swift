import ByteText
import Papers
import Site

/// Writes what previews in chats and social networks are made of: Open Graph and Twitter cards.
struct SocialTags {
  private let view: SiteView

  /// The tags of a site's pages.
  init(of view: SiteView) {
    self.view = view
  }

  /// Appends the tags of a page.
  func append(of page: OutputPlan, to out: inout ByteBuffer) {
    var text = ByteBuffer()
    out.append(property: "og:site_name") { $0.append(escaping: view.configuration.title) }
    out.append(property: "og:type") { $0.append(page.kind == .paper ? "article" : "website") }
    view.appendTitle(of: page, to: &text)
    out.append(property: "og:title") { $0.append(escaping: text.span) }
    if page.kind != .notFound {
      out.append(property: "og:url") { view.addresses.appendPermalink(of: page, to: &$0) }
    }
    text.removeAll()
    view.appendDescription(of: page, to: &text)
    if !text.isEmpty { out.append(property: "og:description") { $0.append(escaping: text.span) } }
    if page.kind == .paper { append(view.paper(page.subject), on: page, to: &out) }
    if page.kind != .paper || view.paper(page.subject).thumbnail.isEmpty {
      out.append(meta: "twitter:card") { $0.append("summary") }
    }
  }

  private func append(_ paper: PaperView, on page: OutputPlan, to out: inout ByteBuffer) {
    if let date = paper.published {
      out.append(property: "article:published_time") { date.day.write(into: &$0) }
    }
    if let date = paper.updated {
      out.append(property: "article:modified_time") { date.day.write(into: &$0) }
    }
    for row in paper.tags {
      out.append(property: "article:tag") { $0.append(escaping: view.bytes(view.text(row))) }
    }
    let picture = view.bytes(paper.thumbnail)
    guard !picture.isEmpty else { return }
    out.append(property: "og:image") { out in
      view.addresses.appendBase(ofFile: picture, on: page, to: &out)
      out.append(escaping: picture)
    }
    out.append(meta: "twitter:card") { $0.append("summary_large_image") }
  }
}
