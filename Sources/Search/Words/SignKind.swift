/// What a sign outside ASCII is for the words of a text.
enum SignKind {
  /// A part of a word.
  case letter
  /// A sign of a script without spaces between words.
  case ideograph
  /// Nothing: an accent of its own, an apostrophe, a place for hyphenation.
  case vanishing
  /// Between the parts of a word: a hyphen.
  case joiner
  /// The end of a word.
  case separator

  /// The kind of a sign.
  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    // Latin, Greek and Cyrillic, which are most of all, without a look into Unicode's tables.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x391...0x3A1, 0x3A3...0x3E1, 0x400...0x481: self = .letter
    case 0xAD, 0x2BC, 0x300...0x36F, 0x200B...0x200D, 0x2019, 0xFE00...0xFE0F, 0xFEFF: self = .vanishing
    case 0x2010, 0x2011, 0x2013: self = .joiner
    case 0x0E01...0x0EDD, 0x1000...0x109D, 0x1780...0x17D3, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAD9, 0x20000...0x323AF:
      self = Self.isWordSign(scalar) ? .ideograph : .separator
    default: self = Self.isWordSign(scalar) ? .letter : .separator
    }
  }

  private static func isWordSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      true
    case .otherNumber: isFoldedNumber(scalar.value)
    default: false
    }
  }

  /// Digits above and below the line.
  private static func isFoldedNumber(_ value: UInt32) -> Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2080...0x2089: true
    default: false
    }
  }
}
