import Foundation
import Testing

/// Whatever happened to the output folder, the next build ends in the files of a clean build, and nothing that is not
/// the site's is touched.
@Suite struct DamagedOutputTests {
  private static let page = "public/papers/2601.00001/index.html"

  /// Damages a built site, then builds the same site, then damages it once more and builds the other edition.
  private func expectMended(
    location: SourceLocation = #_sourceLocation, _ damage: (FaultSite, FileManager) throws -> Void
  ) throws {
    let site = try FaultSite()
    for edition in [FaultSite.Edition.first, .second] {
      try damage(site, FileManager.default)
      try site.write(edition)
      #expect(try site.repair() == [], "\(edition)", sourceLocation: location)
    }
  }

  @Test(arguments: ["edited by hand", "", String(repeating: "long ", count: 10_000)])
  func aFileWithOtherBytes(text: String) throws {
    try expectMended { site, _ in
      for name in ["index.html", "rss.xml", "about/index.html"] { try site.fixture.write(text, to: "public/\(name)") }
    }
  }

  @Test(arguments: ["public/index.html", "public/rss.xml", "public/papers/2601.00001", "public/papers", "public"])
  func somethingIsGone(name: String) throws {
    try expectMended { site, _ in try site.fixture.remove(name) }
  }

  @Test func anEmptyFolderInThePlaceOfAFile() throws {
    try expectMended { site, files in
      for name in [Self.page, "public/rss.xml", "public/papers/2601.00005/index.html"] {
        guard files.fileExists(atPath: site.path(name)) else { continue }
        try site.fixture.remove(name)
        try files.createDirectory(atPath: site.path("\(name)/empty/folders"), withIntermediateDirectories: true)
      }
    }
  }

  @Test(arguments: ["public/papers", "public/papers/2601.00001", "public/tags"])
  func aFileInThePlaceOfAFolder(name: String) throws {
    try expectMended { site, _ in
      try site.fixture.remove(name)
      try site.fixture.write("a file", to: name)
    }
  }

  @Test(arguments: ["public/papers", "public/papers/2601.00001", "public/tags"])
  func aLinkOutOfTheOutputInThePlaceOfAFolder(name: String) throws {
    try expectMended { site, files in
      try site.fixture.remove(name)
      try files.createSymbolicLink(atPath: site.path(name), withDestinationPath: site.path("outside"))
    }
  }

  @Test(arguments: [page, "public/index.html", "public/rss.xml"])
  func aLinkOutOfTheOutputInThePlaceOfAFile(name: String) throws {
    try expectMended { site, files in
      try site.fixture.remove(name)
      try files.createSymbolicLink(atPath: site.path(name), withDestinationPath: site.path("outside/index.html"))
    }
  }

  @Test func aFileWithASecondNameOutside() throws {
    try expectMended { site, files in
      for (number, name) in [Self.page, "public/index.html", "public/rss.xml"].enumerated() {
        let backup = site.path("outside/backup-\(number)-\(UUID().uuidString)")
        try files.linkItem(atPath: site.path(name), toPath: backup)
      }
    }
  }

  @Test func filesOfOthersStay() throws {
    let site = try FaultSite()
    let names = ["CNAME", "papers/2601.00005/notes.txt", "drafts/index.html"]
    for name in names { try site.fixture.write("mine", to: "public/\(name)") }
    try site.write(.second)
    #expect(try site.repair().filter { !$0.hasPrefix("folders") } == names.sorted().map { "\($0) should be gone" })
    for name in names { #expect(site.fixture.read("public/\(name)") == "mine") }
  }

  @Test func aFileOfOthersWhereAPageComesIsAnErrorUntilItIsForced() throws {
    let site = try FaultSite()
    let page = "public/papers/2601.00006/index.html"
    try site.fixture.write("mine", to: page)
    let before = site.fixture.tree()
    try site.write(.second)
    let run = try site.fixture.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 1)
    #expect(run.errors.contains("\(site.path(page)):1:1: error: this file was not written by sitegen"))
    #expect(site.fixture.tree() == before)
    #expect(try site.repair(["--force"]) == [])
  }

  @Test func aFileOfOthersIsNotTakenForOneOfABuildThatWasCutOff() throws {
    guard let library = try FaultInjection.library.get() else { return }
    let site = try FaultSite()
    let page = "public/papers/2601.00006/index.html"
    try site.fixture.write("mine", to: page)
    try site.write(.second)
    for change in 1..<30 {
      _ = try site.fixture.build(environment: FaultInjection.fault(.kill, at: change, with: library))
    }
    #expect(try site.fixture.build().status == 1)
    #expect(site.fixture.read(page) == "mine")
  }

  @Test func aFolderOfOthersInThePlaceOfAFileStays() throws {
    let site = try FaultSite()
    for name in [Self.page, "public/rss.xml"] {
      try site.fixture.remove(name)
      try site.fixture.write("mine", to: "\(name)/notes.txt")
    }
    let before = site.fixture.tree()
    let run = try site.fixture.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 2)
    #expect(site.fixture.tree() == before)
    for name in [Self.page, "public/rss.xml"] { try site.fixture.remove(name) }
    #expect(try site.repair() == [])
  }

  @Test func aLinkWhereTheFirstBuildNeedsAFolderIsAnError() throws {
    let site = try FaultSite()
    for folder in ["public", ".sitegen"] { try site.fixture.remove(folder) }
    try FileManager.default.createDirectory(atPath: site.path("public"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: site.path("public/papers"), withDestinationPath: site.path("outside"))
    let run = try site.fixture.build()
    #expect(run.status == 1)
    #expect(run.diagnostics.count == 1)
    #expect(FolderSnapshot(of: site.path("public")).files.keys.sorted() == ["papers"])
    #expect(site.changesOutside() == [])
  }
}
