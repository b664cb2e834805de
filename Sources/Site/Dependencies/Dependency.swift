import ByteText

/// Something that a page has read while it was rendered: aspects of an object, or a part of a list.
///
/// A page is a pure function of its template, the configuration and what it read. All reads go through `SiteView`,
/// which notes them here, so the set is complete by construction: where every noted value is what it was, the page's
/// bytes are what they were.
public struct Dependency: BitwiseCopyable, Hashable, Sendable {
  /// The kind of the object, or of the owner of the list.
  public var kind: ObjectKind
  /// Not 0 where a part of the owner's list was read.
  private var form: UInt8 = 0
  /// Which aspects of the object; for a list, which of each item's: none where only the order is read.
  public var aspects: UInt16 = 0
  /// The index of the object among those of its kind.
  public var owner: UInt32
  /// The part of a list: positions from the first item, or with `fromEnd` from the last; or `wholeCount`.
  public var start: UInt32 = 0
  /// The number of rows of the part.
  public var count: UInt32 = 0

  /// Marks a `start` that counts from the end of the list.
  public static let fromEnd: UInt32 = 1 << 31
  /// The value of `start` where the number of a list's items was read.
  public static let wholeCount: UInt32 = 1 << 30

  /// Aspects of an object.
  public init(_ kind: ObjectKind, owner: UInt32, aspects: UInt16) {
    self.kind = kind
    self.owner = owner
    self.aspects = aspects
  }

  /// A part of the list of an owner, and aspects of each item.
  public init(listOf kind: ObjectKind, owner: UInt32, start: UInt32, count: UInt32, aspects: UInt16 = 0) {
    self.init(kind, owner: owner, aspects: aspects)
    (form, self.start, self.count) = (1, start, count)
  }

  /// Whether a part of the owner's list was read.
  public var isList: Bool { form != 0 }

  /// Whether two dependencies are on the same object, or on parts of one list that begin alike.
  func isAtSamePlace(as other: Dependency) -> Bool {
    kind == other.kind && form == other.form && owner == other.owner && start == other.start
  }
}
