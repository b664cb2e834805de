import Foundation
import Testing

/// Every kind of bad input ends with exit code 1 and a diagnostic at its place, and leaves `public/` as it was.
@Suite struct BadInputTests {
  private static let good = #"{"id":"good","title":"Good","abstract":"Fine.","published":"2026-01-07"}"#

  /// Builds a good site first, adds the files, and expects just these errors.
  private func expect(
    _ expected: [String], from files: KeyValuePairs<String, String>, settings: String = "",
    location: SourceLocation = #_sourceLocation
  ) throws {
    let site = try SiteFixture(["content/papers/good.json": Self.good], settings: settings)
    #expect(try site.build().status == 0, sourceLocation: location)
    let before = site.tree()
    for (name, text) in files { try site.write(text, to: name) }
    let run = try site.build()
    #expect(run.status == 1, sourceLocation: location)
    #expect(run.output == "", sourceLocation: location)
    let errors = run.diagnostics.filter { $0.contains(": error: ") }
    #expect(errors.count == expected.count, "\(errors)", sourceLocation: location)
    for (error, start) in zip(errors, expected) {
      #expect(error.hasPrefix(start), "\(error)", sourceLocation: location)
    }
    #expect(site.tree() == before, sourceLocation: location)
  }

  @Test func brokenJSON() throws {
    try expect(
      ["content/papers/x.json:2:13: error: "], from: ["content/papers/x.json": "{\n  \"id\": \"x\",,\n}"])
  }

