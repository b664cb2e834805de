/// A reading of TeX text that knows nothing but words: what it finds must stand in the plain text too.
///
/// It takes only words of which nobody can doubt that they are words: letters between spaces and punctuation, with no
/// sign of TeX next to them, and not in the argument of a command whose argument is no text.
enum NaiveReading {
  /// Commands whose arguments say nothing to a reader.
  private static let mute: Set<String> = [
    "cite", "citep", "citet", "citealp", "citealt", "citeauthor", "citeyear", "citen", "Cite", "Citet", "Citep",
    "nocite", "onlinecite", "parencite", "textcite", "ref", "eqref", "label", "autoref", "cref", "Cref", "pageref",
    "begin", "end", "href", "url", "hyperlink", "vspace", "hspace", "color", "textcolor", "foreignlanguage",
    "bibliography", "bibliographystyle", "footnotemark", "array",
  ]

  /// The words of at least four letters.
  static func words(of source: String) -> Set<String> {
    var words: Set<String> = []
    let text = Array(source.utf8)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index = skipCommand(text, index)
      } else if isLetter(text[index]) {
        let start = index
        while index < text.count, isLetter(text[index]) { index += 1 }
        let before = start > 0 ? text[start - 1] : 0x20
        let after = index < text.count ? text[index] : 0x20
        if index - start > 3, isHarmless(before), isHarmless(after), !isAfterLoneAccent(text, start) {
          words.insert(String(decoding: text[start..<index], as: UTF8.self))
        }
      } else {
        index += 1
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func isHarmless(_ byte: UInt8) -> Bool { " \n.,;:!?()\"".utf8.contains(byte) }

  /// `Fr\' echet`, `\.Zurek`: the first letter of the word gets the accent.
  private static func isAfterLoneAccent(_ text: [UInt8], _ start: Int) -> Bool {
    var index = start - 1
    if index > 0, "\".".utf8.contains(text[index]), text[index - 1] == UInt8(ascii: "\\") { return true }
    while index >= 0, text[index] == 0x20 { index -= 1 }
    while index >= 0, isLetter(text[index]) { index -= 1 }
    return index >= 0 && index < start - 1 && "\\'\"`^".utf8.contains(text[index])
  }

  private static func skipCommand(_ text: [UInt8], _ start: Int) -> Int {
    var index = start + 1
    while index < text.count, isLetter(text[index]) { index += 1 }
    guard mute.contains(String(decoding: text[(start + 1)..<index], as: UTF8.self)) else {
      return max(index, start + 2)
    }
    while index < text.count, text[index] == UInt8(ascii: "*") || text[index] == 0x20 { index += 1 }
    while index < text.count, text[index] == UInt8(ascii: "[") || text[index] == UInt8(ascii: "{") {
      let closer: UInt8 = text[index] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      while index < text.count, text[index] != closer { index += 1 }
      index += 1
      if closer == UInt8(ascii: "}"), index < text.count, text[index] == UInt8(ascii: "{"), !isTable(text, start) {
        break
      }
    }
    return min(index, text.count)
  }

  /// `\begin{array}{lll}`
  private static func isTable(_ text: [UInt8], _ start: Int) -> Bool {
    text[start...].starts(with: "\\begin{array}".utf8) || text[start...].starts(with: "\\begin{tabular}".utf8)
  }
}
