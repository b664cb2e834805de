import Testing

/// EndNote's tagged format.
@Test func aPaperInEndNotesFormat() throws {
  let site = try SiteFixture([
    "content/papers/a.json":
      #"{"id":"a","title":"A $x$","abstract":"Text.","authors":["Ada Lovelace"],"published":"2026-01-06"}"#
  ])
  try site.build()
  let entry = try #require(site.read("public/papers/a/cite.enw"))
  #expect(entry.hasPrefix("%0 Unpublished Work\r\n%T A x\r\n%A Ada Lovelace\r\n%D 2026\r\n%U "))
}
