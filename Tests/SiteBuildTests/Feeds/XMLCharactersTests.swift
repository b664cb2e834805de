import ByteText
import Testing

@testable import SiteBuild

@Suite struct XMLCharactersTests {
  private func cleaned(_ text: String, after start: Int = 0) -> String {
    var buffer = ByteBuffer()
    buffer.append(text)
    XMLCharacters.removeForbidden(from: &buffer, after: start)
    return String(bytes: buffer.span)
  }

  /// Each scalar at each place of a word of eight bytes, with the definition of XML 1.0 as the judge.
  @Test func onlyForbiddenCharactersGo() {
    let scalars =
      (0..<0x80).compactMap(Unicode.Scalar.init) + [
        "é", "中", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1F600}",
      ]
    for scalar in scalars {
      let isAllowed =
        scalar.value >= 0x20 ? ![0xFFFE, 0xFFFF].contains(scalar.value) : "\t\n\r".unicodeScalars.contains(scalar)
      for place in 0..<12 {
        let (head, tail) = (String(repeating: "a", count: place), String(repeating: "ï", count: 9))
        #expect(cleaned("\(head)\(scalar)\(tail)") == (isAllowed ? "\(head)\(scalar)\(tail)" : head + tail))
      }
    }
  }

  @Test func whatStoodBeforeStays() {
    #expect(cleaned("\u{1}a\u{1}b\u{2}", after: 2) == "\u{1}ab")
  }
}
