import ByteText
import Jinja
import Site

/// The kinds of objects that templates get.
enum ObjectType: UInt16, Sendable {
  case site, page, outputs, paper, day, week, month, year, term, taxonomy, listing, authorship, party, links,
    paperTerms, link,
    version, feed, currentFeed, entry, export
  case freePage, calendarRow, calendarCell

  // Sequences: `index` is the first row, `detail` the number of rows.
  case pageItems, newestDays, weekList, monthList, yearList, authorshipList, authorNameList, termRows, featuredDays,
    textList, linkList
  case versionList, feedEntries, exportList, feedList, siteFeedList, freePageList, calendarRows, taxonomyList,
    listingList

  /// Whether its objects are sequences whose `detail` is their count.
  var isSequence: Bool { rawValue >= ObjectType.pageItems.rawValue }

  /// What the type is called in diagnostics.
  var name: String {
    switch self {
    case .newestDays, .featuredDays: "list of days"
    case .termRows: "list of terms"
    case .authorshipList, .authorNameList: "list of authors"
    case .pageItems: "list of what the page shows"
    case .freePage: "free page"
    default: String(describing: self).map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
    }
  }
}

/// Lists of papers or terms that have an owner: the type is the kind of the owner, above those of other objects.
extension ObjectType {
  private static let firstList: UInt16 = 0x100

  /// The object that is a part of a list.
  static func object(for list: ObjectList) -> ObjectRef {
    ObjectRef(
      type: firstList + UInt16(list.kind.rawValue), index: list.owner << 32 | list.rows.lowerBound,
      detail: UInt32(list.rows.count))
  }

  /// The kind of the owner of a list, nil where the object is none.
  static func listKind(of object: ObjectRef) -> ObjectKind? {
    object.type >= firstList ? ObjectKind(rawValue: UInt8(truncatingIfNeeded: object.type)) : nil
  }

  /// The part of a list that an object is, nil where it is none.
  static func list(_ object: ObjectRef) -> ObjectList? {
    guard let kind = listKind(of: object) else { return nil }
    let start = Int(object.index & 0xFFFF_FFFF)
    return ObjectList(kind, owner: Int(object.index >> 32), rows: start..<start + Int(object.detail))
  }
}
