import ByteText
import Jinja
import Papers

extension Taxonomy.Kind {
  /// The kind of a term's page.
  var pageKind: PageKind {
    switch self {
    case .tag: .tag
    case .author: .author
    case .organization: .organization
    }
  }

  /// The list of a term's papers.
  var papersKind: Dependency.Kind {
    switch self {
    case .tag: .tagPapers
    case .author: .authorPapers
    case .organization: .organizationPapers
    }
  }
}

extension SiteModel {
  /// An attribute of a tag, an author or an organization.
  func term(_ name: TemplateName, _ index: Int, kind: UInt32, _ scratch: inout Scratch) -> Value {
    guard let kind = Taxonomy.Kind(rawValue: UInt8(truncatingIfNeeded: kind)) else { return .undefined }
    let term = site.taxonomy(kind).terms[index]
    let plan = PagePlan(kind: kind.pageKind, subject: UInt32(index))
    let hasPage = term.isPublished && site.isWritten(plan.kind)
    if let facet = name.termFacet { note(plan, facet) }
    switch name {
    case .name: return text(term.name)
    case .title: return text(term.title)
    case .fullname: return text(term.title)
    case .slug: return text(term.slug)
    case .url: return hasPage ? url(of: plan, &scratch) : .undefined
    case .permalink: return hasPage ? permalink(of: plan, &scratch) : .undefined
    case .count: return Value(Int(term.papers.count))
    case .papers: return list(site.list(kind.papersKind, owner: index))
    case .description: return optional(term.description)
    case .latest: return latestDate(of: term, kind, &scratch)
    case .avatar: return optional(term.avatar)
    case .homepage: return optional(term.homepage)
    case .orcid: return optional(term.orcid)
    case .affiliation: return optional(term.affiliation)
    default: return .undefined
    }
  }

  private func latestDate(of term: Term, _ kind: Taxonomy.Kind, _ scratch: inout Scratch) -> Value {
    guard let row = term.papers.range.first else { return .undefined }
    let newest = site.store.newestDay(of: site.taxonomy(kind).papers[row])
    return newest.map { date($0, &scratch) } ?? .undefined
  }
}

extension TemplateName {
  /// The aspect of a tag, author or organization that an attribute reads; nil for lists.
  fileprivate var termFacet: Facets? {
    switch self {
    case .count: .size
    case .papers: nil
    case .latest: .newest
    default: .appearance
    }
  }
}
