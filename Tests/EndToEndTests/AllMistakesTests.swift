import Foundation
import Testing

/// One run tells everything that is wrong: no mistake hides another, and none makes others up.
@Suite struct AllMistakesTests {
  private static let settings = "title: T\nbase_url: https://a.example/\ntheme: mine\n"
  private static let paper = #"{"id":"good","title":"Good","abstract":"Fine.","published":"2026-01-07"}"#

  private func paper(_ id: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","title":"T","abstract":"A","published":"2026-01-06"\#(more)}"#
  }

  /// The diagnostics of a build, up to their identifiers; the site has one good paper.
  private func diagnostics(_ files: KeyValuePairs<String, String>) throws -> [String] {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    for (name, text) in files { try site.write(text, to: name) }
    let run = try site.build()
    #expect(run.status == 1)
    #expect(site.tree().isEmpty)
    return run.diagnostics.map { $0.components(separatedBy: " [")[0] }
  }

  @Test func thoseOfRecordsAndOfTheTheme() throws {
    let found = try diagnostics([
      "site.yml": Self.settings, "themes/mine/theme.yml": "extends: default\n",
      "themes/mine/templates/paper.html": "{{ paper.title | uper }}\n{% include \"partials/cart.html\" %}\n",
      "content/papers/a.json": #"{"id":"a","abstract":"A","published":"2026-01-06"}"#,
    ])
    #expect(
      found == [
        "content/papers/a.json:1:1: error: the record has no `title`",
        "themes/mine/templates/paper.html:1:18: error: there is no filter 'uper'",
        "themes/mine/templates/paper.html:2:12: error: there is no template 'partials/cart.html'",
      ])
  }

  @Test func thoseOfThemeYMLAndOfItsTemplates() throws {
    let found = try diagnostics([
      "site.yml": Self.settings, "themes/mine/theme.yml": "auhtor: A\nextends: default\n",
      "themes/mine/templates/paper.html": "{{ paper.title | uper }}",
    ])
    #expect(
      found == [
        "themes/mine/templates/paper.html:1:18: error: there is no filter 'uper'",
        "themes/mine/theme.yml:1:1: error: unknown field `auhtor`",
      ])
  }

  @Test func aRepeatedIdAndAClashOfAddresses() throws {
    let found = try diagnostics([
      "content/papers/b.json": paper("b", #","aliases":["good"]"#),
      "content/papers/c.json": paper("good"),
      "content/pages/papers/good.md": "---\ntitle: Me too\n---\nText.\n",
    ])
    #expect(
      found == [
        "content/papers/b.json:1:1: error: two pages on one address: /papers/good/index.html",
        "content/papers/c.json:1:1: error: two pages on one address: /papers/good/index.html",
        "content/papers/good.json:1:7: error: the id `good` stands twice",
      ])
  }

  @Test func aRepeatedKeyAndWhatElseIsWrongInItsFile() throws {
    let found = try diagnostics([
      "site.yml": "title: T\ntitle: U\nbase_url: https://a.example/\nlangage: en\n",
      "content/tags.yml": "a: A\nb: {slug: B}\na: Again\nc: {titel: C}\n",
      "content/pages/p.md": "---\ntitle: P\ntitle: Q\nweigth: 1\n---\n",
    ])
    #expect(
      found == [
        "content/pages/p.md:3:1: error: the key `title` is in this mapping twice",
        "content/pages/p.md:4:1: error: unknown field `weigth`",
        "content/tags.yml:2:11: error: a slug is made of a-z, 0-9 and -: \"B\"",
        "content/tags.yml:3:1: error: the key `a` is in this mapping twice",
        "content/tags.yml:4:5: error: unknown field `c.titel`",
        "site.yml:2:1: error: the key `title` is in this mapping twice",
        "site.yml:4:1: error: unknown field `langage`",
      ])
  }

  @Test func tagsThatClashAndWhatIsWrongInAuthorsYML() throws {
    let found = try diagnostics([
      "content/authors.yml": "A: {titel: B}\n", "content/papers/a.json": paper("a", #","tags":["cs.CL","CS-CL"]"#),
    ])
    #expect(found.map { $0.prefix(31) } == ["content/authors.yml:1:5: error:", "content/papers/a.json:1:1: erro"])
  }

  /// What site.yml would switch off, and what tags.yml would make one, is not known where these can't be read.
  @Test func noneFollowsFromWhatCantBeRead() throws {
    let found = try diagnostics([
      "site.yml": "title: T\noutputs: {authors: false\n", "content/pages/authors.md": "---\ntitle: All\n---\n",
    ])
    #expect(found.map { $0.prefix(9) } == ["site.yml:"])
    let others = try diagnostics([
      "content/tags.yml": "cs.CL: {aliases: [CS-CL\n",
      "content/papers/a.json": paper("a", #","tags":["cs.CL","CS-CL"]"#),
      "content/pages/p.md": "---\ntitle: [\n---\n",
    ])
    #expect(others.map { $0.prefix(17) } == ["content/pages/p.m", "content/tags.yml:"])
  }
}
