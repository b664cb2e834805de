package import Jinja

/// The settings of a site: what site.yml says, and the defaults for what it doesn't.
package struct SiteConfiguration: Sendable {
  /// The name of the site; the only setting that is required.
  package var title = ""
  /// A line under the title, or empty.
  package var tagline = ""
  /// A sentence for search engines and feeds, or empty.
  package var description = ""
  /// The address of the home page, ending in a slash: links that have to be absolute begin with it.
  package var baseURL = SiteConfiguration.defaultBaseURL {
    didSet { (origin, root) = Self.parts(of: baseURL) }
  }
  /// Scheme and host of the site, without a slash at the end.
  package private(set) var origin = SiteConfiguration.parts(of: SiteConfiguration.defaultBaseURL).origin
  /// The path of the home page: `/`, or `/sub/` where the site doesn't live at the root of its host.
  package private(set) var root = "/"
  /// The language of the site, a BCP 47 tag.
  package var language = "en"
  /// The theme.
  package var theme = ThemeReference(name: "default")
  /// The path of the theme's icon below the site's root, or empty.
  package var icon = ""
  /// The most papers on a page of a long listing.
  package var pageSize = 50
  /// Which pages and files the site has.
  package var outputs = Outputs()
  /// The taxonomies that site.yml declares.
  var ownTaxonomies: [TaxonomySettings] = []
  /// The listings that site.yml declares.
  package var listings: [ListingSettings] = []
  /// Whatever the theme wants to know: `site.params` in templates.
  package var params = ContextValue.dictionary([])

  /// All taxonomies: tags, authors, organizations, then those of the site's own.
  package var taxonomies: [TaxonomySettings] {
    [.tags(outputs), .authors(outputs), .organizations(outputs)] + ownTaxonomies
  }

  /// The address where none is set.
  package static let defaultBaseURL = "http://localhost/"

  /// The defaults.
  package init() {}

  private static func parts(of url: String) -> (origin: String, root: String) {
    guard let scheme = url.firstRange(of: "://"), let path = url[scheme.upperBound...].firstIndex(of: "/") else {
      return (url, "/")
    }
    return (String(url[..<path]), String(url[path...]))
  }
}

/// Which pages and files a site has: everything, unless it is switched off.
package struct Outputs: Sendable {
  /// Week pages.
  package var weeks = true
  /// Month pages.
  package var months = true
  /// Year pages.
  package var years = true
  /// The calendar of everything.
  package var archive = true
  /// The trending page.
  package var trending = true
  /// Tag pages.
  package var tags = true
  /// Author pages, for authors of at least so many papers; nil where there are none.
  package var authors: Int? = 1
  /// Organization pages, for organizations of at least so many papers; nil where there are none.
  package var organizations: Int? = 1
  /// The page of papers with code.
  package var code = true
  /// The feeds beside listings.
  package var feeds = Feeds()
  /// `cite.bib`, `cite.ris`, `cite.json`.
  package var citations = Citations()
  /// The JSON files under `/api/`.
  package var api = API()
  /// The Markdown twins of pages, and `llms.txt`.
  package var markdown = Markdown()
  /// What pages say to machines.
  package var metadata = Metadata()
  /// `linkset.json` beside papers.
  package var linksets = true
  /// Pages that lead from other addresses to papers.
  package var redirects = Redirects()
  /// The search page and its index.
  package var search = true
  /// `sitemap.xml` and `robots.txt`.
  package var sitemap = true
}
