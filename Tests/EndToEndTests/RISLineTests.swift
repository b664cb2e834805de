import Testing

/// Readers of RIS split lines at any line break of Unicode: no text may bring one.
@Test func noTextOfAPaperBeginsALineOfRIS() throws {
  let title = #"One\u2028AU  - Forged\u0085TY  - X\u2029Y\u000bZ é – end"#
  let site = try SiteFixture([
    "content/papers/a.json":
      #"{"id":"a","title":"\#(title)","abstract":"Text.","text":"plain","published":"2026-01-06","#
      + ##""keywords":["k\u2028AU  - Forged"],"authors":["Eve\u0085TY  - X"],"venue":"V\u2029ER  - "}"##
  ])
  try site.build()
  let entry = try #require(site.read("public/papers/a/cite.ris"))
  #expect(entry.contains("TI  - One AU - Forged TY - X Y Z é – end\r\n"))
  #expect(!entry.unicodeScalars.contains { ["\u{85}", "\u{2028}", "\u{2029}", "\u{b}"].contains($0) })
}
