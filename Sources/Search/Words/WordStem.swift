import ByteText

/// What a word and its plural have in common: `models` is found by `model` and the other way round.
///
/// Only the English plural is taken off. Words that have nothing to do with each other stay apart, and names and other
/// languages suffer little.
struct WordStem {
  /// How many bytes of the word the stem keeps.
  let kept: Int
  /// Whether a `y` follows those: `studies` → `study`.
  let endsInY: Bool

  /// Endings that lose `es` and not just the `s`.
  private static let longEndings: [StaticString] = ["sses", "shes", "xes", "tches", "nches", "oaches", "arches"]

  /// The stem of a folded word.
  init(of word: Span<UInt8>) {
    let count = word.count
    (kept, endsInY) = (Self.lettersKept(of: word), count > 4 && word.ends(with: "ies"))
  }

  private static func lettersKept(of word: Span<UInt8>) -> Int {
    let count = word.count
    guard count > 3, word[count - 1] == UInt8(ascii: "s") else { return count }
    if count > 4, word.ends(with: "ies") { return count - 3 }
    switch word[count - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return count
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return longEndings.contains { word.ends(with: $0) } ? count - 2 : count - 1
    default: return count
    }
  }
}
