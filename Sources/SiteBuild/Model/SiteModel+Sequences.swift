import ByteText
import Jinja
import Papers

extension SiteModel {
  func count(of object: ObjectRef) -> Int? {
    guard let type = ObjectType(rawValue: object.type) else { return nil }
    if type == .calendarRow { return 7 }
    return type.isSequence ? Int(object.detail) : nil
  }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    let row = Int(object.index) + index
    switch type {
    case .orderedPapers: return self.object(.paper, Int(site.order[row]))
    case .calendarPapers: return self.object(.paper, Int(site.calendar.papers[row]))
    case .tagPapers: return self.object(.paper, Int(site.tags.papers[row]))
    case .authorPapers: return self.object(.paper, Int(site.authors.papers[row]))
    case .organizationPapers: return self.object(.paper, Int(site.organizations.papers[row]))
    case .trendingPapers: return self.object(.paper, Int(site.trending[row]))
    case .textList: return text(site.store.texts[row])
    default: return element(of: type, object, at: index)
    }
  }

  private func element(of type: ObjectType, _ object: ObjectRef, at index: Int) -> Value {
    let row = Int(object.index) + index
    let mirrored = Int(object.index) + Int(object.detail) - 1 - index
    switch type {
    case .dayList: return self.object(.day, row)
    case .newestDays: return self.object(.day, mirrored)
    case .featuredDays: return site.calendar.index(of: site.store.days[row]).map { self.object(.day, $0) } ?? .undefined
    case .weekList: return self.object(.week, mirrored)
    case .monthList: return self.object(.month, mirrored)
    case .yearList: return self.object(.year, mirrored)
    case .tagList: return term(.tag, row)
    case .topTagList: return term(.tag, Int(site.tagsByCount[row]))
    case .authorList: return term(.author, row)
    case .organizationList: return term(.organization, row)
    case .paperTags: return site.tags.term(ofRow: row).map { term(.tag, $0) } ?? .undefined
    case .authorshipList: return self.object(.authorship, row)
    case .linkList: return self.object(.link, row)
    case .versionList: return self.object(.version, row)
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
  fileprivate var isSequence: Bool { rawValue >= ObjectType.orderedPapers.rawValue }
}
