/// Which characters a text on a page may hold.
enum CharacterFilter {
  /// What becomes of a character.
  enum Verdict {
    case keep
    /// It ends a line.
    case lineBreak
    /// It becomes U+FFFD.
    case replace
    /// It is left out, with a word about it where it is worth one.
    case drop(StaticString?)
  }

  /// What becomes of a character.
  ///
  /// Controls and noncharacters may not be in HTML; a bidirectional override or isolate that is not closed would
  /// turn the page around that follows the text.
  static func verdict(on scalar: Unicode.Scalar) -> Verdict {
    switch scalar.value {
    case 0x0A, 0x09: .keep
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: .lineBreak
    case 0..<0x20, 0x7F..<0xA0: .drop("the control character")
    case 0x202A...0x202E, 0x2066...0x2069: .drop("the bidirectional control")
    case 0xAD, 0x200B, 0x2060, 0xFEFF: .drop(nil)
    case 0xFDD0...0xFDEF: .replace
    case let value where value & 0xFFFE == 0xFFFE: .replace
    default: .keep
    }
  }

  /// What a character becomes that is written as a reference or a number: the control characters, which nobody means,
  /// are seen as U+FFFD; nil is nothing, for what is invisible anyway.
  static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch verdict(on: scalar) {
    case .keep: scalar
    case .lineBreak: " "
    case .drop(nil): nil
    case .replace, .drop: "\u{FFFD}"
    }
  }
}
