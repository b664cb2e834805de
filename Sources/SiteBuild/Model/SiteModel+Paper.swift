import ByteText
import Jinja
import Papers

extension SiteModel {
  /// The records. A whole paper is a few hundred bytes: only what is asked for is read, nothing is copied.
  private var papers: [Paper] { site.store.papers }

  /// An attribute of a paper.
  func paper(_ name: TemplateName, _ index: UInt32, _ scratch: inout Scratch) -> Value {
    let row = Int(index)
    if let facet = name.paperFacet { log.note(.paper, row, facet) }
    switch name {
    case .id: return text(papers[row].id)
    case .bibtex: return scratch.string { exporter.writeBibTeX(of: index, into: &$0) }
    case .coins: return scratch.string(safe: true) { metadata.appendContext(of: index, to: &$0) }
    case .url: return url(of: PagePlan(kind: .paper, subject: index), &scratch)
    case .permalink: return permalink(of: PagePlan(kind: .paper, subject: index), &scratch)
    case .urn:
      return scratch.string {
        $0.append("urn:sitegen:paper:"); $0.append(site.bytes(papers[row].id))
      }
    case .title: return markup(papers[row].title.html)
    case .titleText: return text(papers[row].title.plain)
    case .abstract: return markup(papers[row].abstract.html)
    case .abstractText: return text(papers[row].abstract.plain)
    case .summary: return papers[row].summary.html.isEmpty ? .undefined : markup(papers[row].summary.html)
    case .summaryText: return optional(papers[row].summary.plain)
    case .authors: return list(.authorshipList, papers[row].authors)
    case .authorCount: return Value(Int(papers[row].authorCount))
    case .organization: return papers[row].organization.map { object(.party, Int($0), detail: 1) } ?? .undefined
    case .submittedBy: return papers[row].submittedBy.map { object(.party, Int($0)) } ?? .undefined
    case .tags: return list(.paperTags, papers[row].tags)
    case .keywords: return list(.textList, papers[row].keywords)
    case .media: return list(.textList, papers[row].media)
    case .aliases: return list(.textList, papers[row].aliases)
    case .links: return object(.links, row)
    case .allLinks: return list(.linkList, papers[row].links)
    case .versions: return list(.versionList, papers[row].versions)
    default: return paperFacts(name, index, &scratch)
    }
  }

  private func paperFacts(_ name: TemplateName, _ index: UInt32, _ scratch: inout Scratch) -> Value {
    let row = Int(index)
    switch name {
    case .published: return papers[row].published.map { date($0.day, &scratch) } ?? .undefined
    case .updated: return papers[row].updated.map { date($0.day, &scratch) } ?? .undefined
    case .featured: return list(.featuredDays, papers[row].featured)
    case .day: return site.calendar.newestDay(of: index).map { object(.day, $0) } ?? .undefined
    case .isNew:
      log.note(.site, 0, .latestDay)
      return Value(site.calendar.newestDay(of: index) == site.calendar.days.count - 1)
    case .newer: return neighbour(of: index, by: -1)
    case .older: return neighbour(of: index, by: 1)
    case .upvotes: return optional(papers[row].upvotes)
    case .comments: return optional(papers[row].comments)
    case .stars: return optional(papers[row].stars)
    case .discussion: return optional(papers[row].discussion)
    case .thumbnail: return optional(papers[row].thumbnail)
    case .withdrawn: return Value(papers[row].isWithdrawn)
    case .arxivId: return arxivID(of: row)
    case .doi: return link("doi", of: row)
    case .score:
      log.note(.paper, Int(index), .dates)
      log.note(.site, 0, .latestDay)
      return Value(Trending(of: site.store, newest: site.calendar.days.last?.day).score(of: index))
    default: return .undefined
    }
  }

  /// What a paper has under the name of a plain detail, or its links under that name as a kind.
  func plainDetail(_ field: RecordField, of type: ObjectType, _ index: Int) -> Value {
    switch type {
    case .paper:
      log.note(.paper, index, Facets(rawValue: field.groups.rawValue))
      return optional(site.store.line(field, ofPaper: index))
    case .links: return link(field.name, of: index)
    default: return .undefined
    }
  }

  /// The paper beside another one in the list of its newest day.
  private func neighbour(of paper: UInt32, by step: Int) -> Value {
    guard let day = site.calendar.newestDay(of: paper) else { return .undefined }
    let rows = site.calendar.days[day].papers.range
    if dayOfNeighbours != day {
      log.noteCount(of: .dayPapers, owner: day)
      log.note(.dayPapers, owner: day, rows: 0..<rows.count)
      dayOfNeighbours = day
    }
    let row = site.calendar.newestRow(of: paper) + step
    return rows.contains(row) ? object(.paper, Int(site.calendar.papers[row])) : .undefined
  }

  private func arxivID(of row: Int) -> Value {
    let id = papers[row].id
    return site.bytes(id).withMemoryRebound(to: UInt8.self) { ArXivID($0.span) } == nil ? .undefined : text(id)
  }

  /// An attribute of `paper.links`: the first link of a kind.
  func links(_ name: TemplateName, _ paper: Int) -> Value { link(name.spelling, of: paper) }

  private func link(_ kind: String, of paper: Int) -> Value {
    for row in papers[paper].links.range where site.has(site.store.links[row].kind, bytes: kind) {
      return text(site.store.links[row].url)
    }
    return .undefined
  }

  /// An attribute of one link.
  func link(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let link = site.store.links[row]
    switch name {
    case .kind: return text(link.kind)
    case .url: return text(link.url)
    case .label: return scratch.string { site.appendLabel(ofLink: link.kind, to: &$0) }
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
