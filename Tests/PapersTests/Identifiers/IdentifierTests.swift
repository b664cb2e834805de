import Testing

@testable import Papers

@Test(arguments: ["2212.10559", "math/0309136", "hep-th/9401001", "a", "A_b-c.d/e/f", "...", "a..b"])
func idsThatMayStand(_ id: String) {
  #expect(PaperID.problem(with: id.utf8.span) == nil)
}

@Test(arguments: [
  "", "/a", "a/", "a//b", "..", ".", "a/../b", "a/.", "a b", "a\u{0}", "é", "a\\b", "a?b", "a%2e", "~a",
  String(repeating: "x", count: 201), String(repeating: "ab/", count: 200) + "a",
])
func idsThatMayNotStand(_ id: String) {
  #expect(PaperID.problem(with: id.utf8.span) != nil)
}

@Test(arguments: [
  ("2401.00001", 10, nil), ("2401.00001v2", 10, 2), ("0704.0001", 9, nil), ("math/0309136", 12, nil),
  ("math.GT/0309136v12", 15, 12), ("hep-th/9401001", 14, nil), ("cond-mat/9401001v1", 16, 1),
])
func arXivIDs(_ text: String, _ length: Int, _ version: Int?) {
  let id = ArXivID(text.utf8.span)
  #expect(id?.baseLength == length)
  #expect(id?.version == version)
}

@Test(arguments: [
  "2413.00001", "2401.001", "2401.000001", "2401.00001v", "2401.00001v0", "2401.00001x", "math/030913", "math/0313136",
  "m/0309136", "/0309136", "paper-1", "", "2401", "math/03091365",
])
func textsThatAreNoArXivID(_ text: String) {
  #expect(ArXivID(text.utf8.span) == nil)
}

@Test func digitalObjectIdentifiers() {
  let rangeOf = { (text: String) in DOI.range(in: text.utf8.span) }
  #expect(rangeOf("10.48550/arXiv.2401.00001") == 0..<25)
  #expect(rangeOf("https://doi.org/10.1000/182") == 16..<27)
  #expect(rangeOf("DOI:10.1000/182") == 4..<15)
  #expect(rangeOf("10.1000/") == nil)
  #expect(rangeOf("11.1000/182") == nil)
  #expect(rangeOf("10.1000/1 2") == nil)
}

@Test func checkDigits() {
  #expect(ORCID.range(in: "0000-0002-1825-0097".utf8.span) == 0..<19)
  #expect(ORCID.range(in: "https://orcid.org/0000-0001-5109-3700".utf8.span) == 18..<37)
  #expect(ORCID.range(in: "0000-0002-1694-233X".utf8.span) == 0..<19)
  #expect(ORCID.range(in: "0000-0002-1825-0098".utf8.span) == nil)
  #expect(ORCID.range(in: "0000 0002 1825 0097".utf8.span) == nil)
  #expect(ORCID.range(in: "0000000218250097".utf8.span) == nil)
}

@Test(arguments: [
  ("https://example.org/a?b=c#d", WebAddress.Kind.absolute), ("HTTP://example.org", .absolute),
  ("github.com/owner/repo", .missingScheme), ("example.org", .missingScheme), ("images/a.png", .relative),
  ("a.png", .relative), ("/images/a.png", .relative), ("../a.png", .relative), ("javascript:alert(1)", .invalid),
  ("data:text/html,x", .invalid), ("//example.org/a", .invalid), ("https://", .invalid), ("https:///a", .invalid),
  ("", .invalid), ("a b", .invalid), ("https://a\nb", .invalid), ("ftp://example.org", .invalid),
  ("https://a\"onx=", .invalid), (" https://a.org", .invalid), ("mailto:a@b.org", .invalid),
])
func kindsOfAddresses(_ text: String, _ kind: WebAddress.Kind) {
  #expect(WebAddress.kind(of: text.utf8.span) == kind)
}
