/// The style of letters: a family and a weight.
struct Alphabet: Equatable, BitwiseCopyable {
  /// The shape of letters.
  enum Family: UInt8 {
    /// As TeX sets variables: Latin and small Greek letters slanted, the rest upright.
    case italic
    case roman
    /// Slanted on demand (`\mathit`): words of several letters as well.
    case textItalic
    case script
    case fraktur
    case doubleStruck
    case sans
    case mono
  }

  var rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ family: Family, bold: Bool = false) {
    rawValue = family.rawValue | (bold ? 0x80 : 0)
  }

  static let italic = Alphabet(.italic)
  static let roman = Alphabet(.roman)

  var family: Family { Family(rawValue: rawValue & 0x7F) ?? .italic }
  var isBold: Bool { rawValue & 0x80 != 0 }

  /// The same family, bold.
  var bold: Alphabet { Alphabet(rawValue: rawValue | 0x80) }
}

extension Alphabet {
  /// The letter or digit of this alphabet, from the Mathematical Alphanumeric Symbols (Unicode, U+1D400 to U+1D7FF)
  /// or where Unicode had it already; what the alphabet lacks stays as it is.
  func styled(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: latin(capital: scalar - 0x41) ?? scalar
    case 0x61...0x7A: latin(small: scalar - 0x61) ?? scalar
    case 0x30...0x39: digitBase.map { $0 + scalar - 0x30 } ?? scalar
    case 0x2202...0x2207, 0x391...0x3F5: greek(scalar) ?? scalar
    default: scalar
    }
  }

  private func latin(capital index: UInt32) -> UInt32? {
    guard let base = latinBase else { return nil }
    let hole: UInt32? =
      switch (base, index) {
      case (0x1D49C, 1): 0x212C
      case (0x1D49C, 4): 0x2130
      case (0x1D49C, 5): 0x2131
      case (0x1D49C, 7): 0x210B
      case (0x1D49C, 8): 0x2110
      case (0x1D49C, 11): 0x2112
      case (0x1D49C, 12): 0x2133
      case (0x1D49C, 17): 0x211B
      case (0x1D504, 2): 0x212D
      case (0x1D504, 7): 0x210C
      case (0x1D504, 8): 0x2111
      case (0x1D504, 17): 0x211C
      case (0x1D504, 25): 0x2128
      case (0x1D538, 2): 0x2102
      case (0x1D538, 7): 0x210D
      case (0x1D538, 13): 0x2115
      case (0x1D538, 15): 0x2119
      case (0x1D538, 16): 0x211A
      case (0x1D538, 17): 0x211D
      case (0x1D538, 25): 0x2124
      default: nil
      }
    return hole ?? base + index
  }

  private func latin(small index: UInt32) -> UInt32? {
    guard let base = latinBase else { return nil }
    return switch (base, index) {
    case (0x1D434, 7): 0x210E
    case (0x1D49C, 4): 0x212F
    case (0x1D49C, 6): 0x210A
    case (0x1D49C, 14): 0x2134
    default: base + 26 + index
    }
  }

  /// Where the letters from A to z begin, or nil for plain letters.
  private var latinBase: UInt32? {
    switch (family, isBold) {
    case (.italic, false), (.textItalic, false): 0x1D434
    case (.italic, true), (.textItalic, true): 0x1D468
    case (.roman, false): nil
    case (.roman, true): 0x1D400
    case (.script, false): 0x1D49C
    case (.script, true): 0x1D4D0
    case (.fraktur, false): 0x1D504
    case (.fraktur, true): 0x1D56C
    case (.doubleStruck, _): 0x1D538
    case (.sans, false): 0x1D5A0
    case (.sans, true): 0x1D5D4
    case (.mono, _): 0x1D670
    }
  }

  private var digitBase: UInt32? {
    switch (family, isBold) {
    case (.doubleStruck, _): 0x1D7D8
    case (.sans, false): 0x1D7E2
    case (.sans, true): 0x1D7EC
    case (.mono, _): 0x1D7F6
    case (_, true): 0x1D7CE
    default: nil
    }
  }

  /// Greek letters are in the alphabets in one order of 58: capitals, nabla, small letters, partial and variants.
  private func greek(_ scalar: UInt32) -> UInt32? {
    guard let base = greekBase(forCapital: scalar < 0x3B1 || scalar == 0x3F4) else { return nil }
    return Alphabet.greekIndex(scalar).map { base + $0 }
  }

  private func greekBase(forCapital isCapital: Bool) -> UInt32? {
    switch (family, isBold) {
    case (.sans, true): 0x1D756
    case (.roman, true): 0x1D6A8
    case (.italic, true): isCapital ? 0x1D6A8 : 0x1D71C
    case (.textItalic, true): 0x1D71C
    case (.textItalic, false): 0x1D6E2
    case (_, true): 0x1D6A8
    default: nil
    }
  }

  private static func greekIndex(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x391...0x3A1, 0x3A3...0x3A9: scalar - 0x391
    case 0x3F4: 17
    case 0x2207: 25
    case 0x3B1...0x3C9: scalar - 0x3B1 + 26
    case 0x2202: 51
    case 0x3F5: 52
    case 0x3D1: 53
    case 0x3F0: 54
    case 0x3D5: 55
    case 0x3F1: 56
    case 0x3D6: 57
    default: nil
    }
  }
}
