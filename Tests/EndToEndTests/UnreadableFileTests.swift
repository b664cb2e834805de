import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands where a file should be and isn't one, or isn't of the site.
@Suite struct UnreadableFileTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "content/papers/a.json": #"{"id": "a", "title": "A", "abstract": "B", "published": "2026-01-07"}"#
    ])
  }

  /// Nobody will ever write into the pipe.
  private func makePipe(_ name: String) throws {
    let path = "\(site.path)/\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try #require(mkfifo(path, 0o644) == 0)
  }

  @Test(arguments: ["site.yml", "content/tags.yml", "content/pages/a.md"])
  func aPipeIsNoSource(name: String) throws {
    try makePipe(name)
    let run = try site.build()
    #expect(run.status == (name.hasPrefix("content/pages") ? 0 : 1))
  }

  @Test func aPipeIsNoMemoryOfABuild() throws {
    try site.build()
    let clean = site.tree()
    for name in ["manifest", "records.index", "files", "journal"] {
      try makePipe(".sitegen/\(name)")
      #expect(try site.build().status == 0, "\(name)")
      #expect(site.tree() == clean)
    }
  }

  @Test func whatIsNotFollowedIsSaid() throws {
    try site.write("---\ntitle: There\n---\nText.\n", to: "there.md")
    let deep = "content/pages/\(String(repeating: "d/", count: 33))page.md"
    try site.write("---\ntitle: Deep\n---\nText.\n", to: deep)
    for name in ["content/pages/link.md", "content/orgs.yml"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(site.path)/\(name)", withDestinationPath: "\(site.path)/there.md")
    }
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 3)
    #expect(run.errors.contains("content/pages/link.md:1:1: error: the symbolic link is not followed [page/link]"))
    #expect(run.errors.contains("d/d:1:1: error: the folder is too deep [page/depth]"))
    #expect(run.errors.contains("content/orgs.yml:1:1: error: the file is a symbolic link, larger than 1024 MB or"))
  }

  @Test func filesOfAThemeThatCantBeReadAreSaid() throws {
    try site.write("theme: mine\n", to: "site.yml")
    try site.write("title: T\ntheme: mine\nbase_url: https://p.example/\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("", to: "themes/mine/static/large.bin")
    try #require(truncate("\(site.path)/themes/mine/static/large.bin", (1 << 30) + 1) == 0)
    let run = try site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.contains("themes/mine/static/large.bin:1:1: error: the file is a symbolic link, larger than 1024"))
  }

  /// Continuous integration takes lines that begin with two colons for commands.
  @Test func noNameMakesALineOfItsOwn() throws {
    try site.write("title: T\ntheme: mine\nbase_url: https://p.example/\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("x", to: "themes/mine/static/a\n::error::forged.txt")
    let run = try site.build("--verbose")
    #expect(run.errors.contains("forged.txt"))
    #expect(!run.errors.contains("\n::error::"))
  }

  /// Where thousands of records are wrong in a way that only the whole site shows, each place is still found at once.
  @Test func manyPlacesOfOneFileAreFound() throws {
    let records = (0..<4000).map { number in
      """
      {"id": "p\(number)", "title": "T", "abstract": "A", "published": "2026-01-07", "aliases": ["same"], \
      "tags": ["\(String(repeating: "?", count: number + 1))"]}
      """
    }
    try site.write(records.joined(separator: "\n"), to: "content/papers/many.jsonl")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("content/papers/many.jsonl:17:1: error: the tag \"?????????????????\""))
  }

  /// Runs the program without the rights of the user; only the superuser can do that.
  private static func runAsNobody(_ arguments: [String]) throws -> SiteFixture.Run {
    try Command.run(
      "/usr/bin/setpriv", ["--reuid", "65534", "--clear-groups", SiteFixture.program] + arguments)
  }

  private static let nobodyCanBuild = (try? runAsNobody(["--version"]).status) == 0

  /// Who may not read a source is not shown a site without it.
  @Test(
    .enabled(if: Self.nobodyCanBuild),
    arguments: [
      "content/pages", "content/pages/deep", "content/pages/about.md", "content/tags.yml", "themes/mine/theme.yml",
      "themes/mine/templates", "themes/mine/templates/404.html", "themes/mine/static", "themes/mine/static/a.css",
      "content/papers/a.json", "content",
    ])
  func whatMayNotBeReadIsNotMissing(name: String) throws {
    try site.write("title: T\ntheme: mine\nbase_url: https://p.example/\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("Nothing.", to: "themes/mine/templates/404.html")
    try site.write("p {}", to: "themes/mine/static/a.css")
    try site.write("---\ntitle: About\n---\nText.\n", to: "content/pages/about.md")
    try site.write("---\ntitle: Deep\n---\nText.\n", to: "content/pages/deep/page.md")
    try site.write("a: Tag\n", to: "content/tags.yml")
    try site.build()
    let before = site.tree()
    _ = try Command.run("/bin/chown", ["-R", "65534", site.path])
    _ = try Command.run("/bin/chmod", ["000", "\(site.path)/\(name)"])
    let run = try Self.runAsNobody(["build", "--site", site.path])
    #expect(run.status == (name == "content/papers/a.json" ? 2 : 1) || name == "content", "\(name): \(run.output)")
    #expect(run.errors.contains(name), "\(run.errors)")
    #expect(site.tree() == before)
  }
}
