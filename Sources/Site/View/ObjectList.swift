/// A part of the list of papers or terms that a day, a tag, the site… has.
public struct ObjectList: Hashable, Sendable {
  /// The kind of the owner.
  public var kind: ObjectKind
  /// The index of the owner among those of its kind.
  public var owner: Int
  /// Positions in the list.
  public var rows: Range<Int>

  /// A part of a list.
  public init(_ kind: ObjectKind, owner: Int = 0, rows: Range<Int>) {
    self.kind = kind
    self.owner = owner
    self.rows = rows
  }
}
