import CLibXML2
import Foundation
import Testing

/// Texts that break careless writers come out of every feed, citation and data file as they went in.
@Suite struct HostileExportTests {
  private static let author = #"Robert'); DROP <b>"#
  private static let title = #"A ]]> title </script><script>alert(1)</script> &amp; more"#
  private static let rightToLeft = "مرحبا بالعالم"

  private static var papers: [[String: Any]] {
    [
      [
        "id": "group/talks/hostile-1", "title": title, "text": "plain", "authors": [author, "Ada Lovelace"],
        "abstract": "Ends ]]> and </script> and &amp; and \u{1}\u{8}control and \(rightToLeft).",
        "published": "2026-01-05", "tags": ["a<b>&c", "cs.CL"], "keywords": ["]]>", "</script>"],
        "summary": "</title> & ]]>",
      ],
      ["id": "nobody", "title": "By nobody", "abstract": "None.", "published": "2026-01-05", "text": "plain"],
      [
        "id": "crowd", "title": "By many", "abstract": "Many.", "published": "2026-01-06",
        "authors": (1...3303).map { "Given\($0) Family\($0)" },
      ],
    ]
  }

  private static func same(_ number: Int) -> [String: Any] {
    [
      "id": "same-\(number)", "title": "The Same Title", "abstract": "\(number)", "published": "2026-01-07",
      "authors": ["Ada Lovelace"],
    ]
  }

  private static let built = Result<SiteFixture, any Error> {
    let site = try SiteFixture(settings: "outputs: {authors: {min_papers: 2}}\n")
    let all = papers + (1...3).map(same)
    try site.write(JSONSerialization.data(withJSONObject: all), to: "content/papers/all.json")
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return site
  }

