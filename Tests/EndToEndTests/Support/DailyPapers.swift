import Foundation
import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test where the days of the `daily_papers` API are not beside the repository.
  static var withDailyPapers: Self { .enabled(if: SharedData.contains(DailyPapers.archive), "\(SharedData.reason)") }
}

/// The real days of the `daily_papers` API, for tests with the trait `withDailyPapers`.
enum DailyPapers {
  static let archive = "hf_daily_papers/hf_daily_papers.tar.zst"

  /// The folder of the days, one JSON file each.
  static let folder = Result<String, any Error> {
    let archive = SharedData.folder.appending(path: DailyPapers.archive).path
    let folder = TemporaryPath.new("daily-papers")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try Command.run("/usr/bin/env", ["tar", "--zstd", "-xf", archive, "-C", folder])
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return "\(folder)/hf_daily_papers"
  }

  /// The site of all days, built once for all tests. Authors of few papers have no
  /// page, which would be four fifths of the site.
  static let site = Result<SiteFixture, any Error> {
    let folder = try DailyPapers.folder.get()
    let site = try SiteFixture(settings: "outputs: {authors: {min_papers: 8}}\n")
    try FileManager.default.createDirectory(atPath: "\(site.path)/content", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: "\(site.path)/days", withDestinationPath: folder)
    try FileManager.default.copyItem(atPath: folder, toPath: "\(site.path)/content/papers")
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return site
  }
}

/// The site of this repository.
enum DemoSite {
  /// The built site, in `public/` of a fixture.
  static let built = Result<SiteFixture, any Error> {
    let output = try SiteFixture()
    let run = try SiteFixture.run([
      "build", "--site", Repository.path, "--output", "\(output.path)/public", "--cache-dir", "\(output.path)/cache",
    ])
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return output
  }
}
