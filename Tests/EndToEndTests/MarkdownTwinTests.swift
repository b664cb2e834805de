import Foundation
import Testing

/// The Markdown twins of pages read well as they are.
@Suite struct MarkdownTwinTests {
  private static let files: KeyValuePairs<String, String> = [
    "content/papers/a.json": #"{"id": "a", "title": "T", "abstract": "A.", "published": "2026-01-05"}"#,
    "content/pages/near.md": "---\ntitle: Near\n---\nText.\n",
    "content/pages/far.md": "---\ntitle: Far\n---\n\n\n    code\n",
  ]

  @Test func addressesAreLinksAndHeadingsHaveOneEmptyLineBelow() throws {
    let site = try SiteFixture(Self.files)
    #expect(try site.build().status == 0)
    #expect(site.read("public/papers/a/index.md")?.contains("- Page: <https://papers.example/papers/a/>\n") == true)
    #expect(site.read("public/near/index.md") == "# Near\n\nText.\n")
    #expect(site.read("public/far/index.md") == "# Far\n\n    code\n")
  }
}
