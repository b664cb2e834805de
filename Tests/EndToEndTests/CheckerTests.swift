import Foundation
import Testing

/// Checkers that others wrote judge what is built: the Nu HTML checker, feedparser, the source of the daily papers.
@Suite struct CheckerTests {
  /// Runs a checker over a built site.
  private func check(_ script: String, _ arguments: [String], location: SourceLocation = #_sourceLocation) throws {
    let python = "\(Repository.path)/.build/checkers/bin/python"
    guard FileManager.default.fileExists(atPath: python) else {
      return print("skipped \(script): `.ci/setup --test` has not installed the checkers")
    }
    let run = try Command.run(python, ["\(Repository.path)/Tests/Checkers/\(script)"] + arguments)
    let ending = (run.output + run.errors).split(separator: "\n").suffix(30).joined(separator: "\n")
    #expect(run.status == 0, "\(script):\n\(ending)", sourceLocation: location)
  }

  /// The arguments that keep a check short: none where SITEGEN_CHECK_ALL=1 asks for the whole.
  private func sample(_ count: Int) -> [String] {
    ProcessInfo.processInfo.environment["SITEGEN_CHECK_ALL"] == "1" ? [] : ["--sample", "\(count)"]
  }

  /// Runs a checker over the site of the daily papers, where they are.
  private func checkDailyPapers(_ script: String, sample count: Int, location: SourceLocation = #_sourceLocation) throws
  {
    let site = try DailyPapers.site.get()
    try check(script, ["\(site.path)/public"] + sample(count), location: location)
  }

  @Test func theDemoIsValidHTML() throws {
    try check("check_html.py", ["\(DemoSite.built.get().path)/public"])
  }

  @Test func feedReadersReadTheFeedsOfTheDemo() throws {
    try check("check_feeds.py", ["\(DemoSite.built.get().path)/public"])
  }

  @Test(.withDailyPapers) func theDailyPapersAreValidHTML() throws {
    try checkDailyPapers("check_html.py", sample: 1000)
  }

  @Test(.withDailyPapers) func feedReadersReadTheFeedsOfTheDailyPapers() throws {
    try checkDailyPapers("check_feeds.py", sample: 200)
  }

  @Test(.withDailyPapers) func everyDayListsItsPapersAndEveryWordIsThere() throws {
    let (site, days) = try (DailyPapers.site.get(), DailyPapers.folder.get())
    try check("check_day_lists.py", [days, "\(site.path)/public"])
  }

  @Test(.withDailyPapers) func historiesOfFeedsAreWhole() throws {
    try checkDailyPapers("check_feed_history.py", sample: 100)
  }

  @Test(.withDailyPapers) func otherParsersReadTheCitations() throws {
    try checkDailyPapers("check_citations.py", sample: 300)
  }

  @Test(.withDailyPapers) func metadataSaysWhatTheRecordsSay() throws {
    try checkDailyPapers("check_metadata.py", sample: 500)
  }

  @Test(.withDailyPapers) func crawlersReadTheIndexes() throws { try checkDailyPapers("check_indexes.py", sample: 300) }

  @Test(.withDailyPapers) func clientsOfTheAPIGetTheSameValues() throws {
    let (site, days) = try (DailyPapers.site.get(), DailyPapers.folder.get())
    try check("check_api.py", [days, "\(site.path)/public"] + sample(100))
  }

  @Test func otherProgramsReadTheDemo() throws {
    let site = try "\(DemoSite.built.get().path)/public"
    for script in ["check_feed_history.py", "check_citations.py", "check_metadata.py", "check_indexes.py"] {
      try check(script, [site])
    }
  }
}
