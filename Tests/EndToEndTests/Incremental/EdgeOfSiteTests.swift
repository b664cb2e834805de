import Foundation
import Testing

/// Builds at the edges of what a site may be end in the bytes of a clean build.
@Suite struct EdgeOfSiteTests {
  private func record(_ id: String, _ day: String, _ more: String = "") -> String {
    #"{"id": "\#(id)", "title": "Title of \#(id)", "abstract": "Text.", "published": "\#(day)"\#(more)}"#
  }

  /// Builds after each edit, and compares with a build from nothing.
  private func expectCleanTrees(_ edits: [(SiteFixture) throws -> Void]) throws {
    let site = try SiteFixture()
    for (number, edit) in edits.enumerated() {
      try edit(site)
      try site.build()
      try site.build("--no-cache", "--output", "\(site.path)/clean")
      let (tree, clean) = (site.tree(), site.tree("clean"))
      let different = Set(tree.keys).union(clean.keys).filter { tree[$0] != clean[$0] }.sorted()
      #expect(different == [], "edit \(number)")
      try site.remove("clean")
    }
  }

  @Test func theFirstPaperAndTheLastOne() throws {
    try expectCleanTrees([
      { _ in }, { try $0.write(record("a", "2026-01-07"), to: "content/papers/a.json") },
      { try $0.remove("content/papers/a.json") },
      { try $0.write(record("b", "1969-12-31"), to: "content/papers/b.json") },
      { try $0.remove("content/papers/b.json") },
    ])
  }

  /// The day before the epoch has the number -1, whose bits are all set.
  @Test func theDayBeforeTheEpoch() throws {
    try expectCleanTrees([
      { try $0.write(record("a", "1970-01-05"), to: "content/papers/a.json") },
      { try $0.write(record("b", "1969-12-31"), to: "content/papers/b.json") },
      { try $0.write(record("a", "1970-01-05", #", "updated": "1969-12-31""#), to: "content/papers/a.json") },
      { try $0.write(record("a", "1970-01-05"), to: "content/papers/a.json") },
      { try $0.remove("content/papers/b.json") },
    ])
  }

  /// Of more papers than one segment may have, the search has segments of shorter periods, and an entry that names them.
  @Test func aNewPeriodOfTheSearch() throws {
    let many = (0..<4200).map { record("p\($0)", "20\($0 % 2)2-03-04") }.joined(separator: "\n")
    try expectCleanTrees([
      { site in
        let off = ["citations", "api", "markdown", "redirects", "linksets", "feeds", "metadata", "sitemap"]
        let outputs = off.map { "\($0): false" }.joined(separator: ", ")
        try site.write("title: T\noutputs: {\(outputs)}\n", to: "site.yml")
        try site.write(many, to: "content/papers/many.jsonl")
      }, { try $0.write(record("old", "1998-01-02"), to: "content/papers/old.json") },
    ])
  }
}
