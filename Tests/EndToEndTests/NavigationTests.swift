import Foundation
import Testing

/// How readers of the default theme get to its pages, and what they find where there is nothing yet.
@Suite struct NavigationTests {
  private static let paper: KeyValuePairs<String, String> = [
    "content/papers/a.json": #"{"id": "a", "title": "T", "abstract": "A.", "published": "2026-01-05"}"#
  ]

  @Test func papersWithCodeAreInTheMenuWhereTheyHaveAPage() throws {
    for hasPage in [true, false] {
      let site = try SiteFixture(Self.paper, settings: "outputs: {code: \(hasPage)}\n")
      #expect(try site.build().status == 0)
      #expect(site.read("public/index.html")?.contains("<a href=\"/code/\">Code</a>") == hasPage)
      #expect((site.read("public/code/index.html") != nil) == hasPage)
    }
    let site = try SiteFixture(Self.paper)
    #expect(try site.build().status == 0)
    #expect(site.read("public/code/index.html")?.contains("<a href=\"/code/\" aria-current=\"page\">") == true)
  }

  @Test func emptyListsSayWhatIsMissing() throws {
    let site = try SiteFixture(Self.paper)
    #expect(try site.build().status == 0)
    #expect(
      site.read("public/trending/index.html")?.contains("<p class=\"empty\">No paper has votes or comments yet.</p>")
        == true)
    #expect(
      site.read("public/code/index.html")?.contains("<p class=\"empty\">No paper links to its code yet.</p>") == true)
  }
}
