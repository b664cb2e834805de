import ByteText
import Foundation
import Testing

private func written(_ write: (inout ByteBuffer) -> Void) -> String {
  var out = ByteBuffer()
  write(&out)
  return String(bytes: out.span)
}

@Suite struct JSONWriterTests {
  private func object(_ surroundings: JSONWriter.Surroundings) -> String {
    written { out in
      var object = JSONWriter(for: surroundings).object()
      object.text("a", "</script>\"", to: &out)
      object.optional("none", "".utf8.span, to: &out)
      object.optional("some", "<".utf8.span, to: &out)
      object.optional("noNumber", nil, to: &out)
      object.number("n", -3, to: &out)
      object.flag("f", true, to: &out)
      object.literal("l", "x", to: &out)
      object.list("nothing", 0..<0, to: &out) { _, _ in }
      object.list("list", 1..<3, to: &out) { $1.append(decimal: $0) }
      object.object("o", to: &out) { inner, out in inner.text("t", "<", to: &out) }
      object.object("e", to: &out) { _, _ in }
      object.end(&out)
    }
  }

  @Test func membersAreWrittenWithTheirCommas() {
    let expected =
      #"{"a":"</script>\"","some":"<","n":-3,"f":true,"l":"x","list":[1,2],"o":{"t":"<"},"e":{}}"#
    #expect(object(.file) == expected)
  }

  @Test func nothingInAScriptCanEndIt() throws {
    let json = object(.script)
    #expect(!json.contains("<"))
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let same = try JSONSerialization.jsonObject(with: Data(object(.file).utf8))
    #expect((read as? NSDictionary) == (same as? NSDictionary))
  }

  @Test func textsAreQuotedOrEscaped() {
    #expect(written { JSONWriter().quote("a\n", to: &$0) } == #""a\n""#)
    #expect(written { JSONWriter(for: .script).escape("<".utf8.span, to: &$0) } == "\\u003c")
    #expect(written { JSONWriter().list(0..<0, to: &$0) { _, _ in } } == "[]")
  }
}

@Suite struct XMLElementTests {
  @Test func startTagsStayOpenForAttributes() {
    let text = written { out in
      var feed = XMLElement("feed", to: &out)
      feed.attribute("lang", "en", to: &out)
      feed.content(to: &out) { out in
        XMLElement.append("title", "a & b".utf8.span, to: &out)
        let link = XMLElement("link", to: &out)
        link.attribute("href", "\"<\u{1}>\"".utf8.span, to: &out)
        link.end(&out)
      }
      feed.text("!".utf8.span, to: &out)
      feed.text(to: &out) { $0.append("<\u{2}") }
      feed.end(&out)
    }
    #expect(
      text == "<feed lang=\"en\"><title>a &amp; b</title><link href=\"&#34;&lt;&gt;&#34;\"/>!&lt;</feed>")
  }

  @Test func emptyTextsHaveAnEndTag() {
    #expect(written { XMLElement.append("a", "".utf8.span, to: &$0) } == "<a></a>")
  }

  /// Each scalar at each place of a word of eight bytes, with the definition of XML 1.0 as the judge.
  @Test func onlyForbiddenCharactersGo() {
    let others: [Unicode.Scalar] = ["é", "中", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1F600}"]
    for scalar in (0..<0x80).compactMap(Unicode.Scalar.init) + others where !"&<>\"'".unicodeScalars.contains(scalar) {
      let isAllowed =
        scalar.value >= 0x20 ? ![0xFFFE, 0xFFFF].contains(scalar.value) : "\t\n\r".unicodeScalars.contains(scalar)
      for place in 0..<12 {
        let (head, tail) = (String(repeating: "a", count: place), String(repeating: "ï", count: 9))
        let text = written { $0.append(xmlText: "\(head)\(scalar)\(tail)".utf8.span) }
        #expect(text == (isAllowed ? "\(head)\(scalar)\(tail)" : head + tail))
      }
    }
  }

  @Test func whatWasBeforeStays() {
    let text = written { out in
      out.append("\u{1}a\u{1}b\u{2}")
      out.removeForbiddenXMLCharacters(from: 2)
    }
    #expect(text == "\u{1}ab")
  }
}
