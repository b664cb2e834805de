import ByteText
import Papers

/// Every name by which templates reach the site's data: global variables and attributes. The raw value is the
/// name's symbol, so that the model switches over small integers.
enum TemplateName: UInt32, CaseIterable, Sendable {
  // Global variables.
  case site, page, paper, day, week, month, year, tags, tag, authors, author, organizations, organization, feed

  // Attributes; some are global variables too.
  case abstract, abstractText, affiliation, allLinks, aliases, arxivId, authorCount, avatar, baseUrl, canonical
  case code, comments, count, date, dayCount, days, description, discussion, doi, end, entries, featured
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

  /// The names that templates can use, by the numbers of their symbols: those above, and behind them the plain details of
  /// papers, which the table of fields names.
  static let symbolNames = spellings + RecordFields.plainDetails.map(\.name)

  /// The plain detail of papers that a symbol names, or nil.
  static func plainDetail(_ symbol: Symbol) -> RecordField? {
    let index = Int(symbol.id) - allCases.count
    return RecordFields.plainDetails.indices.contains(index) ? RecordFields.plainDetails[index] : nil
  }

  private static let spellings = allCases.map { name in
    String(describing: name).map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
  }
}

/// The kinds of objects that templates can hold.
enum ObjectType: UInt16, Sendable {
  case site, page, outputs, paper, day, week, month, year, term, authorship, party, links, link, version, feed,
    currentFeed, entry, export
  case freePage, calendarRow, calendarCell

  // Sequences of papers or terms that have an owner: see `OwnedList`.
  case sitePapers, dayPapers, weekPapers, monthPapers, yearPapers, tagPapers, authorPapers, organizationPapers
  case trendingPapers, codePapers, siteTags, siteAuthors, siteOrganizations

  // Other sequences: `index` is the first row, `detail` the number of rows.
  case pageItems, newestDays, weekList, monthList, yearList, authorshipList, paperTags, featuredDays, textList, linkList
  case versionList, feedEntries, exportList, feedList, siteFeedList, freePageList, calendarRows

  /// What the type is called in diagnostics.
  var name: String {
    switch self {
    case .newestDays, .featuredDays: "list of days"
    case .siteTags, .paperTags: "list of tags"
    case .siteAuthors, .authorshipList: "list of authors"
    case .siteOrganizations: "list of organizations"
    case _ where ownedListKind != nil: "list of papers"
    case .pageItems: "list of what the page shows"
    case .freePage: "free page"
    default: String(describing: self).map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
    }
  }
}