  @Test func aBrokenLineDeepInAJSONLinesFile() throws {
    var lines = (1...5000).map { #"{"id":"p\#($0)","title":"T","abstract":"A","published":"2026-01-06"}"# }
    lines[4710] = #"{"id":"p4711","title":"T" "abstract":"A"}"#
    try expect(
      ["content/papers/all.jsonl:4711:27: error: "],
      from: ["content/papers/all.jsonl": lines.joined(separator: "\n")])
  }

  @Test func brokenYAML() throws {
    try expect(
      ["content/papers/x.md:3:"], from: ["content/papers/x.md": "---\nid: [x\n---\nAbstract.\n"])
    try expect(["site.yml:"], from: ["site.yml": "title: \"T\noutputs: ["])
  }

  @Test func filesThatWereCutOffAtTheirBeginning() throws {
    try expect(
      ["content/papers/a.json:1:1: error: ", "content/papers/b.md:1:1: error: "],
      from: ["content/papers/a.json": "", "content/papers/b.md": "\n"])
  }

  @Test func missingIdAndTitle() throws {
    try expect(
      ["content/papers/a.json:1:1: error: ", "content/papers/b.json:1:1: error: "],
      from: [
        "content/papers/a.json": #"{"title":"T","abstract":"A","published":"2026-01-06"}"#,
        "content/papers/b.json": #"{"id":"b","abstract":"A","published":"2026-01-06"}"#,
      ])
  }

  @Test func aDateThatDoesNotExist() throws {
    try expect(
      ["content/papers/a.json:1:51: error: "],
      from: ["content/papers/a.json": #"{"id":"a","title":"T","abstract":"A","published": "2026-02-30"}"#])
  }

  @Test func anIdTwiceNamesBothPlaces() throws {
    let site = try SiteFixture([
      "content/papers/a.json": Self.good, "content/papers/b.jsonl": "\n\(Self.good)\n",
    ])
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("content/papers/a.json:1:"))
    #expect(run.errors.contains("content/papers/b.jsonl:2:"))
  }

  @Test(arguments: ["../x", "/x", "a//b", "a/../b", ".", "a/./b", "a\\u0000b", "a b", "a/", "é"])
  func idsThatAreNoPaths(id: String) throws {
    try expect(
      ["content/papers/a.json:1:"],
      from: ["content/papers/a.json": #"{"id":"\#(id)","title":"T","abstract":"A","published":"2026-01-06"}"#])
  }

  @Test func aFieldOfTheWrongTypeNamesItsPath() throws {
    let site = try SiteFixture([
      "content/papers/a.json":
        #"{"id":"a","title":"T","abstract":"A","published":"2026-01-06","authors":["A",{"name":7}]}"#
    ])
    let run = try site.build()
    #expect(run.status == 1)
    #expect(
      run.diagnostics.first?.hasPrefix("content/papers/a.json:1:86: error: `authors[1].name`") == true, "\(run.errors)")
  }

  @Test func invalidUTF8() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.good])
    var bytes = Data(#"{"id":"a","title":"T"#.utf8)
    bytes.append(0xFF)
    bytes.append(contentsOf: Data(#"","abstract":"A","published":"2026-01-06"}"#.utf8))
    try site.write(bytes, to: "content/papers/a.json")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.first?.hasPrefix("content/papers/a.json:1:21: error: ") == true, "\(run.errors)")
  }

  @Test func unknownNamesInATheme() throws {
    try expect(
      ["themes/mine/templates/paper.html:1:18: error: ", "themes/mine/templates/paper.html:2:12: error: "],
      from: [
        "site.yml": "title: T\nbase_url: https://a.example/\ntheme: mine\n",
        "themes/mine/theme.yml": "extends: default\n",
        "themes/mine/templates/paper.html": "{{ paper.title | uper }}\n{% include \"partials/cart.html\" %}\n",
      ])
  }

  @Test func anUnknownThemeSuggestsTheNearest() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.good], settings: "theme: defualt\n")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("did you mean \"default\"?"))
  }

  @Test func twoPagesOnOneAddress() throws {
    try expect(
      ["content/papers/good.json:1:1: error: two pages on one address: /papers/good/index.html"],
      from: ["content/pages/papers/good.md": "---\ntitle: Me too\n---\nText.\n"])
  }

  @Test(arguments: ["a\"><svg onload=alert(1)>", "a?b", "a#b", "line\nbreak", "a\\b"])
  func namesThatAreNoAddress(name: String) throws {
    try expect(["content/pages/"], from: ["content/pages/\(name).md": "---\ntitle: T\n---\nText.\n"])
  }

  @Test func anAliasThatIsAPapersId() throws {
    try expect(
      ["content/papers/b.json:1:1: error: two pages on one address: /papers/good/index.html"],
      from: [
        "content/papers/b.json":
          #"{"id":"b","title":"T","abstract":"A","published":"2026-01-06","aliases":["good"]}"#
      ])
  }

  @Test func aPageWhereAnotherNeedsAFolder() throws {
    try expect(
      ["content/papers/"],
      from: [
        "content/papers/b.json":
          #"{"id":"good/index.html","title":"T","abstract":"A","published":"2026-01-06"}"#
      ])
  }

  @Test func tagsWithoutOrWithTheSameSlug() throws {
    try expect(
      ["content/papers/a.json:1:", "content/papers/b.json:1:"],
      from: [
        "content/papers/a.json":
          #"{"id":"a","title":"T","abstract":"A","published":"2026-01-06","tags":["cs.CL","!!"]}"#,
        "content/papers/b.json": #"{"id":"b","title":"T","abstract":"A","published":"2026-01-06","tags":["CS-CL"]}"#,
      ])
  }

  @Test func anUnknownFieldIsAWarningWithTheNearestName() throws {
    let site = try SiteFixture([
      "content/papers/a.json": #"{"id":"a","titel":"x","title":"T","abstract":"A","published":"2026-01-06"}"#
    ])
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.diagnostics.first?.hasPrefix("content/papers/a.json:1:11: warning: ") == true, "\(run.errors)")
    #expect(run.errors.contains("`title`"))
  }

  @Test func aTemplateThatFailsLeavesTheSiteAsItWas() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.good])
    #expect(try site.build().status == 0)
    let before = site.tree()
    try site.write("title: T\nbase_url: https://a.example/\ntheme: mine\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("<p>{{ paper.titel }}</p>", to: "themes/mine/templates/paper.html")
    try site.write(Self.good.replacing("good", with: "other"), to: "content/papers/other.json")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.first?.hasPrefix("themes/mine/templates/paper.html:1:") == true, "\(run.errors)")
    #expect(run.errors.contains("while rendering /papers/good/index.html"))
    #expect(run.errors.contains("content/papers/good.json:1:1"))
    #expect(site.tree() == before)
  }

  @Test func wrongUsageIs64() throws {
    #expect(try SiteFixture.run(["build", "--nonsense"]).status == 64)
    #expect(try SiteFixture.run(["build", "--jobs", "0"]).status == 64)
    #expect(try SiteFixture.run(["build", "--base-url", "javascript:alert(1)"]).status == 64)
  }

  @Test func aSiteThatIsNotThereIsAnErrorAndNothingIsMadeOfIt() throws {
    let site = try SiteFixture()
    let run = try SiteFixture.run(["build", "--site", "\(site.path)/not/there"])
    #expect(run.status == 1)
    #expect(run.errors.contains("site.yml"))
    #expect(!site.isFolder("not"))
  }
}
