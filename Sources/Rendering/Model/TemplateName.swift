import ByteText
import Papers
import Site

/// Every name by which templates reach the site's data: global variables and attributes. The raw value is the
/// name's symbol, so that the model switches over small integers.
enum TemplateName: UInt32, CaseIterable, Sendable {
  // Global variables.
  case site, page, paper, day, week, month, year, tags, tag, authors, author, organizations, organization, feed
  case term, terms, taxonomy, taxonomies, listing, listings

  // Attributes; some are global variables too.
  case abstract, abstractText, affiliation, allLinks, aliases, arxivId, authorCount, avatar, baseUrl, canonical
  case code, comments, count, date, dayCount, days, description, discussion, doi, end, entries, extra, featured
  case feeds, first, fullname, homepage, id, inMenu, inMonth, isLatest, isNew, keywords, kind, label
  case language, latest, links, media, months, name, newer, number, older, orcid, organizationCount, outputs
  case pages, paperCount, papers, params, permalink, published, root, score, slug, start, stars, submittedBy, summary
  case summaryText, topTags, tagCount, tagline, thumbnail, title, titleText, type, updated, upvotes, url, urn, version
  case versions, weekday, weeks, weight, withdrawn, yearNumber, years

  // What feeds, exports and metadata add.
  case authorNames, bibtex, citationTags, coins, content, exports, headLinks, home, hub, isArchive, jsonLd, metadata
  case previousArchive, social, subscription, subtitle, updatedRfc822

  // Keys of links and outputs that have no other use.
  case arxiv, pdf, project, video, archive, trending, rss, atom, json, citations, api, markdown, search

  /// The name as templates write it, in snake case.
  var spelling: String { Self.spellings[Int(rawValue)] }

  fileprivate static let spellings = allCases.map { name in
    String(describing: name).map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
  }
}

/// All names that templates can use, by the numbers of their symbols: those of `TemplateName`, after them the plain
/// details of papers, which the table of fields names, and last the taxonomies that a site declares.
struct DynamicNames: Sendable {
  /// The names, in the order of their symbols.
  let all: [String]
  private let numbers: [String: UInt32]

  private static let details = RecordFields.plainDetails
  private static let firstDetail = TemplateName.allCases.count

  /// The names of a site's taxonomies.
  init(_ configuration: SiteConfiguration) {
    var names = TemplateName.spellings + Self.details.map(\.name)
    var known = Set(names)
    for name in configuration.taxonomies.flatMap({ [$0.name, $0.termName] }) where known.insert(name).inserted {
      names.append(name)
    }
    all = names
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt32($0)) })
  }

  /// A symbol's name.
  func name(of symbol: Symbol) -> String? {
    all.indices.contains(Int(symbol.id)) ? all[Int(symbol.id)] : nil
  }

  /// The plain detail of papers that a symbol names, or nil.
  static func plainDetail(_ symbol: Symbol) -> RecordField? {
    let position = Int(symbol.id) - firstDetail
    return details.indices.contains(position) ? details[position] : nil
  }

  /// The symbol of a name.
  func symbol(of name: String) -> Symbol? {
    numbers[name].map(Symbol.init(id:))
  }
}
