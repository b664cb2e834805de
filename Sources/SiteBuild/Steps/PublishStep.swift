import ByteText
import Files
import Publishing
import Site

/// The last step: puts the rendered files into their places, removes what no longer belongs to the site, and remembers
/// the build. If anything was wrong, nothing changes.
struct PublishStep: Sendable {
  let planned: PlannedSite
  let output: OutputFolder
  let cache: BuildCache
  let spool: Spool
  let rendered: [RenderWorker.Result]
  let snapshot: SourceSnapshot
  let options: BuildOptions

  /// Publishes.
  ///
  /// - Parameter finish: completes the report and writes it where the user wants it, before the build is remembered.
  func run(_ finish: (BuildReport) throws(SystemFailure) -> BuildReport) throws(BuildFailure) -> BuildReport {
    let commit = try BuildFailure.naming { () throws(SystemFailure) in
      try OutputCommit(output, spool: spool, logs: rendered.compactMap(\.log))
    }
    if let failure = failure ?? commit.lackOfSpace.map(BuildFailure.system) {
      commit.rollBack()
      cache.abandon()
      throw failure
    }
    do throws(SystemFailure) {
      let changes = try commit.apply()
      let warnings = planned.warnings + HostLimits.warnings(sizes: changes.outputs)
      let report = try finish(report(changes, warnings))
      let build = LastBuild(
        outputs: changes.outputs, sources: snapshot.fingerprint, warnings: warnings, finished: FileClock.now)
      try cache.end(build, changed: changes.changed, in: output)
      return report
    } catch {
      throw .system(error)
    }
  }

  private func report(_ changes: OutputCommit.Changes, _ warnings: [Diagnostic]) -> BuildReport {
    BuildReport(
      pages: changes.outputs.count, files: changes.files, removed: changes.removed, reasons: reasons,
      profile: ProfileRow.rows(of: rendered.map(\.profile)), warnings: warnings)
  }

  /// Why pages were rendered, where that is asked for.
  private var reasons: [(path: String, reason: String)] {
    guard options.explains else { return [] }
    let values = DependencyValues(of: planned.site)
    let unchanged = UnchangedGroups(of: output.manifest.table, values)
    return rendered.flatMap(\.rendered).sorted { $0.path < $1.path }.map { page in
      (page.path, unchanged.narrowed(page.reason).description(values))
    }
  }

  /// Why nothing may be published, or nil.
  private var failure: BuildFailure? {
    if let failure = rendered.lazy.compactMap(\.systemFailure).first { return .system(failure) }
    let logs = rendered.compactMap(\.log)
    let foreign = logs.flatMap(\.foreign).map { path in
      Diagnostic(
        .error, "output/foreign", "this file was not written by sitegen, and the site has a page here",
        path: "\(output.path)/\(path)", help: "move it away, or build with --force")
    }
    let blocked = Set(logs.flatMap(\.blocked)).map { path in
      Diagnostic(
        .error, "output/blocked", "this was not written by sitegen and stands where a page needs a folder or a file",
        path: "\(output.path)/\(path)", help: "move it away")
    }
    let diagnostics = PageFailures.merged(rendered.flatMap(\.diagnostics)) + foreign + blocked
    return diagnostics.isEmpty ? nil : .diagnostics(Diagnostics(diagnostics))
  }
}
