import ByteText
import Jinja
import Papers
import Site

extension TemplateModel {
  /// An attribute of a term: a tag, an author, an organization, or one of the site's own taxonomies.
  func term(_ name: TemplateName, _ term: TermView, _ scratch: inout Scratch) -> Value {
    switch name {
    case .name: return text(term.name)
    case .title, .fullname: return text(term.title)
    case .slug: return text(term.slug)
    case .url: return term.hasPage ? url(of: term.page, &scratch) : .undefined
    case .permalink: return term.hasPage ? permalink(of: term.page, &scratch) : .undefined
    case .count: return Value(term.count)
    case .papers: return list(.term(of: term.taxonomy), owner: term.index)
    case .description: return optional(term.description)
    case .latest: return term.newestDay.map { date($0, &scratch) } ?? .undefined
    case .avatar: return optional(term.avatar)
    case .homepage: return optional(term.homepage)
    case .orcid: return optional(term.orcid)
    case .affiliation: return optional(term.affiliation)
    case .taxonomy: return object(.taxonomy, term.taxonomy)
    default: return .undefined
    }
  }

  /// An attribute of a taxonomy.
  func taxonomy(_ name: TemplateName, _ number: Int, _ scratch: inout Scratch) -> Value {
    let settings = view.taxonomies[number]
    let page = OutputPlan(kind: .terms(of: number))
    switch name {
    case .name: return scratch.string(settings.name)
    case .title: return scratch.string(settings.title)
    case .url: return settings.hasPages ? url(of: page, &scratch) : .undefined
    case .permalink: return settings.hasPages ? permalink(of: page, &scratch) : .undefined
    case .count: return Value(view.termCount(of: number))
    case .terms: return list(.terms(of: number))
    default: return .undefined
    }
  }

  /// An attribute of a listing that the site declares.
  func listing(_ name: TemplateName, _ number: Int, _ scratch: inout Scratch) -> Value {
    let (settings, page) = (view.configuration.listings[number], OutputPlan(kind: .listing(number)))
    switch name {
    case .name: return scratch.string(settings.name)
    case .title: return scratch.string(settings.title)
    case .description: return optional(settings.description, &scratch)
    case .url: return url(of: page, &scratch)
    case .permalink: return permalink(of: page, &scratch)
    case .count: return Value(view.count(of: view.list(.listing(number))))
    case .papers: return list(.listing(number))
    default: return .undefined
    }
  }

  /// An attribute whose name the table of fields or the site's settings bring: a plain detail of a paper, and its terms
  /// in a taxonomy, as `paper.terms.venues`.
  func dynamicAttribute(_ name: Symbol, of type: ObjectType, _ object: ObjectRef) -> Value {
    if type == .paper || type == .links {
      guard let field = DynamicNames.plainDetail(name) else { return .undefined }
      let paper = view.paper(UInt32(object.index))
      return type == .paper ? optional(paper.line(field)) : link(field.name, of: paper)
    }
    guard type == .paperTerms, let name = names.name(of: name),
      let taxonomy = view.taxonomies.firstIndex(where: { $0.name == name })
    else { return .undefined }
    return termRows(view.termRows(of: UInt32(object.index), in: taxonomy), in: taxonomy)
  }
}
