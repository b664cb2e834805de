import ByteText
import Foundation
import Testing

@testable import Search
@testable import Site

/// The script of the search page beside the program that writes the index: what one of them takes for a word the other
/// one must take for it too, and what the script finds and in which order is what a search without an index finds.
@Suite(.serialized) struct SearchScriptTests {
  private func words(_ text: String) -> [String] {
    var scanner = WordScanner()
    var words = WordList()
    scanner.scan(text.utf8.span, into: &words)
    return (0..<words.count).map { String(bytes: words[$0]) }
  }

  /// What a script writes into the page as JSON, with the built site below `sub/` and `input` to be fetched.
  private func run(_ script: String, on site: SiteFixture, input: some Encodable) throws -> Data? {
    try FileManager.default.createDirectory(atPath: "\(site.path)/www", withIntermediateDirectories: true)
    try site.write(try JSONEncoder().encode(input), to: "www/input.json")
    try site.write(
      "<!doctype html><meta charset=utf-8><pre></pre><script type=module src=run.js></script>", to: "www/run.html")
    try site.write(
      """
      import { Index, parse, search, terms } from './sub/search.js';
      const input = await (await fetch('input.json')).json();
      \(script)
      document.querySelector('pre').textContent = JSON.stringify(output);
      """, to: "www/run.js")
    guard let browser = try Browser(serving: "\(site.path)/www") else { return nil }
    let page = try browser.page("run.html", seconds: 60)
    let text = try #require(page.firstMatch(of: /<pre>(.*?)<\/pre>/.dotMatchesNewlines())?.1)
    let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: "\u{A0}")
    return Data(plain.replacing("&amp;", with: "&").utf8)
  }

  private func build(_ files: KeyValuePairs<String, String>) throws -> SiteFixture {
    let settings = """
      outputs: {weeks: false, months: false, years: false, archive: false, trending: false, tags: false, code: false,
        authors: false, organizations: false, feeds: false, citations: false, api: false, markdown: false,
        linksets: false, redirects: false, sitemap: false, metadata: false}

      """
    let site = try SiteFixture(files, settings: settings)
    let run = try site.build("--output", "\(site.path)/www/sub")
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return site
  }

  // MARK: Words

  @Test func scriptAndProgramAgreeOnWords() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    var texts = [
      "GPT-4 LLaMA2 Qwen2.5-7B's state-of-the-art", "Émilie Łukasz Ærø Weiß ŉ ĿL", "机器学习-AI 한국어テストx",
      "Navier–Stokes a--b .c. _d_ 'e' f’g", "𝒩=4 ℏω ﬁne ＧＰＴ x² H₂O ΟΔΥΣΣΕΎΣ Ёлка й й ภาษาไทย",
    ]
    let signs = Array("abcsiexyzAZ019-._'’ ,éßøЖяΣς学习한テ\u{301}²ℝ𝔽\u{AD}–\u{200B}؟ع".unicodeScalars)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.number(1..<16) { text.append(random.pick(signs)) }
      texts.append(String(text))
    }
    for word in ["classes", "studies", "boxes", "approaches", "caches", "sizes", "bus", "ties", "s", "meshes"] {
      texts += [word, "x\(word)", "\(word)-\(word)", "Ж\(word)"]
    }
    try expectAgreement(on: texts, "seed \(seed)")
  }

  @Test func scriptAndProgramAgreeOnEverySign() throws {
    // Browsers know other versions of Unicode.
    let signs = (0x20...0x323AF).compactMap { Unicode.Scalar($0 as UInt32) }.filter { sign in
      sign.properties.age.map { $0.major <= 13 } ?? false
    }
    // Of the many thousands of ideographs some are enough.
    let some = signs.filter { !$0.properties.isIdeographic || $0.value.isMultiple(of: 64) }
    try expectAgreement(on: some.map { "x\($0)y" }, "")
  }

  @Test(.withDailyPapers) func scriptAndProgramAgreeOnRealTexts() throws {
    let folder = try DailyPapers.folder.get()
    var texts: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted().prefix(20) {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
      for item in try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? [] {
        let paper = item["paper"] as? [String: Any]
        texts += [paper?["title"] as? String, paper?["summary"] as? String].compactMap { $0 }
      }
    }
    #expect(texts.count > 100)
    try expectAgreement(on: texts, "")
  }

  private func expectAgreement(on texts: [String], _ comment: String) throws {
    let site = try build([
      "content/papers/a.json": #"{"id": "a", "title": "A", "abstract": "B", "published": "2026-01-05"}"#
    ])
    guard let data = try run("const output = input.map(terms);", on: site, input: texts) else { return }
    let found = try JSONDecoder().decode([[String]].self, from: data)
    #expect(found.count == texts.count)
    let different = zip(texts, found).filter { text, found in found != words(text) }
    for (text, found) in different.prefix(20) {
      Issue.record("\(text.debugDescription): the script has \(found), the program \(words(text)) \(comment)")
    }
    #expect(different.isEmpty, "\(different.count)")
  }

  // MARK: Results

  /// A paper by its words in the fields that count.
  private struct PlainPaper {
    var id: String
    var impacts: [String: Int]

    init(id: String, title: [String], authors: [String], text: [String]) {
      self.id = id
      let fields: [(SearchField, [String])] = [
        (.title, title), (.authors, authors), (.text, text.filter { !StopWords.all.contains($0) }),
      ]
      var counts: [String: FieldCounts] = [:]
      for (field, words) in fields { for word in words { counts[word, default: FieldCounts()].add(field) } }
      let weights = PaperWeights(lengths: [title.count, authors.count, 0, fields[2].1.count])
      impacts = counts.mapValues { Int(weights.impact(of: $0)) }
    }
  }

  /// The ids that a query of plain words finds, by looking at every paper.
  private func naiveSearch(_ query: [String], _ newestFirst: [PlainPaper]) -> [String] {
    let groups = query.enumerated().map { position, word in
      newestFirst.map { paper -> Int in
        let exact = (paper.impacts[words(word)[0]] ?? 0) * 8
        guard position == query.count - 1 else { return exact }
        // Folded, but not without its plural.
        let prefix = words("\(word)q")[0].dropLast()
        return max(exact, paper.impacts.filter { $0.key.hasPrefix(prefix) }.map(\.value).max().map { $0 * 4 } ?? 0)
      }
    }
    let weights = groups.map { values in
      let count = Double(values.count { $0 > 0 })
      return log(1 + (Double(newestFirst.count) - count + 0.5) / (count + 0.5))
    }
    var hits = newestFirst.indices.map { paper in
      (
        paper: paper, has: groups.count { $0[paper] > 0 },
        score: zip(groups, weights).reduce(0) { $0 + Double($1.0[paper]) * $1.1 }
      )
    }.filter { $0.has > 0 }
    if hits.contains(where: { $0.has == groups.count }) { hits.removeAll { $0.has < groups.count } }
    hits.sort { ($1.has, $1.score, $0.paper) < ($0.has, $0.score, $1.paper) }
    return hits.map { newestFirst[$0.paper].id }
  }

  @Test func theScriptFindsWhatASearchWithoutIndexFinds() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let vocabulary = (0..<600).map { number in
      let syllables = ["ba", "co", "di", "mo", "re", "tran", "lu", "зе", "学", "vé", "st"]
      return (0...number % 3 + 1).map { _ in random.pick(syllables) }.joined() + (number % 11 == 0 ? "s" : "")
    }.filter { words($0).count == 1 }
    // Few words are frequent, most are rare.
    func text(_ count: Range<Int>) -> [String] {
      (0..<random.number(count)).map { _ in
        vocabulary[random.number(0..<random.number(1..<vocabulary.count))]
      }
    }
    // More papers than one segment takes.
    let papers = (0..<4400).map { number in
      (
        id: "p\(10_000 + number)", title: text(1..<9), author: text(1..<3), abstract: text(1..<30),
        year: 2018 + number % 9
      )
    }
    let lines = papers.map { paper in
      """
      {"id": "\(paper.id)", "title": "\(paper.title.joined(separator: " "))", "authors": \
      ["\(paper.author.joined(separator: " "))"], "abstract": "\(paper.abstract.joined(separator: ", "))", \
      "published": "\(paper.year)-01-11"}
      """
    }
    let site = try build(["content/papers/all.jsonl": lines.joined(separator: "\n")])
    let plain = papers.sorted { ($1.year, $1.id) < ($0.year, $0.id) }.map { paper in
      PlainPaper(
        id: paper.id, title: paper.title.flatMap(words), authors: paper.author.flatMap(words),
        text: paper.abstract.flatMap(words))
    }
    let queries = (0..<120).map { number -> [String] in
      var query = (0..<number % 3 + 1).map { _ in random.pick(vocabulary) }
      if number % 2 == 0, let last = query.last { query[query.count - 1] = String(last.prefix(4)) }
      return query
    }.filter { $0.allSatisfy { words($0).count == 1 && $0.count > 2 } }
    let script = """
      const index = await new Index('/sub/search/').open();
      const output = [];
      for (const query of input) {
        const { hits } = await search(index, parse(query, index.stopWords));
        const best = hits.slice(0, 30).map(async (hit) => (await index.paper(hit.segment, hit.paper)).id);
        output.push([String(hits.length), ...await Promise.all(best)]);
      }
      """
    let typed = queries.map { $0.joined(separator: " ") }
    guard let data = try run(script, on: site, input: typed) else { return }
    let found = try JSONDecoder().decode([[String]].self, from: data)
    #expect(found.count == queries.count)
    for (query, found) in zip(queries, found) {
      let expected = naiveSearch(query, plain)
      #expect(found == [String(expected.count)] + expected.prefix(30), "\(query), seed \(seed)")
    }
  }
}
