import Foundation
import Testing

/// Lists of terms are in the order of what is shown.
@Suite struct TermOrderTests {
  /// Names of which some begin alike for longer than any comparison of a few bytes would see.
  private static let names = [
    "Maximiliano Alexander Zed", "Ada Lovelace", "Maximiliano Alexander", "Maximiliano Alexander Ash", "Ada", "Bo Li",
    "Maximiliano Alexander Zea", "Ada Lovelace King",
  ]

  @Test func organizationsStandInTheOrderOfTheirTitles() throws {
    let papers = [("zeta", "Alaya Studio"), ("amap", "Zürich Lab"), ("beta", ""), ("lab", "Émile’s Lab"), ("x", "机构")]
      .enumerated().map { number, party in
        #"{"id": "p\#(number)", "title": "P", "abstract": "T", "published": "2026-01-05", "#
          + #""organization": {"name": "\#(party.0)", "fullname": "\#(party.1)"}}"#
      }
    let site = try SiteFixture(["content/papers/a.jsonl": papers.joined(separator: "\n")])
    #expect(try site.build().status == 0)
    let page = try String(decoding: #require(site.tree()["orgs/index.html"]), as: UTF8.self)
    let listed = page.matches(of: /<a class="org" href="\/orgs\/([a-z-]+)\/"/).map { String($0.1) }
    #expect(listed == ["zeta", "beta", "lab", "amap", "x"])
  }

  @Test func authorsStandInOrder() throws {
    let authors = try String(decoding: JSONEncoder().encode(Self.names), as: UTF8.self)
    let site = try SiteFixture([
      "content/papers/a.json": """
      {"id": "a", "title": "A", "abstract": "Text.", "published": "2026-01-05", "authors": \(authors)}
      """
    ])
    #expect(try site.build().status == 0)
    let page = try String(decoding: #require(site.tree()["authors/index.html"]), as: UTF8.self)
    let listed = page.matches(of: /<a href="[^"]*authors\/([a-z-]+)\/"/).map { String($0.1) }
    let slugs = Self.names.map { $0.lowercased().replacing(" ", with: "-") }
    #expect(listed == slugs.sorted())
  }
}
