import ByteText
import Jinja
import Papers

extension SiteModel {
  func count(of object: ObjectRef) -> Int? {
    guard let type = ObjectType(rawValue: object.type) else { return nil }
    if type == .calendarRow { return 7 }
    if type.ownedListKind != nil { read(object) }
    return type.isSequence ? Int(object.detail) : nil
  }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    return type.ownedListKind == nil ? element(of: type, object, at: index) : item(at: index, of: object)
  }

  /// Notes that the page has read a list; a template asks for one element after the other.
  private func read(_ object: ObjectRef) {
    guard object != lastList, let list = OwnedList(object) else { return }
    lastList = object
    log.note(list.kind, owner: list.owner, rows: list.rows)
  }

  private func item(at index: Int, of object: ObjectRef) -> Value {
    guard let list = OwnedList(object) else { return .undefined }
    read(object)
    let rows = site.rows(of: list.kind, owner: list.owner)
    let item = Int(rows[rows.startIndex + list.rows.lowerBound + index])
    switch list.kind {
    case .siteTags: return term(.tag, item)
    case .siteAuthors: return term(.author, item)
    case .siteOrganizations: return term(.organization, item)
    default: return self.object(.paper, item)
    }
  }

  private func element(of type: ObjectType, _ object: ObjectRef, at index: Int) -> Value {
    let row = Int(object.index) + index
    let mirrored = Int(object.index) + Int(object.detail) - 1 - index
    switch type {
    case .newestDays: return self.object(.day, mirrored)
    case .featuredDays: return site.calendar.index(of: site.store.days[row]).map { self.object(.day, $0) } ?? .undefined
    case .weekList: return self.object(.week, mirrored)
    case .monthList: return self.object(.month, mirrored)
    case .yearList: return self.object(.year, mirrored)
    case .paperTags: return site.tags.term(ofRow: row).map { term(.tag, $0) } ?? .undefined
    case .authorshipList: return self.object(.authorship, row)
    case .textList: return text(site.store.texts[row])
    case .linkList: return self.object(.link, row)
    case .versionList: return self.object(.version, row)
    case .feedEntries: return feedEntry(row)
    case .exportList: return self.object(.export, row)
    case .feedList: return self.object(.feed, row)
    case .siteFeedList: return self.object(.feed, row, detail: 1)
    case .freePageList: return self.object(.freePage, row)
    case .calendarRows: return calendarRow(index, month: Int(object.index))
    case .calendarRow: return self.object(.calendarCell, row, detail: Int(object.detail))
    default: return .undefined
    }
  }

  private func term(_ kind: Taxonomy.Kind, _ index: Int) -> Value {
    object(.term, index, detail: Int(kind.rawValue))
  }

  private func calendarRow(_ row: Int, month: Int) -> Value {
    object(.calendarRow, Int(site.calendar.months[month].start.week.first.number) + row * 7, detail: month)
  }
}

extension ObjectType {
  /// Whether its objects are sequences whose `detail` is their count.
  fileprivate var isSequence: Bool { rawValue >= ObjectType.sitePapers.rawValue }
}
