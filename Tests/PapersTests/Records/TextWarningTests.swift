import Testing

@testable import Papers

@Test func oddTextsAreToldAtTheirPlace() async throws {
  let site = try TemporarySite([
    "content/papers/a.json":
      #"{"id": "a", "title": "T", "abstract": "é \"q\" \u00e9 x\u202ey", "published": "2026-01-07"}"#,
    "content/papers/b.md":
      "---\nid: b\ntitle: T\npublished: 2026-01-07\n---\n\nFirst line.\nThen <script>x</script> here.\n",
  ])
  let warnings = try await site.load().warnings
  #expect(warnings.map(\.place) == ["content/papers/a.json:1:56", "content/papers/b.md:8:6"])
  #expect(warnings.allSatisfy { $0.id == "record/text" })
  #expect(warnings[0].message.hasSuffix(", in a"))
}
