/// The forms in which pages and the site as a whole are written.
enum PageFormat: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  /// A page for readers, from the theme.
  case html
  /// A feed, from a template.
  case rss
  case atom
  case jsonFeed
  /// The twin of a page for machines that read Markdown.
  case markdown
  /// What a paper's page is related to (RFC 9264).
  case linkset
  /// Citations.
  case bibtex
  case ris
  case csl
  /// A paper or a day as the JSON API gives it.
  case record
  /// The papers of a month, or of the site, a line each.
  case jsonLines
  /// What the JSON API has.
  case apiIndex
  /// Lists of what the site has.
  case opml
  case sitemapIndex
  case sitemap
  case llms
  case robots
  case openSearch
  /// What the search page loads: what there is, the terms of a segment, the texts of papers.
  case searchIndex
  case searchTerms
  case searchTexts
  case redirects

  /// The name of the file in the folder of its page; some formats have addresses of their own.
  var fileName: StaticString {
    switch self {
    case .html: "index.html"
    case .rss: "rss.xml"
    case .atom: "atom.xml"
    case .jsonFeed: "feed.json"
    case .markdown: "index.md"
    case .linkset: "linkset.json"
    case .bibtex: "cite.bib"
    case .ris: "cite.ris"
    case .csl: "cite.json"
    case .record: "record.json"
    case .jsonLines: "papers.jsonl"
    case .apiIndex: "index.json"
    case .opml: "feeds.opml"
    case .sitemapIndex, .sitemap: "sitemap.xml"
    case .llms: "llms.txt"
    case .robots: "robots.txt"
    case .openSearch: "opensearch.xml"
    case .searchIndex: "index.json"
    case .searchTerms: "terms.bin"
    case .searchTexts: "papers.json"
    case .redirects: "_redirects"
    }
  }

  /// The media type.
  var mediaType: StaticString {
    switch self {
    case .html: "text/html"
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .jsonFeed: "application/feed+json"
    case .markdown: "text/markdown"
    case .linkset: "application/linkset+json"
    case .bibtex: "application/x-bibtex"
    case .ris: "application/x-research-info-systems"
    case .csl: "application/vnd.citationstyles.csl+json"
    case .record, .apiIndex, .searchIndex, .searchTexts: "application/json"
    case .jsonLines: "application/jsonl"
    case .opml: "text/x-opml"
    case .sitemapIndex, .sitemap: "application/xml"
    case .llms, .robots, .redirects: "text/plain"
    case .openSearch: "application/opensearchdescription+xml"
    case .searchTerms: "application/octet-stream"
    }
  }

  /// Whether a template of the theme renders it.
  var hasTemplate: Bool { self == .html || self == .rss || self == .atom }

  /// Whether it is XML of texts, written without a template.
  var isBareXML: Bool { self == .opml || self == .openSearch }
}
