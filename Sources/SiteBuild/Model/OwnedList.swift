import Jinja

/// A part of the list of papers or terms that a day, a tag, the site… has, as the numbers of an object of the
/// template engine.
struct OwnedList: Hashable {
  /// Which list.
  var kind: Dependency.Kind
  /// The index of the owner among those of its kind.
  var owner: Int
  /// Positions in the list.
  var rows: Range<Int>

  /// A part of a list.
  init(_ kind: Dependency.Kind, owner: Int = 0, rows: Range<Int>) {
    self.kind = kind
    self.owner = owner
    self.rows = rows
  }

  /// The list that an object stands for, nil where it is none.
  init?(_ object: ObjectRef) {
    guard let kind = ObjectType(rawValue: object.type)?.ownedListKind else { return nil }
    let start = Int(object.index & 0xFFFF_FFFF)
    self.init(kind, owner: Int(object.index >> 32), rows: start..<start + Int(object.detail))
  }

  /// The object that stands for the list.
  var object: ObjectRef {
    ObjectRef(type: type.rawValue, index: owner << 32 | rows.lowerBound, detail: UInt32(rows.count))
  }

  private var type: ObjectType {
    switch kind {
    case .dayPapers: .dayPapers
    case .weekPapers: .weekPapers
    case .monthPapers: .monthPapers
    case .yearPapers: .yearPapers
    case .tagPapers: .tagPapers
    case .authorPapers: .authorPapers
    case .organizationPapers: .organizationPapers
    case .trendingPapers: .trendingPapers
    case .codePapers: .codePapers
    case .siteTags: .siteTags
    case .siteAuthors: .siteAuthors
    case .siteOrganizations: .siteOrganizations
    default: .sitePapers
    }
  }
}

extension ObjectType {
  /// The list that objects of the type are parts of, nil for other types.
  var ownedListKind: Dependency.Kind? {
    switch self {
    case .sitePapers: .sitePapers
    case .dayPapers: .dayPapers
    case .weekPapers: .weekPapers
    case .monthPapers: .monthPapers
    case .yearPapers: .yearPapers
    case .tagPapers: .tagPapers
    case .authorPapers: .authorPapers
    case .organizationPapers: .organizationPapers
    case .trendingPapers: .trendingPapers
    case .codePapers: .codePapers
    case .siteTags: .siteTags
    case .siteAuthors: .siteAuthors
    case .siteOrganizations: .siteOrganizations
    default: nil
    }
  }
}

extension Site {
  /// The whole list of a kind and an owner: indexes of papers or of terms.
  func rows(of kind: Dependency.Kind, owner: Int) -> ArraySlice<UInt32> {
    switch kind {
    case .sitePapers: order[...]
    case .dayPapers: calendar.papers[calendar.days[owner].papers.range]
    case .weekPapers: calendar.papers[calendar.weeks[owner].papers.range]
    case .monthPapers: calendar.papers[calendar.months[owner].papers.range]
    case .yearPapers: calendar.papers[calendar.years[owner].papers.range]
    case .tagPapers: tags.papers[tags.terms[owner].papers.range]
    case .authorPapers: authors.papers[authors.terms[owner].papers.range]
    case .organizationPapers: organizations.papers[organizations.terms[owner].papers.range]
    case .trendingPapers: trending[...]
    case .codePapers: withCode[...]
    case .searchPapers: searchSegments[owner].papers[...]
    case .siteTags: tagsByCount[...]
    case .siteAuthors: authors.published[...]
    case .siteOrganizations: organizations.published[...]
    default: []
    }
  }

  /// The whole list of a kind and an owner.
  func list(_ kind: Dependency.Kind, owner: Int = 0) -> OwnedList {
    OwnedList(kind, owner: owner, rows: 0..<rows(of: kind, owner: owner).count)
  }
}
