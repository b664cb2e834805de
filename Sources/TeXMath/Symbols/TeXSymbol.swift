/// The characters that control words of LaTeX and its packages stand for, for text outside of formulas.
package enum TeXSymbol {
  /// What a control word without its backslash stands for, nil for one that is no symbol or that authors define as they
  /// like: `alpha` is α, `farcs` is .″ with the sign over the point, `textnumero` is №.
  ///
  /// - Parameter isAfterDigit: whether a digit is before it: `\fm` is a sign of magnitudes then, else a macro.
  package static func text(named name: [UInt8], isAfterDigit: Bool = false) -> String? {
    guard let meaning = CommandTable.standard.meaning(of: name.indices, in: name) else { return nil }
    switch meaning.role {
    case .phrase where meaning.detail == 1 && !isAfterDigit: return nil
    case .phrase: return CommandTable.phrases[Int(meaning.scalar)].text
    case .letter, .ordinary, .operation, .large, .fence:
      let scalar =
        Alphabet(rawValue: meaning.detail).family == .textItalic
        ? Alphabet(.textItalic).styled(meaning.scalar) : meaning.scalar
      return isShorthand(meaning, name) ? nil : Unicode.Scalar(scalar).map { String($0) }
    default: return nil
    }
  }

  /// One letter, and double-struck letters by other names: in a text these are macros of the author.
  private static func isShorthand(_ meaning: Meaning, _ name: [UInt8]) -> Bool {
    guard name.first?.isASCIILetter == true else { return false }
    // Capitals that look like Latin letters: `\Nu` is a number of physics.
    if (0x391...0x3A9).contains(meaning.scalar), meaning.detail == 0 { return true }
    return name.count < 2 || "ℝℤℕℂℚℙℍ".unicodeScalars.contains { $0.value == meaning.scalar }
  }
}

/// Letters and digits in circles (Unicode, Enclosed Alphanumerics).
package enum EnclosedLetters {
  /// The character in a circle, nil where Unicode has none.
  package static func circled(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x30: "⓪"
    case 0x31...0x39: Unicode.Scalar(0x2460 + scalar - 0x31)
    case 0x41...0x5A: Unicode.Scalar(0x24B6 + scalar - 0x41)
    case 0x61...0x7A: Unicode.Scalar(0x24D0 + scalar - 0x61)
    case 0x2B: "⊕"
    case 0x2D, 0x2212: "⊖"
    case 0xD7: "⊗"
    default: nil
    }
  }
}
