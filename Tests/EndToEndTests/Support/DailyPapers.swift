import Foundation

/// The real days of the `daily_papers` API, where they lie beside the repository.
enum DailyPapers {
  /// The folder of the days, one JSON file each; nil where they are not there.
  static let folder = Result<String?, any Error> {
    guard let data = Repository.data else { return skip() }
    let archive = "\(data)/hf_daily_papers/hf_daily_papers.tar.zst"
    guard FileManager.default.fileExists(atPath: archive) else { return skip() }
    let folder = TemporaryPath.new("daily-papers")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try Command.run("/usr/bin/env", ["tar", "--zstd", "-xf", archive, "-C", folder])
    return run.status == 0 ? "\(folder)/hf_daily_papers" : skip()
  }

  /// The site of all days, built once for all tests; nil where the days are not there. Authors of few papers have no
  /// page, which would be four fifths of the site.
  static let site = Result<SiteFixture?, any Error> {
    guard let folder = try folder.get() else { return nil }
    let site = try SiteFixture(settings: "outputs: {authors: {min_papers: 8}}\n")
    try FileManager.default.createDirectory(atPath: "\(site.path)/content", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: "\(site.path)/days", withDestinationPath: folder)
    try FileManager.default.copyItem(atPath: folder, toPath: "\(site.path)/content/papers")
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return site
  }

  private static func skip() -> String? {
    print("skipped: the daily papers are not beside the repository")
    return nil
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
