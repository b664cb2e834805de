import ByteText
import Jinja
import Papers
import Site

extension TemplateModel {
  /// An attribute of the page that is being rendered.
  func page(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .kind: return scratch.string(view.name(of: currentKind))
    case .url: return url(of: current, &scratch)
    case .permalink, .canonical: return permalink(of: current, &scratch)
    case .title: return scratch.string { view.appendTitle(of: current, to: &$0) }
    case .description: return pageDescription(&scratch)
    case .feeds: return list(.feedList, view.feedFormats(of: currentKind).indices)
    case .papers: return view.listsTerms(currentKind) ? .undefined : itemsOfPage
    case .terms: return view.listsTerms(currentKind) ? itemsOfPage : .undefined
    case .taxonomy: return currentKind.taxonomy.map { object(.taxonomy, $0) } ?? .undefined
    case .number: return Value(pagination.map { current.number == 0 ? $0.pageCount : Int(current.number) } ?? 1)
    case .count: return Value(pagination?.pageCount ?? 1)
    case .newer: return pageBeside(by: 1).map { url(of: $0, &scratch) } ?? .undefined
    case .older: return pageBeside(by: -1).map { url(of: $0, &scratch) } ?? .undefined
    case .exports: return list(.exportList, view.exportFormats(of: currentKind).indices)
    case .metadata, .headLinks, .social, .citationTags, .jsonLd: return pageMarkup(name, &scratch)
    default: return .undefined
    }
  }

  /// Finished markup for the page's head.
  private func pageMarkup(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    scratch.string(safe: true) { out in
      switch name {
      case .metadata: metadata.append(of: current, to: &out)
      case .headLinks: metadata.appendLinks(of: current, to: &out)
      case .social: metadata.appendSocial(of: current, to: &out)
      case .citationTags: metadata.appendCitation(of: current, to: &out)
      case .jsonLd: metadata.appendData(of: current, to: &out)
      default: break
      }
    }
  }

  /// How the current page's listing is cut, or nil where the page is no listing.
  private var pagination: Pagination? { view.pagination(of: current) }

  /// The part of a listing that the current page shows.
  var itemsOfPage: Value { view.positions(on: current).map { list(.pageItems, $0) } ?? .undefined }

  /// The page of the same listing that is one newer or older; the newest has number 0.
  private func pageBeside(by step: Int) -> OutputPlan? {
    guard let pagination else { return nil }
    let number = (current.number == 0 ? pagination.pageCount : Int(current.number)) + step
    guard number >= 1, number <= pagination.pageCount else { return nil }
    var plan = current
    plan.number = number == pagination.pageCount ? 0 : UInt32(number)
    return plan
  }

  private func pageDescription(_ scratch: inout Scratch) -> Value {
    var count = 0
    let value = scratch.string { out in
      let start = out.count
      view.appendDescription(of: current, to: &out)
      count = out.count - start
    }
    return count > 0 ? value : .undefined
  }

  /// An attribute of a free page.
  func freePage(_ name: TemplateName, _ page: FreePageView, _ scratch: inout Scratch) -> Value {
    switch name {
    case .title: return scratch.string(page.title)
    case .url: return url(of: page.page, &scratch)
    case .permalink: return permalink(of: page.page, &scratch)
    case .description: return optional(page.description, &scratch)
    case .weight: return Value(page.weight)
    case .inMenu: return Value(page.isInMenu)
    default: return .undefined
    }
  }
}
