import ByteText
import Papers

/// Makes letters of a kind alike: upper and lower case, Latin letters with accents and without, the alphabets of
/// formulas and of full-width text.
///
/// `search.js` folds what readers type in the same way.
enum WordFolding {
  /// Scalars that fold to other text, beside those that `LatinFolding` and the rules below know.
  private static let others: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for pair in pairs.split(separator: " ") {
      if let first = pair.unicodeScalars.first { table[first] = String(pair.unicodeScalars.dropFirst()) }
    }
    return table
  }()

  private static let pairs = """
    ªa ²2 ³3 ¹1 ºo ⁰0 ⁱi ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁿn ₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 ₈8 ₉9 ℂc ℊg ℋh ℌh ℍh ℎh ℏh ℐi ℑi ℒl ℓl ℕn ℙp \
    ℚq ℛr ℜr ℝr ℤz ℨz ℬb ℭc ℯe ℰe ℱf ℳm ℴo ℹi ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ΐι άα έε ήη ίι ΰυ ϊι ϋυ όο ύυ ώω \
    Άα Έε Ήη Ίι Όο Ύυ Ώω Ϊι Ϋυ ςσ ϵε ϑθ ϰκ ϕφ ϱρ ϖπ ёе Ёе Ǯʒ ǯʒ Ƞn µμ ϐβ ϒυ ϓυ ϔυ ϲσ ϴθ \
    ℇe ℵא ℶב ℷג ℸד ℼπ ℽγ ℾγ ℿπ ⅅd ⅆd ⅇe ⅈi ⅉj
    """

  /// Appends the folded form of a scalar that is no ASCII.
  static func append(_ scalar: Unicode.Scalar, to out: inout ByteBuffer) {
    if let latin = LatinFolding.ascii(for: scalar) { return out.append(latin) }
    switch scalar.value {
    case 0x0430...0x044F, 0x03B1...0x03C1, 0x4E00...0x9FFF: out.append(scalar)
    case 0x1D400...0x1D7FF: appendMathematical(scalar, to: &out)
    case 0x212B: out.append(UInt8(ascii: "a"))
    case 0xFF10...0xFF19: out.append(UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0"))
    case 0xFF21...0xFF3A: out.append(UInt8(scalar.value - 0xFF21) + UInt8(ascii: "a"))
    case 0xFF41...0xFF5A: out.append(UInt8(scalar.value - 0xFF41) + UInt8(ascii: "a"))
    default: appendOther(scalar, to: &out)
    }
  }

  private static func appendOther(_ scalar: Unicode.Scalar, to out: inout ByteBuffer) {
    if let text = others[scalar] {
      out.append(text.lowercased())
    } else {
      out.append(scalar.properties.lowercaseMapping)
    }
  }

  /// A letter or digit of the Mathematical Alphanumeric Symbols: thirteen Latin alphabets of 52 letters, five Greek
  /// ones of 58 signs, five rows of digits.
  private static func appendMathematical(_ scalar: Unicode.Scalar, to out: inout ByteBuffer) {
    let value = scalar.value
    switch value {
    case 0x1D400...0x1D6A3: out.append(UInt8((value - 0x1D400) % 26) + UInt8(ascii: "a"))
    case 0x1D6A4, 0x1D6A5: out.append(value == 0x1D6A4 ? "i" : "j")
    case 0x1D6A8...0x1D7C9: out.append(greek[Int((value - 0x1D6A8) % 58)])
    case 0x1D7CA, 0x1D7CB: out.append("ϝ")
    case 0x1D7CE...0x1D7FF: out.append(UInt8((value - 0x1D7CE) % 10) + UInt8(ascii: "0"))
    default: out.append(scalar)
    }
  }

  private static let greek: [Unicode.Scalar] = Array(
    "αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρσστυφχψω∂εθκφρπ".unicodeScalars)
}
