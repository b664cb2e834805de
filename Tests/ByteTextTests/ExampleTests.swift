import ByteText
import Testing

/// What the examples in the comments of the public types say.
@Suite struct ExampleTests {
  @Test func buffersAndWriters() {
    var out = ByteBuffer()
    out.append("<p>")
    out.append(escaping: "a < b")
    out.append(decimal: 7, width: 2)
    #expect(String(bytes: out.span) == "<p>a &lt; b07")
    out.removeAll()

    var paper = JSONWriter(for: .script).object()
    paper.text("title", "a < b".utf8.span, to: &out)
    paper.number("year", 2026, to: &out)
    paper.end(&out)
    #expect(String(bytes: out.span) == #"{"title":"a \u003c b","year":2026}"#)
    out.removeAll()

    let link = XMLElement("link", to: &out)
    link.attribute("href", "/?a=1&b=2".utf8.span, to: &out)
    link.end(&out)
    #expect(String(bytes: out.span) == #"<link href="/?a=1&amp;b=2"/>"#)
  }

  @Test func textsAndNames() {
    let text = " arXiv:2401.00010 ".utf8.span.trimmingSpaces
    let (begins, offset) = (text.begins(with: "arXiv:"), text.offset(of: "2401"))
    let point = text.firstIndex(of: UInt8(ascii: "."))
    #expect(begins)
    #expect([offset, point] == [6, 10])
    #expect(Suggestion.nearest(to: "titel", among: ["title", "authors"]) == "title")
    #expect(Slug.text(for: "Bayes' rule in C++") == "bayes-rule-in-cplusplus")
    #expect(UTF8Decoding.scalar(in: "é".utf8.span, at: 0)?.length == 2)
    #expect(ASCII.isDigit(UInt8(ascii: "7")))
    #expect(ASCII.hexValue(UInt8(ascii: "f")) == 15)
    var symbols = SymbolTable(["site", "page"])
    #expect(symbols.intern("page").id == 1)
  }

  @Test func diagnosticsAndFingerprints() {
    let file = SourceFile(path: "site.yml", text: FrozenBytes(copying: "titel: T".utf8.span))
    let diagnostic = Diagnostic(.error, "data/unknown-key", "unknown field `titel`", in: file, at: 0..<5)
    let text = DiagnosticPrinter().text(for: diagnostic)
    #expect(text.hasPrefix("site.yml:1:1: error: unknown field `titel` [data/unknown-key]"))
    var fingerprint = Fingerprint()
    fingerprint.combine("a page")
    fingerprint.combine(7)
    #expect(fingerprint != Fingerprint())
  }
}
