import Foundation
import Testing

/// The default theme works with every kind of output switched off, and no link leads to what isn't there.
@Suite struct OutputSwitchTests {
  private static let papers = """
    [
      {"id": "2601.00001", "title": "One", "abstract": "With $x^2$.", "authors": ["Ada Lovelace"], "tags": ["cs.CL"],
       "published": "2026-01-05", "featured": ["2025-12-31", "2026-01-06"], "organization": {"name": "acme"},
       "links": {"code": "https://github.com/example/one"}, "versions": ["v1", "v2"], "aliases": ["old/one"]},
      {"id": "2601.00002", "title": "Two", "abstract": "Short.", "authors": ["Ada Lovelace", "Alan Turing"],
       "tags": ["cs.CL", "cs.LG"], "published": "2026-01-06"}
    ]
    """

  private static let switches = [
    "weeks", "months", "years", "archive", "trending", "tags", "authors", "organizations", "code", "feeds", "citations",
    "api", "markdown", "linksets", "redirects", "search", "sitemap", "metadata",
  ]

  private func expectWholeSite(_ outputs: String) throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers], settings: "outputs: {\(outputs)}\n")
    let run = try site.build()
    #expect(run.status == 0, "\(outputs): \(run.errors)")
    let broken = brokenLinks(of: site.tree())
    #expect(broken == [], "\(outputs): \(broken.prefix(5))")
  }

  @Test(arguments: switches)
  func oneKindSwitchedOff(name: String) throws { try expectWholeSite("\(name): false") }

  @Test(arguments: switches)
  func oneKindAlone(name: String) throws {
    try expectWholeSite(Self.switches.map { "\($0): \($0 == name)" }.joined(separator: ", "))
  }

  /// What a switch of `metadata` takes away, and a page that holds it else.
  @Test(arguments: [
    ("json_ld", "papers/2601.00001/index.html", "application/ld+json"),
    ("social", "papers/2601.00001/index.html", "og:title"),
    ("dublin_core", "papers/2601.00001/index.html", "DC.title"),
    ("coins", "date/2026-01-06/index.html", "Z3988"),
  ])
  func metadataSwitchedOff(name: String, path: String, sign: String) throws {
    for isOn in [true, false] {
      let site = try SiteFixture(
        ["content/papers/all.json": Self.papers], settings: "outputs: {metadata: {\(name): \(isOn)}}\n")
      #expect(try site.build().status == 0)
      let page = try #require(site.tree()[path])
      #expect(String(decoding: page, as: UTF8.self).contains(sign) == isOn)
    }
  }

  @Test func feedsWithoutArchivesHoldTheirNewestEntriesOnly() throws {
    let site = try SiteFixture(
      ["content/papers/all.json": Self.papers], settings: "outputs: {feeds: {limit: 1, archives: false}}\n")
    #expect(try site.build().status == 0)
    #expect(!site.tree().keys.contains { $0.hasPrefix("rss/") || $0.contains("/rss/") || $0.hasPrefix("atom/") })
    let feed = try #require(site.tree()["atom.xml"])
    #expect(!String(decoding: feed, as: UTF8.self).contains("prev-archive"))
    #expect(brokenLinks(of: site.tree()) == [])
  }

  @Test func everythingSwitchedOff() throws {
    try expectWholeSite(Self.switches.map { "\($0): false" }.joined(separator: ", "))
  }
}
