import DataFiles
import Papers

/// Where the names of a taxonomy's terms are in a record.
enum TermSource: Hashable, Sendable {
  /// The tags.
  case tags
  /// The authors.
  case authors
  /// The organization.
  case organization
  /// A text or a list of texts.
  case field(TermField)

  /// The groups of fields with which the terms of a paper change.
  var groups: FieldGroups {
    switch self {
    case .tags: .tags
    case .authors, .organization: .byline
    case .field(let field): field.groups
    }
  }
}

/// A way of grouping papers: what it is called, where records name its terms, and which terms have pages.
///
/// Tags, authors and organizations are three of them; a site declares others in site.yml.
public struct TaxonomySettings: Sendable {
  /// What templates and settings call the terms as a whole: `tags`.
  public var name: String
  /// What they call one of them: `tag`.
  public var termName: String
  /// The folder of the pages: `/tags/`.
  public var folder: String
  /// The title of the page that lists the terms.
  public var title: String
  /// Where records name the terms.
  var source: TermSource
  /// How many papers a term needs to have a page; nil where no term has one.
  var leastPapers: Int? = 1
  /// Whether terms have pages at all.
  public var hasPages = true
  /// Whether the terms are few enough for one page, which lists those of most papers first. Otherwise they are listed
  /// by title.
  var isCloud = false
  /// Whether two names with one address are a mistake, and a name without one.
  public var reportsClashes = false
  /// Whether the terms are too many for the list of all feeds, so that they have one of their own.
  public var hasOwnFeedList = false

  /// The file below content/ that says more about the terms.
  public var definitionsFile: String { "\(folder).yml" }

  /// Whether templates and the search need the terms.
  var isUsed: Bool { leastPapers != nil }

  /// The tags.
  static func tags(_ outputs: Outputs) -> TaxonomySettings {
    var settings = TaxonomySettings(name: "tags", termName: "tag", folder: "tags", title: "Tags", source: .tags)
    // Papers name their tags all the same.
    settings.leastPapers = outputs.tags ? 1 : .max
    settings.hasPages = outputs.tags
    (settings.isCloud, settings.reportsClashes) = (true, true)
    return settings
  }

  /// The authors.
  static func authors(_ outputs: Outputs) -> TaxonomySettings {
    var settings = TaxonomySettings(
      name: "authors", termName: "author", folder: "authors", title: "Authors", source: .authors)
    (settings.leastPapers, settings.hasPages) = (outputs.authors, outputs.authors != nil)
    settings.hasOwnFeedList = true
    return settings
  }

  /// The organizations.
  static func organizations(_ outputs: Outputs) -> TaxonomySettings {
    var settings = TaxonomySettings(
      name: "organizations", termName: "organization", folder: "orgs", title: "Organizations", source: .organization)
    (settings.leastPapers, settings.hasPages) = (outputs.organizations, outputs.organizations != nil)
    return settings
  }
}

/// A listing that a site declares: the papers of which an expression is true, in an order.
public struct ListingSettings: Sendable {
  /// What templates and settings call it, and its folder.
  public var name: String
  /// The title of the page.
  public var title: String
  /// A sentence for search engines and feeds, or empty.
  public var description = ""
  /// The expression of the template language over `paper`; nil for all papers.
  public var condition: SettingText?
  /// The attributes of papers to sort by; the order of all listings where there are none.
  public var order: [ListingOrder] = []
  /// The most papers, or nil.
  public var limit: Int?
}

/// A text of the settings and its place.
public struct SettingText: Sendable {
  /// The text.
  public var text: String
  /// Where it is.
  public var place: SettingPlace
}

/// One key of a listing's order.
public struct ListingOrder: Sendable {
  /// The attribute of a paper, an expression of the template language after `paper.`.
  public var attribute: SettingText
  /// Whether greater values come first.
  public var isDescending: Bool
}
