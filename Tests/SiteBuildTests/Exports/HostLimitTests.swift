import Testing

@testable import SiteBuild

/// Warnings before a host refuses the site.
@Suite struct HostLimitTests {
  private func pages(_ count: Int, _ kind: PageKind, _ format: PageFormat = .html) -> [PagePlan] {
    (0..<count).map { PagePlan(kind: kind, format: format, subject: UInt32($0)) }
  }

  @Test func smallSitesHaveNoWarning() {
    #expect(HostLimits.warnings(pages: pages(17_000, .paper), files: 900).isEmpty)
  }

  @Test func theWarningSaysWhichKindMakesHowMany() throws {
    let plan = pages(9000, .paper) + pages(6000, .author, .rss) + pages(6000, .author, .atom) + pages(2, .day, .bibtex)
    let warning = try #require(HostLimits.warnings(pages: plan, files: 5).first)
    #expect(warning.message == "the site has 21,007 files: more than the 20,000 that some hosts take")
    #expect(
      warning.notes.map(\.message) == [
        "most are 12,000 author feeds, 9,000 paper pages, 5 files of the theme, 2 day citations"
      ])
  }

  @Test func nearIsToldApart() throws {
    let warning = try #require(HostLimits.warnings(pages: pages(95_000, .paper), files: 0).first)
    #expect(warning.message == "the site has 95,000 files: near the 100,000 that some hosts take")
  }
}
