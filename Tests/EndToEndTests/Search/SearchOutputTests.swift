import Foundation
import Testing

/// The files and the metadata of search.
@Suite struct SearchOutputTests {
  private static let papers = """
    [{"id": "a", "title": "One", "abstract": "With words.", "published": "2026-01-05"}]
    """

  @Test func whereSearchIsOffNothingSpeaksOfIt() throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers], settings: "outputs: {search: false}\n")
    #expect(try site.build().status == 0)
    let files = site.tree()
    #expect(!files.keys.contains { $0.hasPrefix("search/") || $0 == "opensearch.xml" })
    for (path, data) in files where path.hasSuffix(".html") {
      #expect(!String(decoding: data, as: UTF8.self).contains("earch/"), "\(path)")
    }
  }

  @Test func everyPageHasTheFormAndTheDescription() throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers])
    #expect(try site.build("--base-url", "https://a.example/sub/").status == 0)
    for (path, data) in site.tree() where path.hasSuffix(".html") && !path.hasPrefix("abs/") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(
        page.contains("<form class=\"search\" role=\"search\" action=\"/sub/search/\">")
          != (path == "search/index.html"))
      #expect(page.contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\""), "\(path)")
    }
    let home = try #require(site.read("public/index.html"))
    #expect(home.contains("\"urlTemplate\":\"https://a.example/sub/search/?q={query}\""))
    let page = try #require(site.read("public/search/index.html"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(
      !site.tree().contains {
        $0.key.hasPrefix("sitemap") && String(decoding: $0.value, as: UTF8.self).contains("/search/")
      })
  }

  @Test func theDescriptionKeepsTheLimitsOfItsSpecification() throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers])
    try site.write(
      "title: A rather long title of papers & <things>, far beyond all limits\nlanguage: de\n", to: "site.yml")
    #expect(try site.build("--base-url", "https://a.example/sub/").status == 0)
    let text = try #require(site.read("public/opensearch.xml"))
    let document = try #require(WrittenXML(Data(text.utf8)))
    func value(_ name: String) -> String? { document.texts(of: name).first }
    #expect(value("ShortName") == "A rather long")
    #expect((value("LongName") ?? "").count <= 48 && (value("LongName") ?? "").contains("papers & "))
    #expect(value("Description") == "Search A rather long title of papers & <things>, far beyond all limits")
    #expect(value("Language") == "de" && value("InputEncoding") == "UTF-8")
    #expect(value("Image") == "https://a.example/sub/icon.svg")
    let addresses = text.matches(of: /template="(.*?)"/).map { String($0.1) }
    #expect(addresses == ["https://a.example/sub/search/?q={searchTerms}", "https://a.example/sub/opensearch.xml"])
  }

  @Test(arguments: [
    ("Daily Papers & Code of Ours", "Daily Papers"), ("Papers: the daily ones", "Papers: the"),
    ("Daily papers, read aloud", "Daily papers"), ("Notes on C++ and such", "Notes on C++ and"),
    ("&&&&&&&&& && & ---", "&&&&&&&&& && &"),
    ("Short & good &", "Short & good &"),
  ])
  func theShortNameEndsInAWord(title: String, name: String) throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers])
    try site.write("title: \"\(title)\"\n", to: "site.yml")
    #expect(try site.build().status == 0)
    let text = try #require(site.read("public/opensearch.xml"))
    let document = try #require(WrittenXML(Data(text.utf8)))
    #expect(document.texts(of: "ShortName").first == name)
  }

  @Test func aThemeWithoutThePageHasNoSearch() throws {
    let site = try SiteFixture(["content/papers/all.json": Self.papers])
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(Repository.path)/themes/default/templates") {
      if name != "search.html", name != "partials" {
        try site.write("<!doctype html><title>{{ site.outputs.search }}</title>", to: "themes/own/templates/\(name)")
      }
    }
    try site.write("title: Bare\ntheme: own\n", to: "site.yml")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.read("public/index.html")?.contains("<title>False</title>") == true)
    #expect(!site.tree().keys.contains { $0.hasPrefix("search/") })
  }

  /// The last file of texts mostly has room for more papers, which come behind those that it holds.
  @Test func addedPapersJoinTheLastFileOfTexts() throws {
    func paper(_ number: Int) -> String {
      "{\"id\": \"p\(number)\", \"title\": \"T\", \"abstract\": \"A.\", \"published\": \"2026-01-\(10 + number)\"}"
    }
    let site = try SiteFixture(["content/papers/all.jsonl": (0..<5).map(paper).joined(separator: "\n")])
    #expect(try site.build().status == 0)
    for count in [6, 8, 9, 7] {
      try site.write((0..<count).map(paper).joined(separator: "\n"), to: "content/papers/all.jsonl")
      #expect(try site.build().status == 0)
      let files = site.tree().keys.filter { $0.hasPrefix("search/all/papers/") }.sorted()
      let texts = files.compactMap { site.read("public/\($0)") }.joined()
      #expect((0..<10).filter { texts.contains("\"p\($0)\"") } == Array(0..<count))
    }
  }

  @Test func anEditRewritesTheFilesOfItsWordsOnly() throws {
    let old = (0..<400).map { number in
      """
      {"id": "p\(number)", "title": "Paper \(number)", "abstract": "About w\(number % 97) and v\(number % 31).", \
      "published": "2026-0\(1 + number / 100)-11"}
      """
    }
    let site = try SiteFixture(["content/papers/all.jsonl": old.joined(separator: "\n")])
    #expect(try site.build().status == 0)
    let before = site.tree()
    let edited = old.map { $0.replacing("About w33 and v2.", with: "About zebras and v2.") }
    #expect(edited != old)
    try site.write(edited.joined(separator: "\n"), to: "content/papers/all.jsonl")
    #expect(try site.build().status == 0)
    let after = site.tree()
    let changed = after.keys.filter { $0.hasPrefix("search/") && before[$0] != after[$0] }
    let terms = changed.filter { $0.hasSuffix(".bin") }
    #expect(before.keys.filter { $0.hasSuffix(".bin") }.count == 16)
    #expect((1...2).contains(terms.count), "\(changed)")
    #expect(changed.filter { $0.contains("/papers/") }.count == 1)
    #expect(changed.contains("search/index.json"))
  }
}
