import Foundation
import Testing

/// Where the system refuses to write, a build ends with exit code 2 and says what could not be written; when it can be
/// written again, the next build ends in the files of a clean build.
@Suite struct RefusedWriteTests {
  @Test func aFullDiskLeavesTheSiteAsItWas() throws {
    let site = try FaultSite()
    let disk = site.path("public")
    try FileManager.default.removeItem(atPath: disk)
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard try isDone("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", disk]) else {
      return print("skipped: no file system can be mounted here; faults are made in the other tests")
    }
    defer { _ = try? Command.run("/usr/bin/env", ["umount", disk]) }
    #expect(try site.repair() == [])
    let before = site.fixture.tree()
    let used = before.values.reduce(0) { $0 + ($1.count + 4095) / 4096 * 4 }
    #expect(try isDone("mount", ["-o", "remount,size=\(used + 8)k", disk]))
    let papers = (10..<28).map { (path: "content/papers/long-\($0).json", text: Self.longPaper($0)) }
    for paper in papers { try site.fixture.write(paper.text, to: paper.path) }
    let run = try site.fixture.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("can't write") && run.errors.contains("No space left on device"), "\(run.errors)")
    #expect(site.fixture.tree() == before)
    for paper in papers { try site.fixture.remove(paper.path) }
    try site.write(.second)
    #expect(try isDone("mount", ["-o", "remount,size=64m", disk]))
    #expect(try site.repair() == [])
  }

  private static func longPaper(_ number: Int) -> String {
    let abstract = String(repeating: "Words without end. ", count: 500)
    return #"{"id":"long-\#(number)","title":"Long","abstract":"\#(abstract)","published":"2026-02-\#(number)"}"#
  }

  /// How large a file may be, in blocks of 512 bytes: from next to nothing to nearly all.
  @Test(arguments: [1, 4, 16, 32])
  func aLimitOfTheSizeOfFiles(blocks: Int) throws {
    let site = try FaultSite()
    for folder in ["public", ".sitegen"] { try site.fixture.remove(folder) }
    let command = "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" build --site \"$1\""
    let run = try Command.run("/bin/sh", ["-c", command, SiteFixture.program, site.fixture.path])
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("can't write"), "\(run.errors)")
    #expect(try site.repair() == [])
  }

  @Test(arguments: ["public", "public/papers/2601.00001", "public/rss.xml", ".sitegen"])
  func aFolderOrFileThatMayNotBeWritten(name: String) throws {
    let site = try FaultSite()
    guard try run(site, ["--version"]).status == 0 else {
      return print("skipped: the program can't be run without the rights of root")
    }
    if getuid() == 0 { #expect(try isDone("chown", ["-R", "65534:65534", site.fixture.path])) }
    try site.write(.second)
    let before = site.fixture.tree()
    #expect(try isDone("chmod", ["-R", "a-w", site.path(name)]))
    let build = try run(site, ["build", "--site", site.fixture.path])
    // A file can be replaced where its folder can be written.
    if name == "public/rss.xml" {
      #expect(build.status == 0, "\(build.errors)")
    } else {
      #expect(build.status == 2)
      #expect(build.errors.contains("can't write \(site.path(name))"), "\(build.errors)")
      #expect(build.errors.contains("Permission denied"))
    }
    if name == "public" || name == ".sitegen" { #expect(site.fixture.tree() == before) }
    #expect(try isDone("chmod", ["-R", "u+w", site.path(name)]))
    #expect(try site.repair() == [])
  }

  /// Runs the program without the rights of root, which nothing is forbidden to.
  private func run(_ site: FaultSite, _ arguments: [String]) throws -> SiteFixture.Run {
    guard getuid() == 0 else { return try SiteFixture.run(arguments) }
    let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return try Command.run("/usr/bin/env", user + [SiteFixture.program] + arguments)
  }

  private func isDone(_ command: String, _ arguments: [String]) throws -> Bool {
    try Command.run("/usr/bin/env", [command] + arguments).status == 0
  }
}
