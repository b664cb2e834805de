import Foundation
import Testing

/// Checkers that others wrote judge what is built: the Nu HTML checker, feedparser, the source of the daily papers.
@Suite struct CheckerTests {
  /// Runs a checker over a built site.
  private func check(_ script: String, _ arguments: String..., location: SourceLocation = #_sourceLocation) throws {
    let python = "\(Repository.path)/.build/checkers/bin/python"
    guard FileManager.default.fileExists(atPath: python) else {
      return print("skipped \(script): `.ci/setup --test` has not installed the checkers")
    }
    let run = try Command.run(python, ["\(Repository.path)/Tests/Checkers/\(script)"] + arguments)
    let ending = (run.output + run.errors).split(separator: "\n").suffix(30).joined(separator: "\n")
    #expect(run.status == 0, "\(script):\n\(ending)", sourceLocation: location)
  }

  @Test func theDemoIsValidHTML() throws {
    try check("check_html.py", "\(DemoSite.built.get().path)/public")
  }

  @Test func feedReadersReadTheFeedsOfTheDemo() throws {
    try check("check_feeds.py", "\(DemoSite.built.get().path)/public")
  }

  @Test func theDailyPapersAreValidHTML() throws {
    guard let site = try DailyPapers.site.get() else { return }
    try check("check_html.py", "\(site.path)/public", "--sample", "1500")
  }

  @Test func feedReadersReadTheFeedsOfTheDailyPapers() throws {
    guard let site = try DailyPapers.site.get() else { return }
    try check("check_feeds.py", "\(site.path)/public", "--sample", "200")
  }

  @Test func everyDayListsItsPapersAndEveryWordIsThere() throws {
    guard let site = try DailyPapers.site.get(), let days = try DailyPapers.folder.get() else { return }
    try check("check_day_lists.py", days, "\(site.path)/public")
  }
}
