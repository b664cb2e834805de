import Foundation

/// The real days of the `daily_papers` API, where they lie beside the repository.
enum DailyPapers {
  /// All days by their file names; nil where they are not there.
  static func days() throws -> [String: Data]? {
    guard let folder = try unpacked.get() else { return nil }
    var days: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() where name.hasSuffix(".json") {
      days[URL(fileURLWithPath: name).lastPathComponent] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return days
  }

  /// The folder of the unpacked days.
  private static let unpacked = Result<String?, any Error> {
    guard let data = Repository.data else { return nil }
    let archive = "\(data)/hf_daily_papers/hf_daily_papers.tar.zst"
    guard FileManager.default.fileExists(atPath: archive) else { return nil }
    let folder = NSTemporaryDirectory() + "sitegen-daily-papers-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let run = try Command.run("/usr/bin/env", ["tar", "--zstd", "-xf", archive, "-C", folder])
    guard run.status == 0 else { return nil }
    return folder
  }
}
