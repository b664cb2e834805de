import ByteText
import Papers
import Site

/// Writes papers as COinS: an empty `span` whose title is an OpenURL context object (Z39.88-2004), from which Zotero
/// and other reference managers import all papers of a listing at once.
struct ContextObject {
  /// The most authors that are named: a listing must not have thousands of names for one paper.
  private static let authorLimit = 100

  private let view: SiteView

  /// A writer for a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends the `span` of a paper.
  func append(_ paper: PaperView, to out: inout ByteBuffer) {
    let facts = CitationFacts(of: paper, in: view)
    out.append("<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004")
    appendTitles(of: paper, facts, to: &out)
    for row in paper.authors.prefix(Self.authorLimit) {
      value("rft.au", view.bytes(view.authorship(row).name), to: &out)
    }
    if let date = facts.date { key("rft.date", to: &out) { date.day.write(into: &$0) } }
    if facts.hasDOI {
      var doi = ByteBuffer()
      facts.appendDOI(in: view, to: &doi)
      key("rft_id", to: &out) { out in
        out.append("info%3Adoi%2F")
        out.append(percentEncodingValue: doi.span)
      }
    }
    var link = ByteBuffer()
    view.addresses.appendPermalink(of: paper.page, to: &link)
    value("rft_id", link.span, to: &out)
    out.append("\"></span>")
  }

  private func appendTitles(of paper: PaperView, _ facts: CitationFacts, to out: inout ByteBuffer) {
    let title = view.bytes(paper.title.plain)
    switch facts.kind {
    case .preprint:
      format("dc", to: &out)
      key("rft.type", to: &out) { $0.append("preprint") }
      value("rft.title", title, to: &out)
    case .article:
      format("journal", to: &out)
      key("rft.genre", to: &out) { $0.append("article") }
      value("rft.atitle", title, to: &out)
      value("rft.jtitle", view.bytes(facts.container), to: &out)
    case .conference:
      format("book", to: &out)
      key("rft.genre", to: &out) { $0.append("proceeding") }
      value("rft.atitle", title, to: &out)
      value("rft.btitle", view.bytes(facts.container), to: &out)
    }
  }

  private func format(_ name: StaticString, to out: inout ByteBuffer) {
    key("rft_val_fmt", to: &out) { out in
      out.append("info%3Aofi%2Ffmt%3Akev%3Amtx%3A")
      out.append(name)
    }
  }

  private func value(_ name: StaticString, _ text: Span<UInt8>, to out: inout ByteBuffer) {
    key(name, to: &out) { $0.append(percentEncodingValue: text) }
  }

  private func key(_ name: StaticString, to out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void) {
    out.append("&amp;")
    out.append(name)
    out.append("=")
    value(&out)
  }
}
