/// The classes of characters that Python's texts know.
enum CharacterClass {
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (scalar.value | 0x20) &- 97 < 26 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value &- 48 < 10 }
    return scalar.properties.numericType != nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value &- 48 < 10 }
    return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }

  static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isNumeric(scalar) }

  /// Letters, numbers and `_`: what `\w` matches.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || isAlphanumeric(scalar) }

  static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value &- 65 < 26 : scalar.properties.isUppercase
  }

  static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value &- 97 < 26 : scalar.properties.isLowercase
  }

  static func isTitle(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .titlecaseLetter
  }

  static func isCased(_ scalar: Unicode.Scalar) -> Bool {
    isUpper(scalar) || isLower(scalar) || isTitle(scalar)
  }
}
