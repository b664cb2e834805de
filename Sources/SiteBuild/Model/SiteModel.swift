import ByteText
import Jinja
import Papers

/// The site as templates see it. One belongs to each worker; the site behind it is shared and never changes.
///
/// Nothing is converted ahead: an attribute is looked up when a template asks for it, texts are handed out as
/// references into the site's memory, and only addresses and dates are written into the render's scratch memory.
final class SiteModel: DataModel {
  let site: Site
  let addresses: Addresses
  let functions: SiteFunctions
  let segments: [FrozenBytes]
  let exporter: Exporter
  let metadata: PageMetadata
  let feedFacts: FeedFacts
  let feedContent: FeedContent
  let titles: PageTitles
  let descriptions: PageDescriptions
  private var plan = PagePlan(kind: .home)
  /// Whether anything but its kind was asked of the page since a part of it began.
  private var hasReadPage = false
  private var parts = PageParts()
  /// The day whose list the page, or the part of it that has begun, was last noted to have read for a paper's neighbours:
  /// a page asks for them again and again.
  var dayOfNeighbours = -1
  /// What the page has read so far. A model is one worker's, and no method of the log calls anything back, so that no two
  /// accesses to it overlap; looking that up each time would cost more than noting.
  @exclusivity(unchecked) var log = DependencyLog()
  /// `site.params`, in the renderer's memory.
  var params = Value.undefined

  /// A model of a site.
  init(site: Site, assets: AssetTable, exporter: Exporter) {
    self.site = site
    functions = SiteFunctions(site.configuration, assets)
    self.exporter = exporter
    metadata = PageMetadata(of: site)
    feedFacts = FeedFacts(of: site)
    feedContent = exporter.feedContent
    titles = PageTitles(of: site)
    descriptions = PageDescriptions(of: site)
    addresses = Addresses(of: site)
    segments = site.segments
  }

  /// Turns to another page.
  func begin(_ page: PagePlan) {
    plan = page
    dayOfNeighbours = -1
    parts.abandon(&log)
    log.removeAll()
  }

  /// The page that is being rendered.
  var current: PagePlan {
    hasReadPage = true
    return plan
  }

  /// The kind of the page that is being rendered.
  var currentKind: PageKind { plan.kind }

  func beginPart() {
    hasReadPage = false
    dayOfNeighbours = -1
    parts.begin(&log)
  }

  func endPart() -> Int? { parts.end(&log, for: hasReadPage ? nil : plan.kind) }

  func usePart(_ part: Int) -> Bool { parts.use(part, on: plan.kind, &log) }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    let index = Int(object.index)
    guard let name = TemplateName(rawValue: name.id) else {
      return TemplateName.plainDetail(name).map { plainDetail($0, of: type, index) } ?? .undefined
    }
    switch type {
    case .paper: return paper(name, UInt32(index), &scratch)
    case .page: return page(name, &scratch)
    case .site: return siteAttribute(name, &scratch)
    case .outputs: return output(name)
    case .day: return day(name, index, &scratch)
    case .week: return week(name, index, &scratch)
    case .month: return month(name, index, &scratch)
    case .year: return year(name, index, &scratch)
    case .term: return term(name, index, kind: object.detail, &scratch)
    case .authorship: return authorship(name, index, &scratch)
    case .party: return party(name, index, &scratch)
    case .links: return links(name, index)
    case .link: return link(name, index, &scratch)
    case .version: return version(name, index, &scratch)
    case .feed: return feed(name, index, home: object.detail == 1, &scratch)
    case .currentFeed: return currentFeed(name, &scratch)
    case .entry: return entry(name, object, &scratch)
    case .export: return export(name, object, &scratch)
    case .freePage: return freePage(name, index, &scratch)
    case .calendarCell: return calendarCell(name, day: object, &scratch)
    default: return .undefined
    }
  }

  func typeName(of object: ObjectRef) -> String { ObjectType(rawValue: object.type)?.name ?? "object" }

  func text(of object: ObjectRef, scratch: inout Scratch) -> Value? {
    let index = Int(object.index)
    switch ObjectType(rawValue: object.type) {
    case .paper: return paper(.title, UInt32(index), &scratch)
    case .day: return day(.date, index, &scratch)
    case .week: return week(.name, index, &scratch)
    case .month: return month(.name, index, &scratch)
    case .year: return year(.name, index, &scratch)
    case .term: return term(.title, index, kind: object.detail, &scratch)
    case .authorship: return authorship(.name, index, &scratch)
    default: return nil
    }
  }

  func attributeNames(of object: ObjectRef) -> [String] {
    guard let type = ObjectType(rawValue: object.type) else { return [] }
    return type.attributes.map(\.spelling) + (type == .paper ? RecordFields.plainDetails.map(\.name) : [])
  }
}

extension SiteModel {
  /// A text of the store or the site.
  func text(_ text: TextRef) -> Value { Value(hosted(text)) }

  /// A text of the store or the site, undefined where it is empty.
  func optional(_ text: TextRef) -> Value { text.isEmpty ? .undefined : Value(hosted(text)) }

  /// Markup of the store or the site.
  func markup(_ text: TextRef) -> Value { Value(hosted(text), safe: true) }

  /// A count, undefined where it isn't known.
  func optional(_ count: Int32?) -> Value { count.map { Value(Int($0)) } ?? .undefined }

  /// An object of a type.
  func object(_ type: ObjectType, _ index: Int, detail: Int = 0) -> Value {
    Value(ObjectRef(type: type.rawValue, index: index, detail: UInt32(truncatingIfNeeded: detail)))
  }

  /// A list of papers or terms.
  func list(_ list: OwnedList) -> Value { Value(list.object) }

  /// A sequence over rows of a table.
  func list(_ type: ObjectType, _ rows: Range<Int>) -> Value { object(type, rows.lowerBound, detail: rows.count) }

  /// A sequence over rows of a table.
  func list(_ type: ObjectType, _ rows: ListRef) -> Value { list(type, rows.range) }

  /// The address of a page as a path: what links on the site say.
  func url(of page: PagePlan, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(site.configuration.root)
      addresses.appendPath(of: page, to: &out)
    }
  }

  /// The address of a page with scheme and host.
  func permalink(of page: PagePlan, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(site.configuration.baseURL)
      addresses.appendPath(of: page, to: &out)
    }
  }

  /// A day as 2026-01-07.
  func date(_ day: Day, _ scratch: inout Scratch) -> Value { scratch.string { day.write(into: &$0) } }

  private func hosted(_ text: TextRef) -> TextRef {
    TextRef(segment: text.segment + TextSegment.host, offset: Int(text.offset), length: Int(text.length))
  }
}
