import Foundation
import Testing

/// Adding one paper rewrites only the files that hold it, and indexes that count it.
@Suite struct AddedPaperTests {
  /// What shows numbers of papers or days of change, without naming papers or days.
  private static let indexes = [
    "tags/index.html", "authors/index.html", "orgs/index.html", "archive/index.html", "year/2026/index.html",
    "month/2026-02/index.html", "trending/index.html", "trending/index.md", "sitemap.xml",
  ]

  /// A page without the badges of papers of the last days: those go when a new day comes.
  private func withoutBadges(_ page: String) -> String { page.replacing(" <span class=\"new\">New</span>", with: "") }

  private func record(_ number: Int, day: String) -> String {
    """
    {"id": "p\(number)", "title": "Paper \(number)", "abstract": "About \(number).", "published": "\(day)", \
    "authors": ["Ada Lovelace", "Author \(number % 7)"], "tags": ["cs.LG", "t\(number % 5)"], \
    "organization": {"name": "acme"}, "upvotes": \(2000 - number), "links": {"code": "https://a.example/\(number)"}}
    """
  }

  /// The files that a build wrote, after its report.
  private func written(_ site: SiteFixture) throws -> [String] {
    let run = try site.build("--report", "\(site.path)/report.json")
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONSerialization.jsonObject(with: Data((site.read("report.json") ?? "").utf8))
    return try #require((report as? [String: Any])?["files"] as? [String])
  }

  @Test func onePaperRewritesWhatHoldsIt() throws {
    let site = try SiteFixture(settings: "listing: {page_size: 10}\noutputs: {feeds: {limit: 10}}\n")
    let old = (0..<125).map { record($0, day: "2026-\($0 < 60 ? "01" : "02")-\(11 + $0 / 10)") }
    try site.write(old.joined(separator: "\n"), to: "content/papers/old.jsonl")
    #expect(try written(site).count > 1000)
    for number in 1000..<1012 {
      let day = "2026-02-\(24 + (number - 1000) / 3)"
      let before = site.tree().mapValues { String(decoding: $0, as: UTF8.self) }
      try site.write(record(number, day: day), to: "content/papers/p\(number).json")
      let files = try written(site)
      #expect(files.count > 20)
      let strangers = files.filter { file in
        let text = site.read("public/\(file)") ?? ""
        let isIndex = Self.indexes.contains(file) || file == "search/index.json" || file.hasSuffix(".bin")
        return !isIndex && !text.contains("p\(number)") && !text.contains(day)
      }
      let hasNewPages = files.contains { $0.contains("/page/") && before[$0] == nil }
      // A page or an archive that has become full is new, and the page before it links to it.
      let unexplained = strangers.filter { file in
        guard let old = before[file], let new = site.read("public/\(file)") else { return false }
        return !(hasNewPages && file.contains("/page/")) && withoutBadges(old) != withoutBadges(new)
      }
      #expect(unexplained == [], "after p\(number)")
    }
  }
}
