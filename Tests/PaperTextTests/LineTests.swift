import ByteText
import PaperText
import Testing

/// Short texts for one line, and the examples of the public interface.
@Suite struct LineTests {
  @Test(arguments: [
    ("Beitr\\\"age zur Algebra 61 (2020) 771--781", "Beiträge zur Algebra 61 (2020) 771–781"),
    ("Universit\\'e de Paris \\& CNRS", "Université de Paris & CNRS"),
    ("Clinical &amp; Translational Med", "Clinical & Translational Med"),
    ("a\u{202E}b\u{85}c\u{9F}d\u{FFFE}e\u{2066}f\u{200B}g", "ab cd\u{FFFD}efg"),
    ("{\\it Phys. Rev. D}~{\\bf 7}\n 1", "Phys. Rev. D 7 1"), ("$k$-means, C++ &lt;3", "k-means, C++ <3"), ("", ""),
    ("  x ", "x"),
  ])
  func shortTexts(source: String, expected: String) {
    #expect(PaperTextParser.line(source) == expected)
  }

  @Test func warningsOfALine() {
    var parser = PaperTextParser()
    var out = ByteBuffer()
    parser.appendLine("a\u{202E}b {".utf8.span, into: &out)
    #expect(parser.warnings.map(\.offset) == [1, 6])
    parser.appendLine("~c".utf8.span, as: .plain, into: &out)
    #expect(String(bytes: out.span) == "ab~c")
  }

  /// The example at `PaperTextParser`.
  @Test func exampleOfTheParser() {
    var parser = PaperTextParser()
    var html = ByteBuffer()
    parser.parse(#"On \emph{Poincar\'e} and $x^2$; see https://a.b."#.utf8.span, as: .tex, role: .inline)
    parser.writeHTML(into: &html)
    #expect(String(bytes: html.span).hasPrefix("On <em>Poincaré</em> and "))
    var plain = ByteBuffer()
    parser.writePlain(into: &plain)
    #expect(String(bytes: plain.span) == "On Poincaré and x^2; see https://a.b.")
    #expect(parser.links.map { String(bytes: parser.bytes(of: $0.url)) } == ["https://a.b"])
  }
}
