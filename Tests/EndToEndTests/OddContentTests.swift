import Foundation
import Testing

/// What is odd but keeps nothing from being built is a warning, with what was probably meant.
@Suite struct OddContentTests {
  private static let paper =
    #"{"id":"good","title":"Good","abstract":"Fine.","published":"2026-01-07","authors":["Ada Odd"]}"#

  @Test func filesInTheContentFolderThatNothingReads() throws {
    let site = try SiteFixture([
      "content/papers/good.json": Self.paper, "content/tags.yaml": "a: A\n", "content/tag.yml": "a: A\n",
      "content/notes.md": "Remember.\n", "content/.notes.md": "Hidden.\n", "content/paper/b.json": Self.paper,
      "content/sources/b.json": Self.paper, "content/orgs.yml": "a: A\n",
    ])
    let run = try site.build()
    #expect(run.status == 0)
    #expect(
      run.errors == """
        content/notes.md:1:1: warning: the file is not read [content/unread]
             = help: records are read in content/papers, pages in content/pages
        content/paper:1:1: warning: the folder is not read [content/unread]
             = help: did you mean "content/papers"?
        content/tag.yml:1:1: warning: the file is not read [content/unread]
             = help: did you mean "content/tags.yml"?
        content/tags.yaml:1:1: warning: the file is not read [content/unread]
             = help: did you mean "content/tags.yml"?

        """)
  }

  @Test func anORCIDThatIsNoneIsLeftOut() throws {
    let site = try SiteFixture([
      "content/papers/good.json": Self.paper, "content/authors.yml": "Ada Odd: {title: Ada, orcid: garbage}\n",
    ])
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.diagnostics.map { $0.prefix(41) } == ["content/authors.yml:1:30: warning: \"garba"])
    #expect(run.errors.contains("help: an ORCID iD looks like"))
    #expect(!site.tree().values.contains { String(decoding: $0, as: UTF8.self).contains("garbage") })
    try site.write("Ada Odd: {orcid: 'https://orcid.org/0000-0002-1825-0097'}\n", to: "content/authors.yml")
    #expect(try site.build().errors == "")
    #expect(site.read("public/authors/ada-odd/index.html")?.contains("https://orcid.org/0000-0002-1825-0097") == true)
  }

  @Test func aTermIsATextOrAMapping() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper, "content/tags.yml": "a: [A]\n"])
    let run = try site.build()
    #expect(run.errors.hasPrefix("content/tags.yml:1:4: error: `a` must be a text or a mapping, not an array"))
  }

  @Test(arguments: [("", "0 warnings"), ("a", "1 warning"), ("ab", "2 warnings")])
  func aCheckCountsItsWarnings(strays: String, count: String) throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    for name in strays { try site.write("", to: "content/\(name).txt") }
    let run = try SiteFixture.run(["check", "--site", site.path])
    #expect(run.status == 0)
    #expect(run.output.hasSuffix(" pages, \(count)\n"), "\(run.output)")
  }
}
