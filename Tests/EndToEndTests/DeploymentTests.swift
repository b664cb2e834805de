import Foundation
import Testing

/// `sitegen manifest` and `sitegen changes`, as a deployment uses them.
@Suite struct DeploymentTests {
  private static func site() throws -> SiteFixture {
    let site = try SiteFixture()
    for name in ["a", "b", "d", "e", "f"] { try write(name, "2026-01-07", to: site) }
    return site
  }

  private static func write(_ id: String, _ day: String, title: String = "T", to site: SiteFixture) throws {
    let record = #"{"id": "\#(id)", "title": "\#(title)", "abstract": "Text.", "published": "\#(day)"}"#
    try site.write(record, to: "content/papers/\(id).json")
  }

  @Test func anUploadThatFailedIsMadeUp() throws {
    let site = try Self.site()
    try site.build()
    let deployed = try site.sitegen("manifest").output
    let host = site.tree()
    // This build's upload fails. The next one has nothing to write, and yet the host lacks the change.
    try Self.write("c", "2026-01-08", to: site)
    try site.remove("content/papers/b.json")
    try site.build()
    try site.build()
    try site.write(deployed, to: "deployed.txt")
    let upload = try site.sitegen("changes", "--since", "\(site.path)/deployed.txt", "--upload", "--null").output
    let delete = try site.sitegen("changes", "--since", "\(site.path)/deployed.txt", "--delete").output
    var mended = host
    for path in delete.split(separator: "\n") { mended[String(path)] = nil }
    for path in upload.split(separator: "\0") { mended[String(path)] = site.tree()[String(path)] }
    #expect(mended == site.tree())
    #expect(upload.contains("papers/c/index.html\0"))
    #expect(delete.contains("papers/b/index.html\n"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/b2sum")))
  func theManifestAgreesWithB2sum() throws {
    let site = try Self.site()
    try site.build()
    let manifest = try site.sitegen("manifest").output.split(separator: "\n").dropFirst()
    let sums = manifest.map { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      return "\(parts[0])  \(parts[2])\n"
    }
    try site.write(sums.joined(), to: "sums")
    let check = try Command.run(
      "/bin/sh", ["-c", "cd '\(site.path)/public' && b2sum -l 128 --check --strict --quiet ../sums"])
    #expect(check.status == 0, "\(check.errors)")
    #expect(manifest.count == site.tree().count)
  }

  @Test func theSiteOfACommitIsBuiltAgain() throws {
    let site = try Self.site()
    try site.write("/public/\n/.sitegen/\n", to: ".gitignore")
    try Self.git(site, "init", "--quiet")
    try Self.commit(site)
    try site.build()
    #expect(try site.sitegen("changes", "--since-commit", "HEAD").output == "")
    try Self.write("a", "2026-01-07", title: "Alef", to: site)
    try Self.commit(site)
    try site.build()
    let changes = try site.sitegen("changes", "--since-commit", "HEAD~1").output
    #expect(changes.split(separator: "\n").contains("M\tpapers/a/index.html"))
    #expect(try site.sitegen("changes", "--since-commit", "HEAD").output == "")
    #expect(try Command.run("/usr/bin/env", ["git", "-C", site.path, "status", "--porcelain"]).output == "")
  }

  @Test func aSiteInAFolderOfItsRepositoryIsFound() throws {
    let site = try SiteFixture([
      "papers/site.yml": "title: T\nbase_url: https://papers.example/\n",
      "papers/content/papers/a.json": #"{"id": "a", "title": "Alpha", "abstract": "One.", "published": "2026-01-07"}"#,
      ".gitignore": "public/\n.sitegen/\n",
    ])
    try Self.git(site, "init", "--quiet")
    try Self.commit(site)
    #expect(try SiteFixture.run(["build", "--site", "\(site.path)/papers"]).status == 0)
    let run = try SiteFixture.run(["changes", "--site", "\(site.path)/papers", "--since-commit", "HEAD"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
  }

  @Test(
    arguments: [
      (["changes", "--since", "missing.txt"], 2),
      (["changes"], 64),
      (["changes", "--since", "x", "--since-commit", "HEAD"], 64),
      (["changes", "--since-commit", "no-such-revision"], 2),
      (["changes", "--since-commit=--output=/tmp/x"], 2),
      (["manifest"], 1),
    ] as [([String], Int32)])
  func whatCantBeComparedIsExplained(_ arguments: [String], _ status: Int32) throws {
    let site = try Self.site()
    let run = try site.sitegen(arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(!run.errors.isEmpty)
    #expect(run.output == "")
  }

  private static func git(_ site: SiteFixture, _ arguments: String...) throws {
    let run = try Command.run("/usr/bin/env", ["git", "-C", site.path] + arguments)
    if run.status != 0 { throw SiteFixture.Failed(run) }
  }

  private static func commit(_ site: SiteFixture) throws {
    try git(site, "add", "--all")
    try git(
      site, "-c", "user.name=Test", "-c", "user.email=test@papers.example", "-c", "commit.gpgsign=false", "commit",
      "--quiet", "--message", "Add papers")
  }
}
