import Foundation

/// A small site of two editions that is built by the program, damaged, and built again.
final class FaultSite {
  /// The papers of the site before and after an edit: one changed, one gone, one new on a new day.
  enum Edition: Int, CaseIterable, Sendable {
    case first, second

    /// The other one.
    var other: Edition { self == .first ? .second : .first }

    fileprivate var files: [String: String] {
      var files = ["content/pages/about.md": "---\ntitle: About\n---\nAbout us.\n"]
      for number in numbers {
        let title = number == 1 ? "Paper 1 in edition \(rawValue)" : "Paper \(number)"
        files["content/papers/\(number).json"] = """
          {"id": "2601.0000\(number)", "title": "\(title)", "abstract": "An abstract of $x^\(number)$.",
           "authors": ["Ada Author", "Author \(number)"], "tags": ["tag \(number % 3)"], "published": "2026-01-0\(number)"}
          """
      }
      return files
    }

    private var numbers: [Int] { self == .first ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 6] }

    /// The files of a clean build.
    fileprivate var clean: [String: Data] {
      get throws { try Self.cleanTrees.get()[rawValue] }
    }

    private static let cleanTrees = Result<[[String: Data]], any Error> {
      try allCases.map { edition in
        let fixture = try SiteFixture()
        for (path, text) in edition.files { try fixture.write(text, to: path) }
        let run = try fixture.build("--no-cache")
        guard run.status == 0 else { throw SiteFixture.Failed(run) }
        return fixture.tree()
      }
    }
  }

  let fixture: SiteFixture
  private(set) var edition = Edition.first
  private var outside = FolderSnapshot()
  /// The files after the last build that had a report.
  private var reported: [String: Data] = [:]
  /// The files that reports since then have named.
  private var named: Set<String> = []

  /// A site of the first edition, built, with a folder of other files beside the output.
  init() throws {
    fixture = try SiteFixture()
    for name in ["index.html", "papers/2601.00001/index.html"] { try fixture.write("not ours", to: "outside/\(name)") }
    try write(.first)
    let run = try fixture.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    reported = fixture.tree()
  }

  /// The full path of a file of the site.
  func path(_ name: String) -> String { "\(fixture.path)/\(name)" }

  /// Brings the files of an edition to disk.
  func write(_ edition: Edition) throws {
    for path in self.edition.files.keys where edition.files[path] == nil { try? fixture.remove(path) }
    for (path, text) in edition.files where fixture.read(path) != text { try fixture.write(text, to: path) }
    self.edition = edition
    outside = snapshotOfOutside()
  }

  /// Builds once more.
  ///
  /// - Returns: what is not as a clean build makes it, and what changed outside the output folder.
  func repair(_ arguments: [String] = []) throws -> [String] {
    let run = try SiteFixture.run(["build", "--site", fixture.path] + arguments)
    guard run.status == 0 else { return ["the next build ended with \(run.status):\n\(run.errors)"] }
    return try complaints()
  }

  /// Builds once more with a report.
  ///
  /// - Returns: the same, and what the report leaves out of the changes since the last build that had one.
  func repairWithReport() throws -> [String] {
    let complaints = try repair(["--report", report])
    readReport()
    let (before, now, named) = (reported, fixture.tree(), named)
    (reported, self.named) = (now, [])
    let changed = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
    return complaints + changed.subtracting(named).sorted().map { "\($0) is in no report" }
  }

  /// Where builds report to.
  let report = TemporaryPath.new("report")

  /// Notes which files the last report names, if there is one.
  func readReport() {
    struct Report: Decodable { var files: Set<String> }
    guard let data = FileManager.default.contents(atPath: report) else { return }
    try? FileManager.default.removeItem(atPath: report)
    named.formUnion((try? JSONDecoder().decode(Report.self, from: data).files) ?? [])
  }

  /// Removes the site that was built, and what is remembered of it.
  func forget() throws {
    for folder in ["public", ".sitegen"] { try fixture.remove(folder) }
    reported = [:]
  }

  /// What is not as a clean build makes it, and what changed outside the output folder.
  func complaints() throws -> [String] {
    let (found, wanted) = (FolderSnapshot(of: path("public")), try edition.clean)
    var complaints: [String] = []
    for path in Set(found.files.keys).union(wanted.keys).sorted() where found.files[path]?.data != wanted[path] {
      let isThere = (found.files[path] != nil, wanted[path] != nil)
      complaints.append("\(path) " + (isThere.0 ? isThere.1 ? "differs" : "should be gone" : "is missing"))
    }
    let folders = Set(wanted.keys.flatMap(Self.folders(above:)))
    if folders != found.folders { complaints.append("folders: \(folders.symmetricDifference(found.folders))") }
    return complaints + changesOutside()
  }

  /// What changed outside the output folder since the edition was written.
  func changesOutside() -> [String] {
    let now = snapshotOfOutside()
    let paths = Set(now.files.keys).union(outside.files.keys).filter { now.files[$0] != outside.files[$0] }
    let remains = (try? FileManager.default.contentsOfDirectory(atPath: path(".sitegen"))) ?? []
    return paths.sorted().map { "\($0) changed" }
      + remains.filter { $0.hasPrefix(".") || $0 == "journal" }.map { ".sitegen/\($0) is left over" }
  }

  private func snapshotOfOutside() -> FolderSnapshot {
    FolderSnapshot(of: fixture.path).without { $0.hasPrefix("public/") || $0.hasPrefix(".sitegen/") }
  }

  private static func folders(above path: String) -> [String] {
    let parts = path.split(separator: "/")
    return (1..<max(1, parts.count)).map { parts[..<$0].joined(separator: "/") }
  }
}
