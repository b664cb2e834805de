/// The parts of a record that change apart from each other. A page that reads the title of a paper is not rendered
/// again because its votes have changed.
public enum FieldGroup: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// The title, in all its forms.
  case title
  /// The abstract, in all its forms.
  case abstract
  /// The summary, in all its forms.
  case summary
  /// The authors, the organization and who submitted the paper.
  case byline
  /// When the paper was published, updated and featured.
  case dates
  /// Votes, comments and stars.
  case counts
  /// All that the paper links to, and the pictures of it.
  case links
  /// Tags and keywords.
  case tags
  /// Venue, licence, versions, former ids and other facts.
  case details
  /// The fields of a site's own.
  case extra
}

/// Some groups of fields: bit `n` is the group whose raw value is `n`.
public struct FieldGroups: OptionSet, BitwiseCopyable, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// The groups of some bits; other bits mean nothing.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One group.
  @inlinable public init(_ group: FieldGroup) { rawValue = 1 << UInt16(group.rawValue) }

  // These are computed: reading a stored one asks each time whether it has been made.

  /// See `FieldGroup.title`.
  @inlinable public static var title: FieldGroups { FieldGroups(.title) }
  /// See `FieldGroup.abstract`.
  @inlinable public static var abstract: FieldGroups { FieldGroups(.abstract) }
  /// See `FieldGroup.summary`.
  @inlinable public static var summary: FieldGroups { FieldGroups(.summary) }
  /// See `FieldGroup.byline`.
  @inlinable public static var byline: FieldGroups { FieldGroups(.byline) }
  /// See `FieldGroup.dates`.
  @inlinable public static var dates: FieldGroups { FieldGroups(.dates) }
  /// See `FieldGroup.counts`.
  @inlinable public static var counts: FieldGroups { FieldGroups(.counts) }
  /// See `FieldGroup.links`.
  @inlinable public static var links: FieldGroups { FieldGroups(.links) }
  /// See `FieldGroup.tags`.
  @inlinable public static var tags: FieldGroups { FieldGroups(.tags) }
  /// See `FieldGroup.details`.
  @inlinable public static var details: FieldGroups { FieldGroups(.details) }
  /// See `FieldGroup.extra`.
  @inlinable public static var extra: FieldGroups { FieldGroups(.extra) }

  /// What citations are made of.
  public static let citation: FieldGroups = [.title, .byline, .dates, .links, .tags, .details]
  /// What the search finds papers by, and shows of them.
  public static let searched: FieldGroups = [
    .title, .abstract, .summary, .byline, .dates, .links, .tags, .details,
  ]
  /// Everything.
  public static let record = FieldGroups(rawValue: 1 << UInt16(FieldGroup.allCases.count) - 1)

  /// The groups, in the order of their numbers.
  public var members: [FieldGroup] { FieldGroup.allCases.filter { contains(FieldGroups($0)) } }
}
