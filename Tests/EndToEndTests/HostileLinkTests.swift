import Foundation
import Testing

/// A site that comes from a stranger writes nothing outside the folders that the user named.
@Suite struct HostileLinkTests {
  private let site: SiteFixture
  private let home = TemporaryPath.new("home")

  init() throws {
    site = try SiteFixture(
      [
        "content/papers/a.json": #"{"id": "a", "title": "A", "abstract": "B", "published": "2026-01-07"}"#,
        "themes/mine/theme.yml": "extends: default\n",
        "themes/mine/static/authorized_keys": "a stranger's key",
      ], settings: "theme: mine\n")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try Data("the reader's key".utf8).write(to: URL(fileURLWithPath: "\(home)/authorized_keys"))
  }

  private func link(_ name: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: "\(site.path)/\(name)")
    try FileManager.default.createSymbolicLink(atPath: "\(site.path)/\(name)", withDestinationPath: target)
  }

  private var homeIsAsItWas: Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: home)) == ["authorized_keys"]
      && FileManager.default.contents(atPath: "\(home)/authorized_keys") == Data("the reader's key".utf8)
  }

  @Test(arguments: ["public", ".sitegen"], ["home", "missing", "inside"])
  func noFolderOfTheProgramIsALink(name: String, target: String) throws {
    try site.write("", to: "inside/.gitkeep")
    try link(name, to: target == "home" ? home : target == "inside" ? "inside" : "\(home)/missing")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("\(name):1:1: error: the ") && run.errors.contains("is a symbolic link"))
    #expect(homeIsAsItWas)
    #expect(site.tree("inside").keys.sorted() == [".gitkeep"])
  }

  @Test func aBuildThatRemembersNothingLeavesALinkAlone() throws {
    try link(".sitegen", to: home)
    #expect(try site.build("--no-cache").status == 0)
    #expect(homeIsAsItWas)
  }

  @Test func aLinkThatTheUserNamesIsFollowed() throws {
    try link("public", to: home)
    let run = try site.build("--output", "\(site.path)/public", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(FileManager.default.contents(atPath: "\(home)/authorized_keys") == Data("a stranger's key".utf8))
  }

  @Test func linksOnTheWayInsideTheOutputAreNotFollowed() throws {
    try site.write("x", to: "themes/mine/static/keys/authorized_keys")
    try site.write("", to: "public/.gitkeep")
    try link("public/keys", to: home)
    try link("public/papers", to: home)
    #expect(try site.build().status == 1)
    #expect(homeIsAsItWas)
  }

  @Test func filesOfTheCacheThatAreLinksGiveWay() throws {
    try FileManager.default.createDirectory(atPath: "\(site.path)/.sitegen", withIntermediateDirectories: true)
    for name in ["manifest", "files", "journal", "records.index", ".sitegen-new", ".sitegen-spool", "lock"] {
      try link(".sitegen/\(name)", to: "\(home)/authorized_keys")
    }
    #expect(try site.build().status == 0)
    #expect(homeIsAsItWas)
  }

  @Test(arguments: ["site.yml", "content/papers/a.json", "themes/mine/theme.yml", ".sitegen/manifest"])
  func aReportTakesThePlaceOfNoSource(name: String) throws {
    let before = site.read(name)
    let run = try site.build("--report", "\(site.path)/\(name)")
    #expect(run.status == 1 && run.errors.contains("[report/place]"))
    #expect(site.read(name) == before)
  }

  @Test func aReportGoesThroughNoLinkOutOfTheSite() throws {
    try link("report.json", to: "\(home)/authorized_keys")
    #expect(try site.build("--report", "\(site.path)/report.json").status == 1)
    try link("content/link.json", to: "../site.yml")
    #expect(try site.build("--report", "\(site.path)/content/link.json").status == 1)
    #expect(homeIsAsItWas && site.read("site.yml")?.hasPrefix("title") == true)
  }
}
