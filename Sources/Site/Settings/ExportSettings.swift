extension Outputs {
  /// The feeds.
  public struct Feeds: Sendable {
    /// RSS 2.0.
    public var rss = true
    /// Atom.
    public var atom = true
    /// JSON Feed.
    public var json = true
    /// The most entries of a feed.
    public var limit = 50
    /// Whether entries that a feed no longer has are in archives (RFC 5005).
    public var archives = true
    /// The address of a WebSub hub that is told of new entries, or empty.
    public var hub = ""
    /// The listings that have feeds, by the names that site.yml knows them by; nil for all that can have feeds.
    var kinds: Set<String>?
  }

  /// The files with citations.
  public struct Citations: Sendable {
    /// Beside each paper.
    public var papers = true
    /// Beside days, tags, authors and organizations.
    public var listings = true
    /// The whole site's.
    public var site = true
  }

  /// The files of the JSON API.
  public struct API: Sendable {
    /// `/api/papers/ID.json`.
    public var papers = true
    /// `/api/daily_papers/DATE.json`.
    public var days = true
    /// All papers, a line each.
    public var dump = true
  }

  /// The Markdown twins of pages.
  public struct Markdown: Sendable {
    /// Of papers.
    public var papers = true
    /// Of listings.
    public var listings = true
    /// Of free pages.
    public var pages = true
    /// `/llms.txt`.
    public var llms = true
  }

  /// What pages say to machines besides links and citation tags.
  public struct Metadata: Sendable {
    /// The JSON-LD of schema.org.
    public var jsonLD = true
    /// Open Graph and the cards of social networks.
    public var social = true
    /// The COinS of listed papers.
    public var coins = true
    /// Dublin Core beside the citation tags.
    public var dublinCore = true
  }

  /// What leads from other addresses to papers.
  public struct Redirects: Sendable {
    /// The file `_redirects`, which Netlify and Cloudflare Pages understand.
    public var file = true
    /// A page for each former id.
    public var aliases = true
    /// A page for each version of an arXiv paper, as `/papers/2212.10559v2/`.
    public var versions = true
    /// A page at `/abs/ID/` for each arXiv paper.
    public var abs = true
  }
}
