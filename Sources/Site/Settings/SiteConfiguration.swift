public import Jinja

/// The settings of a site: what site.yml says, and the defaults for what it doesn't.
public struct SiteConfiguration: Sendable {
  /// The name of the site; the only setting that is required.
  public var title = ""
  /// A line under the title, or empty.
  public var tagline = ""
  /// A sentence for search engines and feeds, or empty.
  public var description = ""
  /// The address of the home page, ending in a slash: links that have to be absolute begin with it.
  public var baseURL = SiteConfiguration.defaultBaseURL {
    didSet { (origin, root) = Self.parts(of: baseURL) }
  }
  /// Scheme and host of the site, without a slash at the end.
  public private(set) var origin = SiteConfiguration.parts(of: SiteConfiguration.defaultBaseURL).origin
  /// The path of the home page: `/`, or `/sub/` where the site doesn't live at the root of its host.
  public private(set) var root = "/"
  /// The language of the site, a BCP 47 tag.
  public var language = "en"
  /// The theme.
  public var theme = ThemeReference(name: "default")
  /// The path of the theme's icon below the site's root, or empty.
  public var icon = ""
  /// The most papers on a page of a long listing.
  public var pageSize = 50
  /// Which pages and files the site has.
  public var outputs = Outputs()
  /// The taxonomies that site.yml declares.
  var ownTaxonomies: [TaxonomySettings] = []
  /// The listings that site.yml declares.
  public var listings: [ListingSettings] = []
  /// Whatever the theme wants to know: `site.params` in templates.
  public var params = ContextValue.dictionary([])

  /// All taxonomies: tags, authors, organizations, then those of the site's own.
  public var taxonomies: [TaxonomySettings] {
    [.tags(outputs), .authors(outputs), .organizations(outputs)] + ownTaxonomies
  }

  /// The address where none is set.
  public static let defaultBaseURL = "http://localhost/"

  /// The defaults.
  public init() {}

  private static func parts(of url: String) -> (origin: String, root: String) {
    guard let scheme = url.firstRange(of: "://"), let path = url[scheme.upperBound...].firstIndex(of: "/") else {
      return (url, "/")
    }
    return (String(url[..<path]), String(url[path...]))
  }
}

/// Which pages and files a site has: everything, unless it is switched off.
public struct Outputs: Sendable {
  /// Week pages.
  public var weeks = true
  /// Month pages.
  public var months = true
  /// Year pages.
  public var years = true
  /// The calendar of everything.
  public var archive = true
  /// The trending page.
  public var trending = true
  /// Tag pages.
  public var tags = true
  /// Author pages, for authors of at least so many papers; nil where there are none.
  public var authors: Int? = 1
  /// Organization pages, for organizations of at least so many papers; nil where there are none.
  public var organizations: Int? = 1
  /// The page of papers with code.
  public var code = true
  /// The feeds beside listings.
  public var feeds = Feeds()
  /// `cite.bib`, `cite.ris`, `cite.json`.
  public var citations = Citations()
  /// The JSON files under `/api/`.
  public var api = API()
  /// The Markdown twins of pages, and `llms.txt`.
  public var markdown = Markdown()
  /// What pages say to machines.
  public var metadata = Metadata()
  /// `linkset.json` beside papers.
  public var linksets = true
  /// Pages that lead from other addresses to papers.
  public var redirects = Redirects()
  /// The search page and its index.
  public var search = true
  /// `sitemap.xml` and `robots.txt`.
  public var sitemap = true
}
