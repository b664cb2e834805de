/// The style that `\dfrac` and `\tfrac` set, in the `option` of a fraction.
enum FractionStyle: UInt8 {
  case inherited
  case display
  case text

  /// A flag in the `option` of a fraction that has no bar.
  static let barless: UInt8 = 4
  static let styleMask: UInt8 = 3
}

/// The fraction commands that are between numerator and denominator.
enum InfixFraction: UInt8 {
  case over
  /// As `over`, with the thickness of the bar.
  case above
  case atop
  case choose
  case brack
  case brace
}

/// Flags in the `option` of an accent.
enum AccentOption {
  /// As wide as what it is on.
  static let stretchy: UInt8 = 1
  /// Below.
  static let under: UInt8 = 2
}

/// The parts of `\ifmmode … \else … \fi`.
enum Condition: UInt8 {
  case begin
  case otherwise
  case end
}

/// The forms of "mod".
enum Modulo: UInt8 {
  case parenthesized
  case spaced
  case binary
  case nameless
}

/// How a column is aligned, three bits each in a table's `scalar`, from the lowest: 1 left, 2 centre, 3 right, and
/// 4 more with a line after it.
enum ColumnCode {
  /// How many columns fit; those after them are centred.
  static let limit: UInt32 = 10
}

/// How a table is set, in the `option` of a table.
enum TableStyle: UInt8 {
  /// Centred lines of displayed formulas.
  case equation
  /// Displayed formulas whose columns are aligned right and left in turns.
  case aligned
  /// Displayed formulas in three columns, of which the middle one has the relation.
  case equations
  case matrix
  case smallMatrix
  case parentheses
  case smallParentheses
  case brackets
  case smallBrackets
  case braces
  case bars
  case doubleBars
  /// A brace before lines that are aligned left.
  case cases
  /// A brace after them.
  case rightCases
  /// Narrow lines under a big operator.
  case stacked

  /// What is before and after the table, or 0.
  var fences: (left: UInt32, right: UInt32) {
    switch self {
    case .parentheses, .smallParentheses: (0x28, 0x29)
    case .brackets, .smallBrackets: (0x5B, 0x5D)
    case .braces: (0x7B, 0x7D)
    case .bars: (0x7C, 0x7C)
    case .doubleBars: (0x2016, 0x2016)
    case .cases: (0x7B, 0)
    case .rightCases: (0, 0x7D)
    default: (0, 0)
    }
  }

  /// Whether the cells are set in display style.
  var isDisplayed: Bool { self == .equation || self == .aligned || self == .equations }

  /// Whether the cells are set as small as scripts.
  var isSmall: Bool {
    switch self {
    case .smallMatrix, .smallParentheses, .smallBrackets: true
    default: false
    }
  }
}
