/// Turns names into parts of addresses: lower-case letters and digits, joined by `-`.
///
/// - Latin letters lose their accents (`é` → `e`, `ß` → `ss`, `Ł` → `l`); letters and digits of other scripts stay,
///   in lower case, so that a name in Chinese or Cyrillic has a slug too.
/// - Everything else separates: `cs.CL` → `cs-cl`, `R&D` → `r-d`. Only an apostrophe vanishes (`Bayes' rule` →
///   `bayes-rule`), and signs that close a name are spelt: `C++` → `cplusplus`, `C#` → `csharp`, so that they are
///   not the slug of `C`.
/// - A slug over 120 bytes is cut and gets a hash of the whole name, so that two long names stay apart.
///
/// It is empty where the name has no letter and no digit.
///
/// ```swift
/// Slug.text(for: "Bayes' rule in C++")  // bayes-rule-in-cplusplus
/// ```
public enum Slug {
  /// The most bytes of a slug before it is cut.
  public static let limit = 120

  /// Appends the slug of a name.
  public static func write(_ name: Span<UInt8>, into out: inout ByteBuffer) {
    let start = out.count
    var state = State.start
    let scalars = Array(String(bytes: name).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      append(scalar, atEndOfWord: isEndOfWord(after: index, in: scalars), state: &state, into: &out)
    }
    if out.count - start > limit { cut(from: start, name: name, in: &out) }
  }

  /// The slug of a name.
  public static func text(for name: String) -> String {
    var out = ByteBuffer(capacity: 64)
    write(name.utf8.span, into: &out)
    return String(bytes: out.span)
  }

  /// What was appended last.
  private enum State {
    case start
    case word
    case separator
  }

  private static func append(
    _ scalar: Unicode.Scalar, atEndOfWord: Bool, state: inout State, into out: inout ByteBuffer
  ) {
    if let sign = spelledSign(scalar), state == .word, atEndOfWord { return out.append(sign) }
    if isVanishing(scalar) { return }
    guard isWord(scalar) else {
      if state == .word { state = .separator }
      return
    }
    if state == .separator { out.append(UInt8(ascii: "-")) }
    state = .word
    appendFolded(scalar, into: &out)
  }

  private static func appendFolded(_ scalar: Unicode.Scalar, into out: inout ByteBuffer) {
    if let folded = LatinFolding.ascii(for: scalar) { return out.append(folded) }
    out.append(scalar.properties.lowercaseMapping)
  }

  private static func spelledSign(_ scalar: Unicode.Scalar) -> StaticString? {
    switch scalar {
    case "+": "plus"
    case "#": "sharp"
    default: nil
    }
  }

  /// Whether only more such signs follow before the name or the word ends.
  private static func isEndOfWord(after index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard spelledSign(scalars[index]) != nil else { return false }
    var next = index + 1
    while next < scalars.count, next < index + 8, spelledSign(scalars[next]) != nil { next += 1 }
    return next == scalars.count || !isWord(scalars[next])
  }

  private static func isVanishing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || (0x300...0x36F).contains(scalar.value)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ASCII.isAlphanumeric(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  private static func cut(from start: Int, name: Span<UInt8>, in out: inout ByteBuffer) {
    var end = start + limit - 17
    while end > start, out.span[end] & 0xC0 == 0x80 { end -= 1 }
    out.truncate(to: end)
    out.append(UInt8(ascii: "-"))
    let hash = String(Fingerprint(of: name).value, radix: 16)
    out.append(String(repeating: "0", count: 16 - hash.utf8.count) + hash)
  }
}
