import Foundation
import Testing

/// What is wrong with a theme or with site.yml is said once, where it is.
@Suite struct BadThemeTests {
  /// What goes wrong only when a page is rendered takes back everything that was written, the folder included.
  @Test func aFirstBuildThatFailsLeavesNothing() throws {
    let site = try SiteFixture([
      "themes/mine/theme.yml": "extends: default\n", "themes/mine/templates/404.html": "{{ site.nothing }}",
    ])
    try site.write("title: T\nbase_url: https://papers.example/\ntheme: mine\n", to: "site.yml")
    #expect(try site.build().status == 1)
    #expect(!site.isFolder("public"))
    try FileManager.default.createDirectory(atPath: "\(site.path)/public", withIntermediateDirectories: true)
    #expect(try site.build().status == 1)
    #expect(site.isFolder("public") && site.tree().isEmpty)
  }

  private static let paper = #"{"id":"good","title":"Good","abstract":"Fine.","published":"2026-01-07"}"#

  private func run(_ files: KeyValuePairs<String, String>) throws -> SiteFixture.Run {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    for (name, text) in files { try site.write(text, to: name) }
    return try site.build()
  }

  private static let settings = "title: T\nbase_url: https://a.example/\ntheme: mine\n"

  @Test(arguments: [
    ("theme: nope", "", "site.yml:3:8: error: there is no theme \"nope\""),
    ("theme: mine", "extends: nope", "themes/mine/theme.yml:1:10: error: there is no theme \"nope\""),
    ("theme: mine", "extends: mine", "themes/mine/theme.yml:1:10: error: the theme \"mine\" extends itself"),
    ("theme: mine", "extend: default", "themes/mine/theme.yml:1:1: error: unknown field `extend`"),
  ])
  func aThemeThatIsNotWholeIsOneError(setting: String, theme: String, error: String) throws {
    let run = try run([
      "site.yml": "title: T\nbase_url: https://a.example/\n\(setting)\n", "themes/mine/theme.yml": theme,
    ])
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix(error), "\(run.errors)")
  }

  @Test func theNameOfAThemeThatIsNotThereIsShown() throws {
    let run = try run(["site.yml": "title: T\nbase_url: https://a.example/\ntheme: defualt\n"])
    #expect(run.errors.contains("  3 | theme: defualt\n     |        ^^^^^^^\n"), "\(run.errors)")
    #expect(run.errors.contains("help: did you mean \"default\"?"))
  }

  @Test func aThemeOfAFewTemplatesIsToldToExtendAnother() throws {
    let run = try run([
      "site.yml": Self.settings, "themes/mine/templates/home.html": "{{ site.title | uper }}",
      "themes/mine/templates/dai.html": "",
    ])
    #expect(run.status == 1)
    #expect(
      run.diagnostics.map { $0.prefix(60) } == [
        "themes/mine/templates/home.html:1:17: error: there is no fil",
        "themes/mine/theme.yml:1:1: error: the theme has no templates",
      ])
    #expect(run.errors.contains("\"day.html\", "), "\(run.errors)")
    #expect(
      run.errors.components(separatedBy: "help: ").map { $0.prefix(30) }.contains("add `extends: default` to them"))
    #expect(!run.errors.contains("dai.html"))
  }

  @Test func aThemeThatLacksOneTemplateIsToldWhich() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper, "site.yml": Self.settings])
    let own = "\(Repository.path)/themes/default/templates"
    for case let name as String in FileManager.default.enumerator(atPath: own) ?? .init() where name != "day.html" {
      guard let text = FileManager.default.contents(atPath: "\(own)/\(name)"), name.contains(".") else { continue }
      try site.write(text, to: "themes/mine/templates/\(name)")
    }
    try site.write("", to: "themes/mine/templates/dey.html")
    let run = try site.build()
    #expect(run.diagnostics.contains { $0.contains("day.html:1:1: error: the theme has no template \"day.html\"") })
    #expect(run.errors.contains("help: did you mean \"dey.html\"?"), "\(run.errors)")
  }

  @Test func aMistakeThatAllPagesShowIsOneMistake() throws {
    let run = try run([
      "site.yml": Self.settings, "themes/mine/theme.yml": "extends: default\n",
      "themes/mine/templates/partials/footer.html": "<p>{{ page.titel }}</p>\n{{ site.titel }}",
    ])
    #expect(run.status == 1)
    #expect(run.diagnostics.map { $0.prefix(54) } == ["themes/mine/templates/partials/footer.html:1:7: error:"])
    #expect(run.errors.contains("note: other pages show it too"))
  }

  @Test func aTemplateThatIncludesItselfHasAShortTrace() throws {
    let run = try run([
      "site.yml": Self.settings, "themes/mine/theme.yml": "extends: default\n",
      "themes/mine/templates/partials/footer.html": "{% include \"partials/footer.html\" %}",
    ])
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 1, "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count < 12, "\(run.errors)")
  }

  @Test func templatesAreUTF8() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    try site.write(Self.settings, to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write(Data("<p>\nCaf".utf8) + [0xE9], to: "themes/mine/templates/partials/footer.html")
    let error = "themes/mine/templates/partials/footer.html:2:4: error: this byte is not UTF-8"
    let build = try site.build()
    #expect(build.status == 1)
    #expect(build.errors.hasPrefix(error), "\(build.errors)")
    let folder = "\(site.path)/themes/mine"
    for arguments in [["\(folder)/templates/partials/footer.html"], ["partials/footer.html", "--theme", folder]] {
      let render = try SiteFixture.run(["render"] + arguments)
      #expect(render.status == 1 && render.output.isEmpty)
      #expect(render.errors.contains("footer.html:2:4: error: this byte is not UTF-8"), "\(render.errors)")
    }
  }

  @Test func linksOfAThemeAreNotFollowedAndSaid() throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    try site.write(Self.settings, to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("secret", to: "outside")
    for name in ["templates/day.html", "static/logo.svg"] {
      try site.write("", to: "themes/mine/\(name).txt")
      try FileManager.default.createSymbolicLink(
        atPath: "\(site.path)/themes/mine/\(name)", withDestinationPath: "\(site.path)/outside")
    }
    let run = try site.build()
    #expect(run.status == 0)
    #expect(
      run.diagnostics.map { $0.components(separatedBy: " [")[0] } == [
        "themes/mine/static/logo.svg:1:1: warning: the symbolic link is not followed",
        "themes/mine/templates/day.html:1:1: warning: the symbolic link is not followed",
      ])
    #expect(!site.tree().values.contains(Data("secret".utf8)))
  }

  /// Whatever stands in a stranger's pull request, nothing outside the site's folder is published or quoted.
  @Test(arguments: [
    "themes/mine/static", "themes/mine/templates", "themes/mine/theme.yml", "themes/mine", "themes", "content/pages",
    "site.yml", "content/papers/link.jsonl",
  ])
  func linksThatLeadOutPublishNothing(name: String) throws {
    let site = try SiteFixture(["content/papers/good.json": Self.paper])
    try site.write(Self.settings, to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("", to: "themes/mine/static/empty.txt")
    try site.write("", to: "themes/mine/templates/empty.txt")
    try site.write("---\ntitle: P\n---\n", to: "content/pages/p.md")
    for secret in ["config", "config.md", "static/config", "templates/config", "mine/static/config"] {
      try site.write("a secret", to: ".git/\(secret)")
    }
    let isFile = name.hasSuffix(".yml") || name.hasSuffix(".jsonl")
    try? site.remove(name)
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.path)/\(name)", withDestinationPath: "\(site.path)/.git\(isFile ? "/config" : "")")
    let run = try site.build()
    #expect(!run.errors.contains("secret"), "\(run.errors)")
    #expect(run.status == 1 || run.errors.contains("link"), "\(run.errors)")
    #expect(!site.tree().values.contains(Data("a secret".utf8)))
  }

  @Test(arguments: [
    ("title: T\nbase_url: papers\n", "site.yml:2:11: error: `base_url` must be"),
    ("title: [a]\nbase_url: https://a.example/\n", "site.yml:1:8: error: `title` must be a text"),
    ("title: ' '\nbase_url: https://a.example/\n", "site.yml:1:8: error: `title` is empty"),
    ("base_url: https://a.example/\n", "site.yml:1:1: error: the site has no title"),
    ("title: T\ntitle: U\n", "site.yml:2:1: error: "),
    ("title: T\noutputs: {feeds: {for: [tag, home]}}\n", "site.yml:2:25: error: \"tag\" is no listing with feeds"),
    ("title: T\noutputs: {feeds: {for: tag}}\n", "site.yml:2:24: error: \"tag\" is no listing with feeds"),
  ])
  func aWrongSettingIsOneError(settings: String, error: String) throws {
    let run = try run(["site.yml": settings])
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix(error), "\(run.errors)")
  }
}
