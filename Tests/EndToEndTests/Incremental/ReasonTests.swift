import Foundation
import Testing

/// What `--verbose` says of why pages were rendered.
@Suite struct ReasonTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "content/papers/a.json": #"{"id":"a","title":"A","abstract":"Text.","published":"2026-01-06","upvotes":1}"#,
      "content/papers/b.json": #"{"id":"b","title":"B","abstract":"Text.","published":"2026-01-07","tags":["x"]}"#,
    ])
  }

  private func reasons(afterReplacing old: String, with new: String, in name: String) throws -> [String: String] {
    try site.build()
    let text = try #require(site.read(name))
    try site.write(text.replacingOccurrences(of: old, with: new), to: name)
    var reasons: [String: String] = [:]
    for line in try site.build("--verbose").errors.split(separator: "\n") where line.hasPrefix("rendered ") {
      let parts = line.dropFirst("rendered ".count).components(separatedBy: ": ")
      reasons[parts[0]] = parts.dropFirst().joined(separator: ": ")
    }
    return reasons
  }

  @Test func anAbstractThatWasEdited() throws {
    let reasons = try reasons(afterReplacing: "Text.", with: "Other.", in: "content/papers/a.json")
    #expect(reasons["papers/a/index.html"] == "abstract or summary or tags of paper a changed")
    #expect(reasons["papers/a/cite.ris"] == "abstract or tags of paper a changed")
    #expect(reasons["papers/b/index.html"] == nil)
    #expect(!reasons.keys.contains { $0.hasSuffix(".css") || $0.hasSuffix(".js") })
  }

  @Test func aPaperOfWhichMuchChanged() throws {
    let record =
      #"{"id":"a","title":"New","abstract":"New.","summary":"New.","#
      + #""published":"2026-01-05","upvotes":2,"authors":["N"],"tags":["n"],"venue":"N"}"#
    let old = try #require(site.read("content/papers/a.json"))
    let reasons = try reasons(afterReplacing: old, with: record, in: "content/papers/a.json")
    #expect(reasons["papers/a/index.html"] == "paper a changed")
  }

  @Test func aStaticFileIsOnlyListedWhereItIsWritten() throws {
    let first = try site.build("--verbose")
    #expect(first.errors.contains("\nwritten style.css\n"))
    #expect(!first.errors.contains("rendered style.css"))
    #expect(try !site.build("--verbose").errors.contains(".css"))
  }
}
