import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of a paper.
  func paper(_ name: TemplateName, _ index: UInt32, _ scratch: inout Scratch) -> Value {
    let paper = site.store.papers[Int(index)]
    if let facet = name.paperFacet { log.note(.paper, Int(index), facet) }
    switch name {
    case .id: return text(paper.id)
    case .bibtex: return scratch.string { exporter.writeBibTeX(of: index, into: &$0) }
    case .coins: return scratch.string(safe: true) { metadata.appendContext(of: index, to: &$0) }
    case .url: return url(of: PagePlan(kind: .paper, subject: index), &scratch)
    case .permalink: return permalink(of: PagePlan(kind: .paper, subject: index), &scratch)
    case .urn:
      return scratch.string {
        $0.append("urn:sitegen:paper:"); $0.append(site.bytes(paper.id))
      }
    case .title: return markup(paper.title.html)
    case .titleText: return text(paper.title.plain)
    case .abstract: return markup(paper.abstract.html)
    case .abstractText: return text(paper.abstract.plain)
    case .summary: return paper.summary.html.isEmpty ? .undefined : markup(paper.summary.html)
    case .summaryText: return optional(paper.summary.plain)
    case .authors: return list(.authorshipList, paper.authors)
    case .authorCount: return Value(Int(paper.authorCount))
    case .organization: return paper.organization.map { object(.party, Int($0), detail: 1) } ?? .undefined
    case .submittedBy: return paper.submittedBy.map { object(.party, Int($0)) } ?? .undefined
    case .tags: return list(.paperTags, paper.tags)
    case .keywords: return list(.textList, paper.keywords)
    case .media: return list(.textList, paper.media)
    case .aliases: return list(.textList, paper.aliases)
    case .links: return object(.links, Int(index))
    case .allLinks: return list(.linkList, paper.links)
    case .versions: return list(.versionList, paper.versions)
    default: return paperFacts(name, paper, index, &scratch)
    }
  }

  private func paperFacts(
    _ name: TemplateName, _ paper: Paper, _ index: UInt32, _ scratch: inout Scratch
  ) -> Value {
    switch name {
    case .published: return paper.published.map { date($0.day, &scratch) } ?? .undefined
    case .updated: return paper.updated.map { date($0.day, &scratch) } ?? .undefined
    case .featured: return list(.featuredDays, paper.featured)
    case .day: return newestDay(of: index).map { object(.day, $0) } ?? .undefined
    case .isNew:
      log.note(.site, 0, .latestDay)
      return Value(newestDay(of: index) == site.calendar.days.count - 1)
    case .newer: return neighbour(of: index, by: -1)
    case .older: return neighbour(of: index, by: 1)
    case .upvotes: return optional(paper.upvotes)
    case .comments: return optional(paper.comments)
    case .stars: return optional(paper.stars)
    case .discussion: return optional(paper.discussion)
    case .thumbnail: return optional(paper.thumbnail)
    case .venue: return optional(paper.venue)
    case .journalRef: return optional(paper.journalRef)
    case .license: return optional(paper.license)
    case .withdrawn: return Value(paper.isWithdrawn)
    case .arxivId: return arxivID(of: paper)
    case .doi: return link("doi", of: paper)
    case .score:
      log.note(.paper, Int(index), .dates)
      log.note(.site, 0, .latestDay)
      return Value(Trending(of: site.store, newest: site.calendar.days.last?.day).score(of: index))
    default: return .undefined
    }
  }

  /// The index of the newest day that features a paper.
  func newestDay(of paper: UInt32) -> Int? {
    // A method of the store would keep each of its tables alive for the call.
    site.store.papers[Int(paper)].featured.range.last.flatMap { site.calendar.index(of: site.store.days[$0]) }
  }

  /// The paper beside another one in the list of its newest day.
  private func neighbour(of paper: UInt32, by step: Int) -> Value {
    guard let day = newestDay(of: paper) else { return .undefined }
    let rows = site.calendar.days[day].papers.range
    log.noteCount(of: .dayPapers, owner: day)
    log.note(.dayPapers, owner: day, rows: 0..<rows.count)
    guard let row = rows.first(where: { site.calendar.papers[$0] == paper }), rows.contains(row + step) else {
      return .undefined
    }
    return object(.paper, Int(site.calendar.papers[row + step]))
  }

  private func arxivID(of paper: Paper) -> Value {
    site.bytes(paper.id).withMemoryRebound(to: UInt8.self) { ArXivID($0.span) } == nil ? .undefined : text(paper.id)
  }

  /// An attribute of `paper.links`: the first link of a kind.
  func links(_ name: TemplateName, _ paper: Int) -> Value {
    link(name.spelling, of: site.store.papers[paper])
  }

  private func link(_ kind: String, of paper: Paper) -> Value {
    let links = site.store.links[paper.links.range]
    return links.first { site.bytes($0.kind).elementsEqual(kind.utf8) }.map { text($0.url) } ?? .undefined
  }

  /// An attribute of one link.
  func link(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let link = site.store.links[row]
    switch name {
    case .kind: return text(link.kind)
    case .url: return text(link.url)
    case .label: return scratch.string(LinkLabel.of(kind: site.string(link.kind)))
    default: return .undefined
    }
  }

  /// An attribute of a version.
  func version(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let version = site.store.versions[row]
    switch name {
    case .name: return text(version.name)
    case .date: return version.date.map { date($0.day, &scratch) } ?? .undefined
    default: return .undefined
    }
  }

  /// An attribute of an author of a paper.
  func authorship(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let author = site.store.authorships[row]
    switch name {
    case .name: return text(author.name)
    case .orcid: return optional(author.orcid)
    case .affiliation: return optional(author.affiliation)
    case .homepage: return optional(author.url)
    case .url: return termURL(.author, row: row, &scratch)
    case .slug: return site.authors.term(ofRow: row).map { text(site.authors.terms[$0].slug) } ?? .undefined
    default: return .undefined
    }
  }

  /// An attribute of an organization or submitter of a paper.
  func party(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let party = site.store.parties[row]
    let index = site.organizations.term(ofRow: row)
    if let index { log.note(.organization, index, .appearance) }
    let term = index.map { site.organizations.terms[$0] }
    switch name {
    case .name: return text(party.name)
    case .title: return term.map { text($0.title) } ?? text(party.fullname.isEmpty ? party.name : party.fullname)
    case .fullname: return party.fullname.isEmpty ? term.map { text($0.title) } ?? .undefined : text(party.fullname)
    case .avatar: return optional(term?.avatar ?? party.avatar)
    case .homepage: return optional(term?.homepage ?? party.url)
    case .url: return term == nil ? optional(party.url) : termURL(.organization, row: row, &scratch)
    default: return .undefined
    }
  }

  /// The address of the page of the term that a row names, undefined where it has none.
  func termURL(_ kind: Taxonomy.Kind, row: Int, _ scratch: inout Scratch) -> Value {
    let taxonomy = site.taxonomy(kind)
    guard let term = taxonomy.term(ofRow: row) else { return .undefined }
    let plan = PagePlan(kind: kind.pageKind, subject: UInt32(term))
    note(plan, .appearance)
    return taxonomy.terms[term].isPublished ? url(of: plan, &scratch) : .undefined
  }
}

