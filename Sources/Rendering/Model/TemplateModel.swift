import ByteText
import Exports
import Jinja
import Papers
import Site

/// The site as templates see it. One belongs to each worker; the data is shared and never changes.
///
/// Nothing is converted ahead: an attribute is looked up when a template asks for it, texts are handed out as
/// references into the site's memory, and only addresses and dates are written into the render's scratch memory.
final class TemplateModel: DataModel {
  let view: SiteView
  let addresses: Addresses
  let functions: SiteFunctions
  let segments: [FrozenBytes]
  let metadata: PageMetadata
  let feedFacts: FeedFacts
  let feedContent: FeedContent
  private var plan = OutputPlan(kind: .home)
  /// Whether anything but its kind was asked of the page since a part of it began.
  private var hasReadPage = false
  /// `site.params`, in the renderer's memory.
  var params = Value.undefined
  /// The last value of `paper.extra`: templates ask for one field of it after the other.
  var lastExtra: (paper: UInt32, render: Int, value: Value)?
  /// Whether tags and authors are their names and not objects: expressions of the settings ask `'cs.CL' in paper.tags`.
  var namesTerms = false
  /// The names of taxonomies, as templates ask a paper for its terms: `paper.terms.venues`.
  let names: DynamicNames

  /// A model of what a view shows.
  init(of view: SiteView, names: DynamicNames) {
    self.view = view
    self.names = names
    functions = SiteFunctions(view)
    metadata = PageMetadata(of: view)
    feedFacts = FeedFacts(of: view)
    feedContent = view.tool(FeedContent.init)
    addresses = view.addresses
    segments = view.segments
  }

  /// Turns to another page.
  func begin(_ page: OutputPlan) {
    plan = page
    view.begin()
  }

  /// The page that is being rendered.
  var current: OutputPlan {
    hasReadPage = true
    return plan
  }

  /// The kind of the page that is being rendered.
  var currentKind: ObjectKind { plan.kind }

  func beginPart() {
    hasReadPage = false
    view.beginPart()
  }

  func endPart() -> Int? { view.endPart(for: hasReadPage ? nil : plan.kind) }

  func usePart(_ part: Int) -> Bool { view.usePart(part, on: plan.kind) }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    guard let name = TemplateName(rawValue: name.id) else { return dynamicAttribute(name, of: type, object) }
    let index = Int(object.index)
    switch type {
    case .paper: return paper(name, UInt32(index), &scratch)
    case .page: return page(name, &scratch)
    case .site: return siteAttribute(name, &scratch)
    case .outputs: return output(name)
    case .day: return day(name, index, &scratch)
    case .week: return week(name, index, &scratch)
    case .month: return month(name, index, &scratch)
    case .year: return year(name, index, &scratch)
    case .term: return term(name, view.term(index, in: Int(object.detail)), &scratch)
    case .taxonomy: return taxonomy(name, index, &scratch)
    case .listing: return listing(name, index, &scratch)
    case .authorship: return authorship(name, index, &scratch)
    case .party: return party(name, index, &scratch)
    case .links: return links(name, UInt32(index))
    case .paperTerms: return dynamicAttribute(Symbol(id: name.rawValue), of: type, object)
    case .link: return link(name, index, &scratch)
    case .version: return version(name, index, &scratch)
    case .feed: return feed(name, index, home: object.detail == 1, &scratch)
    case .currentFeed: return currentFeed(name, &scratch)
    case .entry: return entry(name, object, &scratch)
    case .export: return export(name, object, &scratch)
    case .freePage: return freePage(name, view.freePage(index), &scratch)
    case .calendarCell: return calendarCell(name, day: object, &scratch)
    case .featuredDays: return featuredDays(name, object, &scratch)
    default: return .undefined
    }
  }

  func typeName(of object: ObjectRef) -> String {
    ObjectType.listKind(of: object) == nil
      ? ObjectType(rawValue: object.type)?.name ?? "object" : "list of papers or terms"
  }

  func text(of object: ObjectRef, scratch: inout Scratch) -> Value? {
    let index = Int(object.index)
    switch ObjectType(rawValue: object.type) {
    case .paper: return paper(.title, UInt32(index), &scratch)
    case .day: return day(.date, index, &scratch)
    case .week: return week(.name, index, &scratch)
    case .month: return month(.name, index, &scratch)
    case .year: return year(.name, index, &scratch)
    case .term: return term(.title, view.term(index, in: Int(object.detail)), &scratch)
    case .authorship: return authorship(.name, index, &scratch)
    default: return nil
    }
  }

  func attributeNames(of object: ObjectRef) -> [String] {
    guard let type = ObjectType(rawValue: object.type) else { return [] }
    return type.attributes.map(\.spelling) + (type == .paper ? RecordFields.plainDetails.map(\.name) : [])
  }
}

extension TemplateModel {
  /// A text of the store or the site.
  func text(_ text: TextRef) -> Value { Value(hosted(text)) }

  /// A text of the store or the site, undefined where it is empty.
  func optional(_ text: TextRef) -> Value { text.isEmpty ? .undefined : Value(hosted(text)) }

  /// Markup of the store or the site.
  func markup(_ text: TextRef) -> Value { Value(hosted(text), safe: true) }

  /// A count, undefined where it isn't known.
  func optional(_ count: Int32?) -> Value { count.map { Value(Int($0)) } ?? .undefined }

  /// A string of the configuration, undefined where it is empty.
  func optional(_ string: String, _ scratch: inout Scratch) -> Value {
    string.isEmpty ? .undefined : scratch.string(string)
  }

  /// An object of a type.
  func object(_ type: ObjectType, _ index: Int, detail: Int = 0) -> Value {
    Value(ObjectRef(type: type.rawValue, index: index, detail: UInt32(truncatingIfNeeded: detail)))
  }

  /// An object of a kind, as lists contain them.
  func item(_ kind: ObjectKind, _ index: Int) -> Value {
    if let taxonomy = kind.taxonomy { return object(.term, index, detail: taxonomy) }
    return object(.paper, index)
  }

  /// The whole list of an owner.
  func list(_ kind: ObjectKind, owner: Int = 0) -> Value {
    Value(ObjectType.object(for: view.list(kind, owner: owner)))
  }

  /// A sequence over rows of a table.
  func list(_ type: ObjectType, _ rows: Range<Int>) -> Value { object(type, rows.lowerBound, detail: rows.count) }

  /// The address of a page as a path: what links on the site say.
  func url(of page: OutputPlan, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(view.configuration.root)
      addresses.appendPath(of: page, to: &out)
    }
  }

  /// The address of a page with scheme and host.
  func permalink(of page: OutputPlan, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(view.configuration.baseURL)
      addresses.appendPath(of: page, to: &out)
    }
  }

  /// A day as 2026-01-07.
  func date(_ day: Day, _ scratch: inout Scratch) -> Value { scratch.string { day.write(into: &$0) } }

  private func hosted(_ text: TextRef) -> TextRef {
    TextRef(segment: text.segment + TextSegment.host, offset: Int(text.offset), length: Int(text.length))
  }
}
