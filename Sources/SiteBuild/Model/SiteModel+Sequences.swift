import ByteText
import Jinja
import Papers

extension SiteModel {
  func count(of object: ObjectRef) -> Int? {
    guard let type = ObjectType(rawValue: object.type) else { return nil }
    if type == .calendarRow { return 7 }
    if type == .pageItems { log.noteCountOfItems(on: current, in: site) }
    if let list = OwnedList(object) { log.noteCount(of: list.kind, owner: list.owner) }
    return type.isSequence ? Int(object.detail) : nil
  }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    return type.ownedListKind == nil ? element(of: type, object, at: index) : item(at: index, of: object)
  }

  private func item(at index: Int, of object: ObjectRef) -> Value {
    guard let list = OwnedList(object) else { return .undefined }
    let start = list.rows.lowerBound
    log.note(list.kind, owner: list.owner, rows: start..<start + index + 1)
    return item(at: start + index, of: list)
  }

  /// An item of the listing that the current page shows a part of.
  private func pageItem(_ row: Int) -> Value {
    guard let list = site.list(of: current) else { return .undefined }
    log.noteItems(on: current, in: site)
    return item(at: row, of: list)
  }

  private func item(at position: Int, of list: OwnedList) -> Value {
    let rows = site.rows(of: list.kind, owner: list.owner)
    let item = Int(rows[rows.startIndex + position])
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
    case .pageItems: return pageItem(row)
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
