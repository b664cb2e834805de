import ByteText
import Publishing

/// Why a page is rendered again.
enum StaleReason: Hashable, Sendable {
  /// The last build didn't have the page, or is not remembered.
  case new
  /// The program or the configuration is another.
  case settings
  /// A template that it can reach has changed.
  case templates
  /// Something it had read is gone.
  case vanished(Dependency.Kind)
  /// Something it had read has changed.
  case changed(Dependency)
  /// The file is not as it was written.
  case altered

  /// The reason in words.
  func description(in site: Site) -> String {
    switch self {
    case .new: "new"
    case .settings: "the program or the configuration changed"
    case .templates: "a template changed"
    case .vanished(let kind): "a \(kind.noun) that it showed is gone"
    case .changed(let item): "\(item.description(in: site)) changed"
    case .altered: "the file was not as it had been written"
    }
  }
}

/// The aspects of papers that are known to be as they were at the last build.
struct UnchangedAspects {
  private var facets: [UInt32: Facets] = [:]

  /// What pages of the last build read of papers, as far as all of it still is what it was. Linear in what they read.
  init(of table: OutputTable, _ values: DependencyValues) {
    for index in 0..<table.items.count {
      let stored = table.items[index]
      guard stored.kind == UInt32(Dependency.Kind.paper.rawValue), let owner = values.owner(stored.identity, .paper),
        let item = Dependency(stored, owner: owner)
      else { continue }
      if values.value(of: item) == stored.value { facets[owner, default: []].formUnion(item.facets) }
    }
  }

  /// The reason with those aspects alone that may be it: pages read many at once, and only whether any of these has
  /// changed is remembered.
  func narrowed(_ reason: StaleReason) -> StaleReason {
    guard case .changed(var item) = reason, item.kind == .paper else { return reason }
    item.facets.subtract(facets[item.owner] ?? [])
    return .changed(item)
  }
}

extension Dependency {
  /// What was read, in words: "abstract of paper 2212.10559".
  func description(in site: Site) -> String {
    let name = name(in: site)
    let subject = name.isEmpty ? kind.noun : "\(kind.noun) \(name)"
    let aspects = kind == .paper ? facets.paperAspects : []
    // A long list says no more than that it is any of them.
    return aspects.isEmpty || aspects.count > 3 ? subject : "\(aspects.joined(separator: " or ")) of \(subject)"
  }

  private func name(in site: Site) -> String {
    let index = Int(owner)
    switch kind {
    case .paper: return site.string(site.store.papers[index].id)
    case .day, .dayPapers: return site.calendar.days[index].day.description
    case .week, .weekPapers: return site.calendar.weeks[index].start.description
    case .month, .monthPapers: return site.calendar.months[index].start.description
    case .year, .yearPapers: return site.calendar.years[index].start.description
    case .tag, .tagPapers: return site.string(site.tags.terms[index].name)
    case .author, .authorPapers: return site.string(site.authors.terms[index].name)
    case .organization, .organizationPapers: return site.string(site.organizations.terms[index].name)
    case .searchSegment, .searchPapers: return site.searchSegments[index].name
    case .freePage: return site.pages[index].path
    default: return ""
    }
  }
}

extension Dependency.Kind {
  /// What the kind is called.
  fileprivate var noun: String {
    switch self {
    case .site: "site"
    case .paper, .day, .week, .month, .year, .tag, .author, .organization, .asset: String(describing: self)
    case .freePage: "page"
    case .sitePapers: "list of all papers"
    case .trendingPapers: "list of trending papers"
    case .codePapers: "list of papers with code"
    case .searchSegment, .searchPapers: "papers of the search index of"
    case .siteTags: "list of tags"
    case .siteAuthors: "list of authors"
    case .siteOrganizations: "list of organizations"
    case .dayPapers: "list of papers of"
    case .weekPapers: "list of papers of the week of"
    case .monthPapers: "list of papers of the month of"
    case .yearPapers: "list of papers of the year of"
    case .tagPapers: "list of papers of the tag"
    case .authorPapers: "list of papers of"
    case .organizationPapers: "list of papers of"
    }
  }
}

extension Facets {
  /// The names of aspects of a paper.
  fileprivate var paperAspects: [String] {
    let names: [(Facets, String)] = [
      (.title, "title"), (.abstract, "abstract"), (.summary, "summary"), (.byline, "byline"), (.dates, "dates"),
      (.counts, "counts"), (.links, "links"), (.tags, "tags"), (.details, "details"),
    ]
    return names.filter { contains($0.0) }.map(\.1)
  }
}
