import ByteText
import Site

/// The description of the search page for browsers, which then search the site from their address bar:
/// `opensearch.xml` (OpenSearch 1.1).
struct OpenSearchFormat: OutputFormatDefinition {
  let fileName: StaticString = "opensearch.xml"
  let mediaType: StaticString = "application/opensearchdescription+xml"
  let role = FormatRole.search
  let isXML = true

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.isWritten(.search) ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { OpenSearchWriter(view: view) }
}

private struct OpenSearchWriter: FormatWriter {
  /// The limits of the specification.
  private static let limits = (shortName: 16, longName: 48, description: 1024)

  let view: SiteView

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let configuration = view.configuration
    let description = configuration.description.isEmpty ? "Search \(configuration.title)" : configuration.description
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n")
    append("ShortName", cut(configuration.title, Self.limits.shortName), to: &out)
    append("LongName", cut(configuration.title, Self.limits.longName), to: &out)
    append("Description", cut(description, Self.limits.description), to: &out)
    append("Language", configuration.language, to: &out)
    append("InputEncoding", "UTF-8", to: &out)
    append("OutputEncoding", "UTF-8", to: &out)
    appendIcon(to: &out)
    appendAddress("text/html", nil, "search/?q={searchTerms}", to: &out)
    appendAddress("application/opensearchdescription+xml", "self", "opensearch.xml", to: &out)
    out.append("</OpenSearchDescription>\n")
  }

  private func append(_ name: StaticString, _ text: String, to out: inout ByteBuffer) {
    out.append("<")
    out.append(name)
    out.append(">")
    out.append(escaping: text)
    out.append("</")
    out.append(name)
    out.append(">\n")
  }

  private func appendIcon(to out: inout ByteBuffer) {
    let icon = view.configuration.icon
    guard !icon.isEmpty else { return }
    out.append("<Image")
    if icon.hasSuffix(".svg") { out.append(" type=\"image/svg+xml\"") }
    out.append(">")
    out.append(escaping: view.configuration.baseURL + icon)
    out.append("</Image>\n")
  }

  private func appendAddress(
    _ type: StaticString, _ relation: StaticString?, _ path: StaticString, to out: inout ByteBuffer
  ) {
    out.append("<Url type=\"")
    out.append(type)
    if let relation {
      out.append("\" rel=\"")
      out.append(relation)
    }
    out.append("\" template=\"")
    out.append(escaping: view.configuration.baseURL)
    out.append(path)
    out.append("\"/>\n")
  }

  /// The beginning of a text: whole words where the first one fits, and no sign at the end that leads on to the rest.
  private func cut(_ text: String, _ limit: Int) -> String {
    guard text.count > limit else { return text }
    let start = text.prefix(limit)
    let words = text[start.endIndex] == " " ? start : start[..<(start.lastIndex(of: " ") ?? start.endIndex)]
    let end = Self.end(of: words)
    return String(end > words.startIndex ? words[..<end] : words)
  }

  /// Where the words end that say something: without spaces, words of signs alone, and a comma, colon or dash.
  private static func end(of text: Substring) -> Substring.Index {
    var rest = text
    while let last = rest.last {
      let word = rest[(rest.lastIndex(of: " ").map(rest.index(after:)) ?? rest.startIndex)...]
      let saysSomething = word.contains { $0.isLetter || $0.isNumber }
      guard !saysSomething || last.isWhitespace || ",;:–—-(".contains(last) else { break }
      rest.removeLast()
    }
    return rest.endIndex
  }
}
