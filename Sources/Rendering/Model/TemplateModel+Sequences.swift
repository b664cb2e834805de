import ByteText
import Jinja
import Papers
import Site

extension TemplateModel {
  func count(of object: ObjectRef) -> Int? {
    if let list = ObjectType.list(object) { return view.count(of: list) }
    guard let type = ObjectType(rawValue: object.type) else { return nil }
    switch type {
    case .calendarRow: return 7
    case .pageItems:
      view.noteCountOfItems(on: current)
      return Int(object.detail)
    case .termRows: return Int(object.detail & Self.mostRows)
    default: return type.isSequence ? Int(object.detail) : nil
    }
  }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    if let list = ObjectType.list(object) {
      let item = view.item(at: index, of: list)
      return self.item(item.kind, item.index)
    }
    guard let type = ObjectType(rawValue: object.type) else { return .undefined }
    return element(of: type, object, at: index)
  }

  private func element(of type: ObjectType, _ object: ObjectRef, at index: Int) -> Value {
    let row = Int(object.index) + index
    let mirrored = Int(object.index) + Int(object.detail) - 1 - index
    switch type {
    case .pageItems: return view.item(at: row, on: current).map { self.item($0.kind, $0.index) } ?? .undefined
    case .newestDays: return self.object(.day, mirrored)
    case .featuredDays: return view.calendarDay(ofRow: row).map { self.object(.day, $0) } ?? .undefined
    case .weekList: return self.object(.week, mirrored)
    case .monthList: return self.object(.month, mirrored)
    case .yearList: return self.object(.year, mirrored)
    case .termRows: return term(ofRow: row, in: Int(object.detail >> Self.taxonomyShift))
    case .authorshipList: return self.object(.authorship, row)
    case .authorNameList: return text(view.authorship(row).name)
    case .textList: return text(view.text(row))
    case .linkList: return self.object(.link, row)
    case .versionList: return self.object(.version, row)
    case .feedEntries: return feedEntry(row)
    case .exportList: return self.object(.export, row)
    case .feedList: return self.object(.feed, row)
    case .siteFeedList: return self.object(.feed, row, detail: 1)
    case .freePageList: return self.object(.freePage, row)
    case .calendarRows: return calendarRow(index, month: Int(object.index))
    case .calendarRow: return self.object(.calendarCell, row, detail: Int(object.detail))
    case .taxonomyList: return self.object(.taxonomy, row)
    case .listingList: return self.object(.listing, row)
    default: return .undefined
    }
  }

  // MARK: - Terms that papers name

  /// The bits of `detail` above which the number of the taxonomy is.
  private static let taxonomyShift: UInt32 = 24
  private static let mostRows: UInt32 = 1 << taxonomyShift - 1

  /// The terms that some rows name.
  func termRows(_ rows: Range<Int>, in taxonomy: Int) -> Value {
    let count = min(UInt32(clamping: rows.count), Self.mostRows)
    return object(.termRows, rows.lowerBound, detail: Int(UInt32(taxonomy) << Self.taxonomyShift | count))
  }

  private func term(ofRow row: Int, in taxonomy: Int) -> Value {
    view.term(ofRow: row, in: taxonomy).map { object(.term, $0, detail: taxonomy) } ?? .undefined
  }
}
