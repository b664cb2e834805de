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

  @Test func aManifestThatIsGone() throws {
    try expectMended { site, _ in try site.fixture.remove(".sitegen/manifest") }
  }

  @Test(arguments: ["", "damaged", String(repeating: "\0", count: 100_000)])
  func aManifestOfSomethingElse(text: String) throws {
    try expectMended { site, _ in try site.fixture.write(text, to: ".sitegen/manifest") }
  }

  @Test func aManifestThatIsCutOff() throws {
    var random = SeededRandom(seed: 7)
    try expectMended(8) { site, _ in
      let whole = bytes(of: "manifest", site)
      try site.fixture.write(whole.prefix(random.number(0..<whole.count)), to: ".sitegen/manifest")
    }
  }

  @Test func aManifestWithAnAlteredBit() throws {
    var random = SeededRandom(seed: 8)
    try expectMended(8) { site, time in
      var altered = bytes(of: "manifest", site)
      // The second time the hash of the program, by which another version is told.
      let position = time == 1 ? 8 : random.number(0..<altered.count)
      altered[position] ^= 1 << UInt8(random.number(0..<8))
      try site.fixture.write(altered, to: ".sitegen/manifest")
    }
  }

  @Test func aManifestOfAnotherSite() throws {
    let other = try SiteFixture([
      "content/papers/x.json": #"{"id":"x","title":"X","abstract":"A","published":"2026-01-06"}"#
    ])
    #expect(try other.build().status == 0)
    try expectMended { site, _ in
      let manifest = try #require(FileManager.default.contents(atPath: "\(other.path)/.sitegen/manifest"))
      try site.fixture.write(manifest, to: ".sitegen/manifest")
      try site.fixture.remove("public")
    }
  }

  @Test(arguments: ["damaged", ""])
  func aJournalThatIsDamaged(text: String) throws {
    try expectMended { site, _ in try site.fixture.write(text, to: ".sitegen/journal") }
  }

  @Test func aListOfFilesThatIsGoneOrDamaged() throws {
    try expectMended(2) { site, time in
      if time == 0 { try site.fixture.remove(".sitegen/files") }
      if time == 1 { try site.fixture.write("damaged", to: ".sitegen/files") }
    }
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
    for name in ["manifest", "files"] {
      try site.fixture.remove(".sitegen/\(name)")
      try FileManager.default.createSymbolicLink(
        atPath: site.path(".sitegen/\(name)"), withDestinationPath: site.path("outside/index.html"))
    }
    #expect(try site.repair() == [])
  }
}
