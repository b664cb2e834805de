import CLibXML2

/// Character references of HTML: `&lt;`, `&#248;`, `&#xF8;`.
enum CharacterEntity {
  /// What a reference is shown as.
  struct Meaning {
    /// The character, nil where nothing is shown.
    var scalar: Unicode.Scalar?
    /// Whether that is the character it names.
    var isSame: Bool
  }

  /// What a reference at an index means and the reference's length, nil where there is none.
  static func read(_ source: borrowing SourceText, at start: Int) -> (meaning: Meaning, length: Int)? {
    var end = start + 1
    while end - start < 28, source[end].isLetter || source[end].isDigit || source[end] == UInt8(ascii: "#") { end += 1 }
    guard source[end] == UInt8(ascii: ";"), end > start + 2 else { return nil }
    let value = source[start + 1] == UInt8(ascii: "#") ? number(source, start + 2..<end) : name(source, start + 1..<end)
    guard let value, let scalar = Unicode.Scalar(value), value != 0 else { return nil }
    let allowed = CharacterFilter.allowed(scalar)
    return (Meaning(scalar: allowed, isSame: allowed == scalar), end + 1 - start)
  }

  private static func number(_ source: borrowing SourceText, _ range: Range<Int>) -> UInt32? {
    let isHex = source[range.lowerBound] | 0x20 == UInt8(ascii: "x")
    var value: UInt32 = 0
    for index in range.dropFirst(isHex ? 1 : 0) {
      guard let digit = digit(source[index]), digit < (isHex ? 16 : 10), value < 0x11_0000 else { return nil }
      value = value * (isHex ? 16 : 10) + digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    if byte.isDigit { return UInt32(byte - UInt8(ascii: "0")) }
    guard WebAddress.isHexDigit(byte) else { return nil }
    return UInt32(WebAddress.lowercased(byte) - UInt8(ascii: "a")) + 10
  }

  private static func name(_ source: borrowing SourceText, _ range: Range<Int>) -> UInt32? {
    var name: [UInt8] = []
    for index in range { name.append(source[index]) }
    if isInvisible(name) { return 0x200B }
    name.append(0)
    return htmlEntityLookup(name)?.pointee.value
  }

  /// The names of HTML 5 for characters that are seen nowhere; libxml2 knows those of HTML 4 only.
  private static func isInvisible(_ name: [UInt8]) -> Bool {
    guard name.count > 6 else { return false }
    return [
      "ZeroWidthSpace", "NoBreak", "NegativeVeryThinSpace", "NegativeThinSpace", "NegativeMediumSpace",
      "NegativeThickSpace",
    ].contains { name.elementsEqual($0.utf8) }
  }
}
