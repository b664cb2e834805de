import Foundation
import Testing

/// The search page in a browser, below a folder of its host and with a policy that forbids scripts in pages.
@Suite(.serialized) struct SearchPageTests {
  private static let papers = #"""
    [
      {"id": "1706.03762", "title": "Attention Is All You Need", "abstract": "The Transformer needs attention alone. Here the exact words stand.", "authors": ["Ashish Vaswani", "Émilie Gómez"], "published": "2026-01-05"},
      {"id": "2212.10559", "title": "Why Can GPT-4 Learn In-Context?", "abstract": "Large language models do gradient descent by attention. The words stand exact.", "authors": ["Damai Dai"], "published": "2026-01-06", "keywords": ["meta-learning"], "tags": ["cs.CL"], "organization": {"name": "acme"}, "links": {"doi": "https://doi.org/10.1000/xyz-7"}},
      {"id": "math/0309136", "title": "<img src=x onerror=document.title='bad'> & attention", "abstract": "</script><script>document.title='bad'</script> a < b & c, $\\mathcal{N}=4$ and zebras.", "authors": ["<b>Bobby</b>"], "published": "2026-01-07"},
      {"id": "zh/1", "title": "机器学习的注意力", "abstract": "短文。", "authors": ["李伟"], "published": "2026-01-07"},
      {"id": "long", "title": "A long one", "abstract": "\#(String(repeating: "Filler words go on and on. ", count: 40))Here a quokka hides. \#(String(repeating: "More filler words follow. ", count: 40))", "author_count": 40, "authors": ["A One", "A Two", "A Three", "A Four", "A Five", "A Six", "A Seven", "Last Kowalski"], "published": "2026-01-07"}
    ]
    """#

  /// So many papers with a phrase that not all results are shown at once.
  private static let seabirds = (1...30).map { number in
    #"{"id": "bird/\#(number)", "title": "Bird", "abstract": "A plover gannet flies.", "published": "2026-01-04"}"#
  }

  /// A site below `sub/`, and a browser of the folder above.
  private static let site = Result<(site: SiteFixture, browser: Browser)?, any Error> {
    let site = try SiteFixture([
      "content/papers/all.json": papers, "content/papers/seabirds.jsonl": seabirds.joined(separator: "\n"),
      "content/tags.yml": "cs.CL: {title: Computation and Language}\n",
      "content/orgs.yml": "acme: {title: Great Laboratories}\n",
      "content/authors.yml": "Damai Dai: {title: Dai Dumont}\n",
    ])
    let run = try site.build("--output", "\(site.path)/www/sub", "--base-url", "https://papers.example/sub/")
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return try Browser(serving: "\(site.path)/www").map { (site, $0) }
  }

  private func search(_ query: String) throws -> SearchResults? {
    guard let browser = try Self.site.get()?.browser else { return nil }
    var address = URLComponents()
    address.queryItems = [URLQueryItem(name: "q", value: query)]
    return SearchResults(try browser.page("sub/search/?" + (address.percentEncodedQuery ?? "")))
  }

  @Test func papersAreFoundBestFirstWithMarks() throws {
    guard let found = try search("attention") else { return }
    #expect(found.ids == ["1706.03762", "math/0309136", "2212.10559"])
    #expect(found.links.first == "/sub/papers/1706.03762/")
    #expect(found.links.contains("/sub/papers/math/0309136/"))
    #expect(found.titles[0] == "<mark>Attention</mark> Is All You Need")
    #expect(found.texts[0].contains("needs <mark>attention</mark> alone"))
    #expect(found.status == "3 papers")
  }

  @Test func nothingOfTheIndexOrTheQueryIsMarkup() throws {
    let query = "<img src=x onerror=document.title='bad'> attention"
    guard let found = try search(query) else { return }
    #expect(
      found.titles.contains(
        "&lt;<mark>img</mark> <mark>src</mark>=<mark>x</mark> <mark>onerror</mark>="
          + "<mark>document.title</mark>=’<mark>bad</mark>’&gt; &amp; <mark>attention</mark>"))
    #expect(!found.page.contains("<title>bad"))
    #expect(!found.page.contains("<img src=\"x\""))
    #expect(found.page.contains("&lt;/script&gt;"))
    #expect(found.page.contains("&lt;b&gt;Bobby&lt;/b&gt;"))
  }

  @Test(arguments: [
    ("GPT-4", ["2212.10559"]), ("gpt4", ["2212.10559"]), ("gpt 4", ["2212.10559"]),
    ("in context", ["2212.10559"]), ("incontext", ["2212.10559"]), ("metalearning", ["2212.10559"]),
    ("emilie gomez", ["1706.03762"]), ("ÉMILIE Gómez", ["1706.03762"]), ("N=4", ["math/0309136"]),
    ("computation", ["2212.10559"]), ("great laboratory", ["2212.10559"]), ("acme", ["2212.10559"]),
    ("dumont", ["2212.10559"]), ("zebra", ["math/0309136"]), ("zeb", ["math/0309136"]), ("transform", ["1706.03762"]),
    ("学习", ["zh/1"]), ("机", ["zh/1"]), ("李伟", ["zh/1"]),
    ("2212.10559", ["2212.10559"]), ("arXiv:2212.10559v3", ["2212.10559"]), ("MATH/0309136", ["math/0309136"]),
    ("https://arxiv.org/abs/math/0309136", ["math/0309136"]), ("10.1000/XYZ-7", ["2212.10559"]),
    ("https://doi.org/10.48550/arXiv.1706.03762", ["1706.03762"]),
    ("\"exact words\"", ["1706.03762"]), ("“words stand exact”", ["2212.10559"]), ("\"attention words\"", []),
    ("the attention of a transformer", ["1706.03762"]),
  ])
  func queriesFindWhatTheyMean(query: String, ids: [String]) throws {
    guard let found = try search(query) else { return }
    #expect(found.ids == ids, "\(query): \(found.status)")
  }

  @Test func whereNoPaperHasAllWordsThoseWithSomeAreShown() throws {
    guard let some = try search("zebra quagga attention"), let none = try search("quagga") else { return }
    #expect(some.ids == ["math/0309136", "1706.03762", "2212.10559"])
    #expect(some.status.contains("all of these words"))
    #expect(none.ids == [] && none.status == "No paper has these words.")
  }

  @Test func phrasesAreCountedWhenAllAreRead() throws {
    guard let found = try search("\"exact words\"") else { return }
    #expect(found.status == "1 paper")
    guard let many = try search("\"plover gannet\"") else { return }
    #expect(many.ids.count < 30 && many.status == "The first \(many.ids.count) papers")
  }

  @Test func ofEndlessQueriesTheBeginningCounts() throws {
    guard let found = try search(String(repeating: "attention zebra ", count: 200)) else { return }
    #expect(found.ids.first == "math/0309136")
  }

  @Test func anEmptyQueryShowsNothing() throws {
    guard let empty = try search("  ") else { return }
    #expect(empty.ids == [] && empty.status == "")
  }

  @Test func anExcerptIsTakenWhereTheWordsAre() throws {
    guard let found = try search("quokka") else { return }
    let text = try #require(found.texts.first)
    #expect(text.hasPrefix("… ") && text.hasSuffix(" …") && text.contains("a <mark>quokka</mark> hides"))
    #expect(text.count < 350)
  }

  @Test func anAuthorFarBehindIsShownWhereTheQueryNamesIt() throws {
    guard let found = try search("kowalski") else { return }
    #expect(found.page.contains("A Six, Last <mark>Kowalski</mark> and 33 more"))
  }

  @Test func withoutScriptThePageLeadsElsewhere() throws {
    guard let (site, _) = try Self.site.get() else { return }
    let page = try #require(site.read("www/sub/search/index.html"))
    let words = try #require(page.firstMatch(of: /<noscript>(.*?)<\/noscript>/.dotMatchesNewlines())?.1)
    for path in ["/sub/archive/", "/sub/tags/", "/sub/authors/", "/sub/orgs/"] {
      #expect(
        words.contains("href=\"\(path)\"")
          == FileManager.default.fileExists(
            atPath: "\(site.path)/www\(path)index.html"))
    }
  }
}
