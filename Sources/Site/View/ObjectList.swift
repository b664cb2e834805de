/// A part of the list of papers or terms that a day, a tag, the site… has.
package struct ObjectList: Hashable, Sendable {
  /// The kind of the owner.
  package var kind: ObjectKind
  /// The index of the owner among those of its kind.
  package var owner: Int
  /// Positions in the list.
  package var rows: Range<Int>

  /// A part of a list.
  package init(_ kind: ObjectKind, owner: Int = 0, rows: Range<Int>) {
    self.kind = kind
    self.owner = owner
    self.rows = rows
  }
}
