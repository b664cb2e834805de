import ByteText
import Foundation
import Site
import SiteBuild

/// A site on disk that is built again and again in the tests' own process, once with the memory of the build before
/// and once from nothing.
final class SiteWorkshop {
  let fixture: SiteFixture
  private var onDisk: [String: String] = [:]
  /// What the last build left.
  private var last = FolderSnapshot()

  init() throws { fixture = try SiteFixture() }

  /// Brings the files of a site to disk; those that did not change are left alone.
  func write(_ site: SiteDraft) throws {
    let contents = site.contents
    for path in onDisk.keys where contents[path] == nil { try fixture.remove(path) }
    for (path, text) in contents where onDisk[path] != text { try fixture.write(text, to: path) }
    onDisk = contents
  }

  /// Builds the site, remembering or not.
  func build(
    _ site: SiteDraft, into folder: String = "public", usesCache: Bool = true
  ) async -> Result<BuildReport, BuildFailure> {
    var options = BuildOptions()
    options.siteFolder = fixture.path
    options.outputFolder = "\(fixture.path)/\(folder)"
    options.usesCache = usesCache
    options.includesDrafts = site.includesDrafts
    options.baseURL = site.baseURL
    options.explains = true
    do throws(BuildFailure) {
      return .success(try await SiteBuilder(options).build())
    } catch {
      return .failure(error)
    }
  }

  /// The output folder as it is now.
  func snapshot(_ folder: String = "public") -> FolderSnapshot { FolderSnapshot(of: "\(fixture.path)/\(folder)") }

  /// Builds the site both ways.
  ///
  /// - Returns: what is not as it has to be, and whether the site could be built.
  func compare(_ site: SiteDraft) async throws -> (complaints: [String], isBuilt: Bool) {
    let before = snapshot()
    let incremental = await build(site)
    let after = snapshot()
    try? fixture.remove("clean")
    let clean = await build(site, into: "clean", usesCache: false)
    switch (incremental, clean) {
    case (.success(let report), .success):
      let complaints = complaints(report, before, after, snapshot("clean"))
      last = after
      return (complaints, true)
    case (.failure(let left), .failure(let right)):
      // Which of the pages that can't be rendered are tried first is up to the workers.
      let isSame = left.isSystemFailure == right.isSystemFailure
      let kept = after.files == before.files ? [] : ["a failed build changed the output"]
      return (kept + (isSame ? [] : ["other failures:\n\(left.text)and\n\(right.text)"]), false)
    case (.success, .failure(let failure)): return (["only the clean build failed: \(failure.text)"], false)
    case (.failure(let failure), .success): return (["only the incremental build failed: \(failure.text)"], false)
    }
  }

  private func complaints(
    _ report: BuildReport, _ before: FolderSnapshot, _ after: FolderSnapshot, _ clean: FolderSnapshot
  ) -> [String] {
    var complaints: [String] = []
    for path in Set(after.files.keys).union(clean.files.keys).sorted() {
      let (left, right) = (after.files[path]?.data, clean.files[path]?.data)
      if left != right { complaints.append("\(path) \(difference(left, right))") }
    }
    if after.folders != clean.folders {
      complaints.append("other folders: \(after.folders.symmetricDifference(clean.folders))")
    }
    let written = after.written(since: before)
    if report.written != written { complaints.append("written: \(Set(written).symmetricDifference(report.written))") }
    // What somebody else has removed meanwhile is news to who reads reports.
    let removed = Set(after.removed(since: before)).union(after.removed(since: last)).sorted()
    if report.removed != removed { complaints.append("removed: \(Set(removed).symmetricDifference(report.removed))") }
    let touched = after.touched(since: before)
    if !touched.isEmpty { complaints.append("written without need: \(touched)") }
    return complaints
  }

  private func difference(_ left: Data?, _ right: Data?) -> String {
    guard let left, let right else { return left == nil ? "is missing" : "should be gone" }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let parts = [left, right].map { String(decoding: $0.dropFirst(max(0, start - 40)).prefix(120), as: UTF8.self) }
    return "is\n    …\(parts[0])…\n  not\n    …\(parts[1])…"
  }
}

extension BuildFailure {
  /// Whether the system and not the site is to blame.
  var isSystemFailure: Bool { if case .system = self { true } else { false } }

  /// What the program would print.
  var text: String {
    switch self {
    case .diagnostics(let diagnostics): DiagnosticPrinter().text(for: diagnostics)
    case .system(let failure): failure.description
    }
  }
}