  private func object(_ name: String) throws -> Any {
    let text = try #require(try Self.built.get().read("public/\(name)"), "\(name)")
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func namesOfLinksAndFilesAreText() throws {
    let site = try SiteFixture([
      "content/papers/a.json": """
      {"id": "a", "title": "T", "abstract": "A", "published": "2026-01-05",
       "links": {"<script>alert(1)</script>": "https://x.example/"}}
      """,
      "content/papers/forged\u{1B}[31m\n::error::x.txt": "",
    ])
    let run = try site.build()
    #expect(run.status == 0)
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\n::error::"), "\(run.errors)")
    let page = try String(decoding: #require(site.tree()["papers/a/index.md"]), as: UTF8.self)
    #expect(!page.contains("<script>") && page.contains("https://x.example/"))
  }

  @Test func textsWithoutSpacesAreDescribedToo() throws {
    let abstract = String(repeating: "我们提出一种新的方法。", count: 30)
    let site = try SiteFixture([
      "content/papers/a.json": #"{"id": "a", "title": "T", "abstract": "\#(abstract)", "published": "2026-01-05"}"#
    ])
    #expect(try site.build().status == 0)
    let bytes = try #require(site.tree()["papers/a/index.html"])
    let page = try #require(String(validating: bytes, as: UTF8.self))
    let description = try #require(page.firstMatch(of: /<meta name="description" content="([^"]*)"/)?.1)
    #expect(description.hasSuffix("…") && abstract.hasPrefix(description.dropLast()) && description.count > 50)
  }

  /// Files of XML that no template renders hold what XML can't as little as feeds do.
  @Test func charactersThatXMLForbidsAreLeftOut() throws {
    let site = try SiteFixture(
      [
        "content/papers/a.json":
          "{\"id\": \"a\", \"title\": \"T\", \"abstract\": \"A\", \"published\": \"2026-01-05\", \"tags\": [\"x\u{FFFF}y\"]}",
        "site.yml": "title: \"A\\aB\"\nbase_url: https://a.example/\n",
      ])
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    for name in ["feeds.opml", "opensearch.xml", "sitemap.xml", "rss.xml", "atom.xml"] {
      let text = try String(decoding: #require(site.tree()[name]), as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value < 0x09 || $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }, "\(name)")
    }
  }

  @Test func everyXMLFileIsWellFormed() throws {
    let files = try Self.built.get().tree().filter { $0.key.hasSuffix(".xml") || $0.key.hasSuffix(".opml") }
    #expect(files.count > 15)
    for (name, data) in files { #expect(WrittenXML(data) != nil, "\(name)") }
  }

  @Test func everyJSONFileParses() throws {
    let files = try Self.built.get().tree().filter { $0.key.hasSuffix(".json") || $0.key.hasSuffix(".jsonl") }
    #expect(files.count > 15)
    for (name, data) in files {
      for line in name.hasSuffix(".jsonl") ? data.split(separator: 0x0A) : [data] {
        #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: line) }
      }
    }
  }

  @Test func feedsGiveBackTheTexts() throws {
    let site = try Self.built.get()
    let atom = try #require(WrittenXML(Data((site.read("public/tags/cs-cl/atom.xml") ?? "").utf8)))
    #expect(atom.texts(of: "title").last == Self.title)
    #expect(atom.texts(of: "name").suffix(2) == [Self.author, "Ada Lovelace"])
    let content = try #require(atom.texts(of: "content").first)
    #expect(content.contains("Ends ]]&gt; and &lt;/script&gt; and &amp;amp; and control and \(Self.rightToLeft)."))
    let rss = try #require(WrittenXML(Data((site.read("public/tags/cs-cl/rss.xml") ?? "").utf8)))
    #expect(rss.texts(of: "creator") == ["\(Self.author), Ada Lovelace"])
    let feed = try #require(try object("tags/cs-cl/feed.json") as? [String: Any])
    let item = try #require((feed["items"] as? [[String: Any]])?.first)
    #expect(item["title"] as? String == Self.title)
    #expect(item["content_html"] as? String == content)
    #expect((item["authors"] as? [[String: String]])?.map { $0["name"] } == [Self.author, "Ada Lovelace"])
  }

  @Test func scriptsOfDataEndWhereTheyShould() throws {
    let page = try #require(try Self.built.get().read("public/papers/group/talks/hostile-1/index.html"))
    let scripts = page.components(separatedBy: "<script")
    #expect(scripts.count == 2)
    let start = try #require(scripts[1].range(of: ">"))
    let end = try #require(scripts[1].range(of: "</script>"))
    let data = Data(scripts[1][start.upperBound..<end.lowerBound].utf8)
    let graph = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let article = try #require((graph["@graph"] as? [[String: Any]])?.first)
    #expect(article["headline"] as? String == Self.title)
    #expect((article["author"] as? [[String: Any]])?.first?["name"] as? String == Self.author)
  }

  @Test func citationsGiveBackTheTexts() throws {
    let items = try #require(try object("papers/group/talks/hostile-1/cite.json") as? [[String: Any]])
    #expect(items.first?["title"] as? String == Self.title)
    let ris = try #require(try Self.built.get().read("public/papers/group/talks/hostile-1/cite.ris"))
    #expect(ris.contains("TI  - \(Self.title)\r\n") || ris.contains("TI  - \(Self.title)\n"))
    let bib = try #require(try Self.built.get().read("public/papers/group/talks/hostile-1/cite.bib"))
    #expect(bib.filter { $0 == "{" }.count == bib.filter { $0 == "}" }.count)
  }

  @Test func aPaperWithoutAuthorsHasNone() throws {
    let record = try #require(try object("api/papers/nobody.json") as? [String: Any])
    #expect((record["authors"] as? [Any])?.isEmpty == true)
    let bib = try #require(try Self.built.get().read("public/papers/nobody/cite.bib"))
    #expect(!bib.contains("author = "))
  }

  @Test func everyOneOfThousandsOfAuthorsIsThere() throws {
    let site = try Self.built.get()
    let record = try #require(try object("api/papers/crowd.json") as? [String: Any])
    #expect((record["authors"] as? [Any])?.count == 3303)
    let items = try #require(try object("papers/crowd/cite.json") as? [[String: Any]])
    #expect((items.first?["author"] as? [Any])?.count == 3303)
    let atom = try #require(WrittenXML(Data((site.read("public/atom.xml") ?? "").utf8)))
    #expect(atom.texts(of: "name").count > 3303)
    let page = try #require(site.read("public/papers/crowd/index.html"))
    #expect(page.components(separatedBy: "name=\"citation_author\"").count == 3303 + 1)
    #expect(site.read("public/papers/crowd/cite.bib")?.components(separatedBy: " and ").count == 3303)
  }

  @Test func keysOfSameTitlesAreUniqueAndStay() throws {
    let site = try SiteFixture()
    func keys() throws -> [String] {
      #expect(try site.build().status == 0)
      return (site.read("public/cite.bib") ?? "").split(separator: "\n").filter { $0.hasPrefix("@") }.map(String.init)
    }
    try site.write(JSONSerialization.data(withJSONObject: (2...4).map(Self.same)), to: "content/papers/all.json")
    let before = try keys()
    #expect(Set(before).count == 3)
    try site.write(JSONSerialization.data(withJSONObject: [1, 5].map(Self.same)), to: "content/papers/more.json")
    let after = try keys()
    #expect(Set(after).count == 5)
    #expect(Set(before).isSubset(of: after))
  }
}
