import Foundation
import Testing

/// Whatever happened to what the program remembers, the next build ends in the files of a clean build.
@Suite struct DamagedCacheTests {
  /// Builds the other edition after something happened to a file of `.sitegen/`, again and again.
  private func expectMended(
    _ times: Int = 1, location: SourceLocation = #_sourceLocation, _ damage: (FaultSite, Int) throws -> Void
  ) throws {
    let site = try FaultSite()
    for time in 0..<times {
      try damage(site, time)
      try site.write(site.edition.other)
      #expect(try site.repair() == [], "time \(time)", sourceLocation: location)
    }
  }

  private func bytes(of name: String, _ site: FaultSite) -> Data {
    FileManager.default.contents(atPath: site.path(".sitegen/\(name)")) ?? Data()
  }

  /// The two files in which a build's outputs are remembered.
  private enum Remembered: String, CaseIterable {
    case manifest, outputs

    func name(_ site: FaultSite) throws -> String {
      let names = try FileManager.default.contentsOfDirectory(atPath: site.path(".sitegen"))
      let found = names.filter { $0 == rawValue || $0.hasPrefix("\(rawValue)-") }
      try #require(found.count == 1, "\(names)")
      return found[0]
    }
  }

  @Test(arguments: Remembered.allCases) private func aManifestThatIsGone(file: Remembered) throws {
    try expectMended { site, _ in try site.fixture.remove(".sitegen/\(file.name(site))") }
  }

  @Test(arguments: Remembered.allCases, ["", "damaged", String(repeating: "\0", count: 100_000)])
  private func aManifestOfSomethingElse(file: Remembered, text: String) throws {
    try expectMended { site, _ in try site.fixture.write(text, to: ".sitegen/\(file.name(site))") }
  }

  @Test(arguments: Remembered.allCases) private func aManifestThatIsCutOff(file: Remembered) throws {
    var random = SeededRandom(seed: 7)
    try expectMended(8) { site, _ in
      let name = try file.name(site)
      let whole = bytes(of: name, site)
      try site.fixture.write(whole.prefix(random.number(0..<whole.count)), to: ".sitegen/\(name)")
    }
  }

  @Test(arguments: Remembered.allCases) private func aManifestWithAnAlteredBit(file: Remembered) throws {
    var random = SeededRandom(seed: 8)
    try expectMended(8) { site, time in
      let name = try file.name(site)
      var altered = bytes(of: name, site)
      // The second time the hash of the program, by which another version is told.
      let position = time == 1 ? 8 : random.number(0..<altered.count)
      altered[position] ^= 1 << UInt8(random.number(0..<8))
      try site.fixture.write(altered, to: ".sitegen/\(name)")
    }
  }

  @Test func aManifestOfAnotherSite() throws {
    let other = try SiteFixture([
      "content/papers/x.json": #"{"id":"x","title":"X","abstract":"A","published":"2026-01-06"}"#
    ])
    #expect(try other.build().status == 0)
    try expectMended { site, _ in
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(other.path)/.sitegen") {
        guard name == "manifest" || name.hasPrefix("outputs-") else { continue }
        let bytes = try #require(FileManager.default.contents(atPath: "\(other.path)/.sitegen/\(name)"))
        try site.fixture.write(bytes, to: ".sitegen/\(name)")
      }
      try site.fixture.remove("public")
    }
  }

  @Test(arguments: ["damaged", ""])
  func aJournalThatIsDamaged(text: String) throws {
    try expectMended { site, _ in try site.fixture.write(text, to: ".sitegen/journal") }
  }

  @Test func aListOfFilesThatIsGoneOrDamaged() throws {
    for name in ["files", "files-copy"] {
      try expectMended(2) { site, time in
        if time == 0 { try site.fixture.remove(".sitegen/\(name)") }
        if time == 1 { try site.fixture.write("damaged", to: ".sitegen/\(name)") }
      }
    }
  }

  @Test func manifestAndListOfFilesAreDamagedTogether() throws {
    try expectMended(3) { site, time in
      for name in ["manifest", "files"] {
        if time == 0 { try site.fixture.remove(".sitegen/\(name)") }
        if time > 0 { try site.fixture.write(time == 1 ? "" : "damaged", to: ".sitegen/\(name)") }
      }
    }
  }

  @Test(
    arguments: ["lock", "manifest", "files", "files-copy", "journal", "records.index", ".sitegen-new"], [false, true])
  func aFolderInThePlaceOfAFile(name: String, isFull: Bool) throws {
    let site = try FaultSite()
    try? site.fixture.remove(".sitegen/\(name)")
    try site.fixture.write("mine", to: ".sitegen/\(name)/file")
    if !isFull { try site.fixture.remove(".sitegen/\(name)/file") }
    for _ in 0..<2 {
      try site.write(site.edition.other)
      #expect(try site.repair() == [])
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: site.path(".sitegen"))
    let aside = names.filter { $0.hasPrefix("set-aside-") }
    #expect(aside.allSatisfy { site.fixture.read(".sitegen/\($0)/file") == "mine" })
    if !isFull { #expect(aside == []) }
  }

  /// What is remembered of a folder outside the site came from no checkout: the folder that it is in tells.
  @Test func nothingIsRemovedElsewhereForAListThatCameWithTheSite() throws {
    let site = try SiteFixture([
      "content/papers/x.json": #"{"id":"x","title":"X","abstract":"A","published":"2026-01-06"}"#
    ])
    let output = TemporaryPath.new("output")
    #expect(try site.build("--output", output).status == 0)
    try site.write(#"{"id":"y","title":"Y","abstract":"A","published":"2026-01-06"}"#, to: "content/papers/y.json")
    try site.remove("content/papers/x.json")
    let (kept, copy) = (site.path + "/.sitegen", site.path + "/copy")
    try FileManager.default.moveItem(atPath: kept, toPath: copy)
    try FileManager.default.copyItem(atPath: copy, toPath: kept)
    #expect(try site.build("--output", output).status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(output)/papers/x/index.html"))
    // Remembered by the program itself, the same is removed.
    try site.remove("content/papers/y.json")
    try site.write(#"{"id":"z","title":"Z","abstract":"A","published":"2026-01-06"}"#, to: "content/papers/z.json")
    #expect(try site.build("--output", output).status == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(output)/papers/y/index.html"))
    try FileManager.default.removeItem(atPath: output)
  }

  /// Nobody knows then which files were pages, so no page goes.
  @Test func everythingIsForgotten() throws {
    let site = try FaultSite()
    try site.fixture.remove(".sitegen")
    try site.fixture.write("edited by hand", to: "public/index.html")
    #expect(try site.repair() == [])
  }

  @Test func aBuildWithoutCacheInBetween() throws {
    let site = try FaultSite()
    try site.write(.second)
    #expect(try site.fixture.build("--no-cache").status == 0)
    #expect(try site.repair() == [])
    try site.write(.first)
    #expect(try site.repair() == [])
  }

  @Test func aCacheThatIsALinkIsNotFollowedByFilesOfItsOwn() throws {
    let site = try FaultSite()
    for name in ["manifest", try Remembered.outputs.name(site), "files"] {
      try site.fixture.remove(".sitegen/\(name)")
      try FileManager.default.createSymbolicLink(
        atPath: site.path(".sitegen/\(name)"), withDestinationPath: site.path("outside/index.html"))
    }
    #expect(try site.repair() == [])
  }
}
