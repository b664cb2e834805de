/// The classes of atoms that decide how much space stands between two of them (The TeXbook, chapter 17).
enum AtomClass: UInt8 {
  case ordinary
  case operation
  case binary
  case relation
  case opening
  case closing
  case punctuation
  case inner
  /// What `\left` and `\right` enclose: an opening atom to its left neighbour, a closing one to its right.
  case fenced
  /// Spaces and other things that are no atoms.
  case none
}

extension AtomClass {
  /// The space in mu (18 to an em) between two neighbouring atoms, by the table in chapter 18 of The TeXbook.
  static func gap(_ left: AtomClass, _ right: AtomClass, inScript: Bool) -> Int {
    let row: AtomClass = left == .fenced ? .closing : left
    let column: AtomClass = right == .fenced ? .opening : right
    guard row.rawValue < 8, column.rawValue < 8 else { return 0 }
    let code = row.gaps >> (4 * (7 - UInt32(column.rawValue))) & 0xF
    if inScript { return code == 1 ? 3 : 0 }
    return code == 1 ? 3 : Int(code & 7)
  }

  /// One digit per right neighbour: 0 nothing, 1 a thin space always (3 mu), B the same but not in scripts,
  /// C a medium and D a thick one (4 and 5 mu), not in scripts either.
  private var gaps: UInt32 {
    switch self {
    case .ordinary, .closing: 0x01CD_000B
    case .operation: 0x110D_000B
    case .binary: 0xCC00_C00C
    case .relation: 0xDD00_D00D
    case .punctuation: 0xBB0B_BBBB
    case .inner: 0xB1CD_B0BB
    case .opening, .fenced, .none: 0
    }
  }

  /// Whether a binary operator after this atom has nothing to join, so that it is an ordinary symbol.
  var leavesBinaryUnary: Bool {
    switch self {
    case .operation, .binary, .relation, .opening, .punctuation, .none: true
    default: false
    }
  }

  /// Whether a binary operator before this atom has nothing to join.
  var endsOperand: Bool { self == .relation || self == .closing || self == .punctuation }
}
