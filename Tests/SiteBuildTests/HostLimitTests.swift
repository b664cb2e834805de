import Testing

@testable import SiteBuild

/// Warnings before a host refuses the site.
@Suite struct HostLimitTests {
  @Test func smallSitesHaveNoWarning() {
    #expect(HostLimits.warnings(counts: ["paper pages": 17_000, "files of the theme": 900]).isEmpty)
  }

  @Test func theWarningSaysWhichKindMakesHowMany() throws {
    let counts = ["paper pages": 9000, "author feeds": 12_000, "day citations": 2, "files of the theme": 5]
    let warning = try #require(HostLimits.warnings(counts: counts).first)
    #expect(warning.message == "the site has 21,007 files: more than the 20,000 that some hosts take")
    #expect(
      warning.notes.map(\.message) == [
        "most are 12,000 author feeds, 9,000 paper pages, 5 files of the theme, 2 day citations"
      ])
  }

  @Test func nearIsToldApart() throws {
    let warning = try #require(HostLimits.warnings(counts: ["paper pages": 95_000]).first)
    #expect(warning.message == "the site has 95,000 files: near the 100,000 that some hosts take")
  }
}
