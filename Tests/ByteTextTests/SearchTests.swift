import ByteText
import Testing

/// Comparing and searching texts, with arrays of bytes as the judge.
@Suite struct SearchTests {
  private static let texts = ["", "a", "ab", "aab", "aaab", "ab ab", "xxxxxxxxab", "xxxxxxxxxxxxxxxxaab", "éab", "ba"]

  @Test(arguments: texts) func literalsAreFoundWhereTheyAre(text: String) {
    let bytes = Array(text.utf8)
    let span = bytes.span
    let literals: [StaticString] = ["", "a", "ab", "aab", "é", "xxxxxxxxab"]
    for literal in literals {
      let wanted = Array("\(literal)".utf8)
      let found = (0...bytes.count).filter { bytes[$0...].starts(with: wanted) }
      #expect(span.isEqual(to: literal) == (bytes == wanted))
      #expect(span.begins(with: literal) == bytes.starts(with: wanted))
      #expect(span.ends(with: literal) == bytes.reversed().starts(with: wanted.reversed()))
      #expect(span.contains(literal) == !found.isEmpty)
      for start in 0...bytes.count + 1 {
        #expect(span.offset(of: literal, from: start) == found.first { $0 >= start })
      }
    }
  }

  @Test(arguments: texts) func textsAreComparedWithTexts(text: String) {
    for other in Self.texts {
      #expect(text.utf8.span.isEqual(to: other.utf8.span) == (text == other))
      #expect(text.utf8.span.begins(with: other.utf8.span) == text.hasPrefix(other))
      #expect(text.utf8.span.ends(with: other.utf8.span) == text.hasSuffix(other))
    }
  }

  @Test(arguments: texts) func bytesAreFoundFromBothEnds(text: String) {
    let bytes = Array(text.utf8)
    for byte in [UInt8(ascii: "a"), UInt8(ascii: "b"), 0xC3, 0] {
      #expect(bytes.span.lastIndex(of: byte) == bytes.lastIndex(of: byte))
      for start in 0...bytes.count {
        #expect(bytes.span.firstIndex(of: byte, from: start) == bytes[start...].firstIndex(of: byte))
      }
    }
    #expect(bytes.span.firstIndex(of: 0x61, from: -1) == nil)
  }

  @Test(arguments: [(" a b\t\r\n", "a b"), ("\n\u{B}\u{C}", ""), ("", ""), ("a", "a"), ("\u{A0}a", "\u{A0}a")])
  func spacesAtTheEndsAreTrimmed(text: String, trimmed: String) {
    #expect(String(bytes: text.utf8.span.trimmingSpaces) == trimmed)
  }
}

/// Every byte, with the standard library's characters as the judge.
@Test func bytesAreOfTheClassesOfASCII() {
  for byte in UInt8.min ... .max {
    let character = byte < 0x80 ? Character(Unicode.Scalar(byte)) : "\u{FFFD}"
    #expect(ASCII.isDigit(byte) == character.isNumber)
    #expect(ASCII.isHexDigit(byte) == character.isHexDigit)
    #expect(ASCII.isLetter(byte) == character.isLetter)
    #expect(ASCII.isUppercase(byte) == character.isUppercase)
    #expect(ASCII.isLowercase(byte) == character.isLowercase)
    #expect(ASCII.isAlphanumeric(byte) == (character.isLetter || character.isNumber))
    #expect(ASCII.isSpace(byte) == character.isWhitespace)
    #expect(ASCII.isLineBreak(byte) == ["\n", "\r"].contains(character))
    #expect(ASCII.isControl(byte) == (byte < 0x20 || byte == 0x7F))
    #expect(ASCII.hexValue(byte).map(Int.init) == character.hexDigitValue)
    if byte < 0x80 {
      #expect(String(Unicode.Scalar(ASCII.lowercased(byte))) == character.lowercased())
      #expect(String(Unicode.Scalar(ASCII.uppercased(byte))) == character.uppercased())
    } else {
      #expect(ASCII.lowercased(byte) == byte && ASCII.uppercased(byte) == byte)
    }
  }
}
