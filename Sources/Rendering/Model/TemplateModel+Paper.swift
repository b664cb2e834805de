import ByteText
import Exports
import Jinja
import Papers
import Site

extension TemplateModel {
  /// An attribute of a paper.
  func paper(_ name: TemplateName, _ index: UInt32, _ scratch: inout Scratch) -> Value {
    let paper = view.paper(index)
    switch name {
    case .id: return text(paper.id)
    case .bibtex: return scratch.string { view.tool(BibTeXEntries.init).append(paper, in: paper.page, to: &$0) }
    case .coins: return scratch.string(safe: true) { metadata.appendContext(of: paper, to: &$0) }
    case .url: return url(of: paper.page, &scratch)
    case .permalink: return permalink(of: paper.page, &scratch)
    case .urn: return scratch.string { feedFacts.appendID(of: .paper(paper), to: &$0) }
    case .title: return markup(paper.title.html)
    case .titleText: return text(paper.title.plain)
    case .abstract: return markup(paper.abstract.html)
    case .abstractText: return text(paper.abstract.plain)
    case .summary: return paper.summary.html.isEmpty ? .undefined : markup(paper.summary.html)
    case .summaryText: return optional(paper.summary.plain)
    case .authors: return list(namesTerms ? .authorNameList : .authorshipList, paper.authors)
    case .authorCount: return Value(paper.authorCount)
    case .organization: return paper.organization.map { object(.party, $0, detail: 1) } ?? .undefined
    case .submittedBy: return paper.submittedBy.map { object(.party, $0) } ?? .undefined
    case .tags: return namesTerms ? list(.textList, paper.tags) : termRows(paper.tags, in: 0)
    case .terms: return object(.paperTerms, Int(index))
    case .keywords: return list(.textList, paper.keywords)
    case .media: return list(.textList, paper.media)
    case .aliases: return list(.textList, paper.aliases)
    case .links: return object(.links, Int(index))
    case .allLinks: return list(.linkList, paper.links)
    case .versions: return list(.versionList, paper.versions)
    default: return facts(name, of: paper, &scratch)
    }
  }

  private func facts(_ name: TemplateName, of paper: PaperView, _ scratch: inout Scratch) -> Value {
    switch name {
    case .published: return paper.published.map { date($0.day, &scratch) } ?? .undefined
    case .updated: return paper.updated.map { date($0.day, &scratch) } ?? .undefined
    case .featured: return list(.featuredDays, paper.featured)
    case .day: return paper.calendarDay.map { object(.day, $0) } ?? .undefined
    case .isNew: return Value(paper.isNew)
    case .newer: return paper.neighbour(by: -1).map { object(.paper, Int($0)) } ?? .undefined
    case .older: return paper.neighbour(by: 1).map { object(.paper, Int($0)) } ?? .undefined
    case .upvotes: return optional(paper.upvotes)
    case .comments: return optional(paper.comments)
    case .stars: return optional(paper.stars)
    case .discussion: return optional(paper.discussion)
    case .thumbnail: return optional(paper.thumbnail)
    case .extra: return extra(of: paper, &scratch)
    case .withdrawn: return Value(paper.isWithdrawn)
    case .arxivId: return paper.hasArXivID ? text(paper.id) : .undefined
    case .doi: return optional(paper.registeredDOI)
    case .score: return Value(paper.score)
    default: return .undefined
    }
  }

  /// The fields of the site's own: an empty mapping where a paper has none, so that templates can ask for any.
  private func extra(of paper: PaperView, _ scratch: inout Scratch) -> Value {
    let json = paper.extra
    if let last = lastExtra, last.paper == paper.index, last.render == scratch.renderNumber { return last.value }
    var content = ContextValue.dictionary([])
    if !json.isEmpty { content = ContextValue(json: view.string(json)) }
    let value = scratch.value(content)
    lastExtra = (paper.index, scratch.renderNumber, value)
    return value
  }

  /// An attribute of a paper's featured days: that of the newest.
  func featuredDays(_ name: TemplateName, _ days: ObjectRef, _ scratch: inout Scratch) -> Value {
    guard days.detail > 0 else { return .undefined }
    let newest = view.featuredDay(days.index + Int(days.detail) - 1)
    switch name {
    case .date: return date(newest, &scratch)
    case .year: return Value(newest.civil.year)
    case .month: return Value(newest.civil.month)
    case .day: return Value(newest.civil.day)
    default: return .undefined
    }
  }

  /// An attribute of `paper.links`: the first link of a kind.
  func links(_ name: TemplateName, _ paper: UInt32) -> Value { link(name.spelling, of: view.paper(paper)) }

  func link(_ kind: String, of paper: PaperView) -> Value {
    let view = view
    for row in paper.links where view.bytes(view.link(row).kind).isEqual(to: kind.utf8.span) {
      return text(view.link(row).url)
    }
    return .undefined
  }

  /// An attribute of one link.
  func link(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let link = view.link(row)
    switch name {
    case .kind: return text(link.kind)
    case .url: return text(link.url)
    case .label: return scratch.string { view.appendLabel(ofLink: link.kind, to: &$0) }
    default: return .undefined
    }
  }

  /// An attribute of a version.
  func version(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let version = view.version(row)
    switch name {
    case .name: return text(version.name)
    case .date: return version.date.map { date($0.day, &scratch) } ?? .undefined
    default: return .undefined
    }
  }

  /// An attribute of an author of a paper.
  func authorship(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let author = view.authorship(row)
    switch name {
    case .name: return text(author.name)
    case .orcid: return optional(author.orcid)
    case .affiliation: return optional(author.affiliation)
    case .homepage: return optional(author.url)
    case .url: return termURL(ofRow: row, in: 1, &scratch)
    case .slug: return view.term(ofRow: row, in: 1).map { text(view.term($0, in: 1).slug) } ?? .undefined
    default: return .undefined
    }
  }

  /// An attribute of an organization or submitter of a paper.
  func party(_ name: TemplateName, _ row: Int, _ scratch: inout Scratch) -> Value {
    let party = view.party(row)
    let term = view.term(ofRow: row, in: 2).map { view.term($0, in: 2) }
    switch name {
    case .name: return text(party.name)
    case .title: return term.map { text($0.title) } ?? text(party.fullname.isEmpty ? party.name : party.fullname)
    case .fullname: return party.fullname.isEmpty ? term.map { text($0.title) } ?? .undefined : text(party.fullname)
    case .avatar: return optional(term?.avatar ?? party.avatar)
    case .homepage: return optional(term?.homepage ?? party.url)
    case .url: return term == nil ? optional(party.url) : termURL(ofRow: row, in: 2, &scratch)
    default: return .undefined
    }
  }

  /// The address of the page of the term that a row names, undefined where it has none.
  private func termURL(ofRow row: Int, in taxonomy: Int, _ scratch: inout Scratch) -> Value {
    guard let index = view.term(ofRow: row, in: taxonomy) else { return .undefined }
    let term = view.term(index, in: taxonomy)
    return term.isPublished ? url(of: term.page, &scratch) : .undefined
  }
}
