extension Outputs {
  /// The feeds.
  package struct Feeds: Sendable {
    /// RSS 2.0.
    package var rss = true
    /// Atom.
    package var atom = true
    /// JSON Feed.
    package var json = true
    /// The most entries of a feed.
    package var limit = 50
    /// Whether entries that a feed no longer has are in archives (RFC 5005).
    package var archives = true
    /// The address of a WebSub hub that is told of new entries, or empty.
    package var hub = ""
    /// The listings that have feeds, by the names that site.yml knows them by; nil for all that can have feeds.
    var kinds: Set<String>?
  }

  /// The files with citations.
  package struct Citations: Sendable {
    /// Beside each paper.
    package var papers = true
    /// Beside days, tags, authors and organizations.
    package var listings = true
    /// The whole site's.
    package var site = true
  }

  /// The files of the JSON API.
  package struct API: Sendable {
    /// `/api/papers/ID.json`.
    package var papers = true
    /// `/api/daily_papers/DATE.json`.
    package var days = true
    /// All papers, a line each.
    package var dump = true
  }

  /// The Markdown twins of pages.
  package struct Markdown: Sendable {
    /// Of papers.
    package var papers = true
    /// Of listings.
    package var listings = true
    /// Of free pages.
    package var pages = true
    /// `/llms.txt`.
    package var llms = true
  }

  /// What pages say to machines besides links and citation tags.
  package struct Metadata: Sendable {
    /// The JSON-LD of schema.org.
    package var jsonLD = true
    /// Open Graph and the cards of social networks.
    package var social = true
    /// The COinS of listed papers.
    package var coins = true
    /// Dublin Core beside the citation tags.
    package var dublinCore = true
  }

  /// What leads from other addresses to papers.
  package struct Redirects: Sendable {
    /// The file `_redirects`, which Netlify and Cloudflare Pages understand.
    package var file = true
    /// A page for each former id.
    package var aliases = true
    /// A page for each version of an arXiv paper, as `/papers/2212.10559v2/`.
    package var versions = true
    /// A page at `/abs/ID/` for each arXiv paper.
    package var abs = true
  }
}
