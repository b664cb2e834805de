import Foundation
import Testing

/// The same content gives the same bytes, however it is built.
@Suite struct DeterminismTests {
  private func tree(_ arguments: [String], _ environment: [String: String] = [:]) throws -> [String: Data] {
    let output = try SiteFixture()
    let run = try SiteFixture.run(
      ["build", "--site", Repository.path, "--output", "\(output.path)/public", "--no-cache"] + arguments,
      environment: environment)
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return output.tree()
  }

  @Test func neitherWorkersNorLocaleNorTimeZoneMatter() throws {
    let one = try tree(["--jobs", "1"])
    #expect(one.count > 100)
    #expect(try tree(["--jobs", "7"]) == one)
    #expect(try tree([], ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]) == one)
  }

  @Test(.withDailyPapers) func theNumberOfWorkersDoesNotMatterForTheDailyPapers() throws {
    let site = try DailyPapers.site.get()
    try site.build("--no-cache", "--jobs", "3", "--output", "\(site.path)/again")
    #expect(site.tree("again") == site.tree())
  }

  @Test func theLastLineAndTheReportCountTheSame() throws {
    let site = try SiteFixture([
      "content/papers/a.json": #"{"id":"a","title":"A","abstract":"Text.","published":"2026-01-06"}"#,
      "content/papers/b.json": #"{"id":"b","title":"B","abstract":"Text.","published":"2026-01-07"}"#,
    ])
    let first = try site.build("--report", "\(site.path)/report.json")
    let pages = site.tree().count
    #expect(first.output.hasPrefix("built \(pages) pages, \(pages) written, 0 unchanged, 0 removed, "))
    #expect(first.output.hasSuffix(" s\n"))
    #expect(first.output.split(separator: "\n").count == 1)
    let second = try site.build("--report", "\(site.path)/report.json")
    #expect(second.output.hasPrefix("built \(pages) pages, 0 written, \(pages) unchanged, 0 removed, "))
    try site.remove("content/papers/b.json")
    try site.build("--report", "\(site.path)/report.json")
    let data = try #require(site.read("report.json")?.data(using: .utf8))
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(report["pages"] as? Int == site.tree().count)
    #expect((report["removed"] as? Int ?? 0) > 0)
    #expect((report["files"] as? [String])?.contains("papers/b/index.html") == true)
    #expect(!site.isFolder("public/papers/b"))
  }
}