/// What links are called.
enum LinkLabel {
  private static let labels = [
    "arxiv": "arXiv", "pdf": "PDF", "doi": "DOI", "code": "Code", "project": "Project page", "video": "Video",
    "demo": "Demo", "dataset": "Dataset", "model": "Model", "slides": "Slides", "poster": "Poster", "blog": "Blog",
  ]

  /// The label of a kind of link; an unknown kind is its own label.
  static func of(kind: String) -> String {
    labels[kind] ?? kind.prefix(1).uppercased() + kind.dropFirst().replacing("_", with: " ")
  }
}

extension TemplateName {
  /// The aspect of a paper that an attribute reads; nil for what its id says.
  fileprivate var paperFacet: Facets? {
    switch self {
    case .id, .url, .permalink, .urn, .arxivId: nil
    case .bibtex, .coins: .citation
    case .title, .titleText: .title
    case .abstract, .abstractText: .abstract
    case .summary, .summaryText: .summary
    case .authors, .authorCount, .organization, .submittedBy: .byline
    case .published, .updated, .featured, .day, .isNew, .newer, .older: .dates
    case .upvotes, .comments, .stars, .score: .counts
    case .links, .allLinks, .doi, .media, .thumbnail, .discussion: .links
    case .tags, .keywords: .tags
    default: .details
    }
  }
}
