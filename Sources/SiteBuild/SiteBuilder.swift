import ByteText
import Files
import Publishing
package import Site
import Workers

/// Builds a site in six steps, each a type of its own in `Steps`: scan, load, assemble, plan, render, publish.
package struct SiteBuilder: Sendable {
  let options: BuildOptions
  private let started = ContinuousClock().now

  /// A builder for what the user asked.
  package init(_ options: BuildOptions) { self.options = options }

  /// Builds the site, or changes nothing. Builds of one site, or into one folder, wait for each other.
  package func build() async throws(BuildFailure) -> BuildReport {
    let place = options.place
    if let diagnostic = place.diagnostic ?? options.report.flatMap(place.refusal(ofReport:)) {
      throw .diagnostics(Diagnostics([diagnostic]))
    }
    let lock = try await lockCache()
    let report = try await buildAlone()
    lock.release()
    return report
  }

  private func buildAlone() async throws(BuildFailure) -> BuildReport {
    var times = StepTimes()
    let scanned = await times.time("scan") { ScanStep(options: options).run() }
    if let last = await scanned.unchangedBuild(options) {
      let report = BuildReport(pages: last.outputs.count, warnings: last.warnings)
      return try BuildFailure.naming { () throws(SystemFailure) in try finish(report, times) }
    }
    let remembered = RememberedOutputs(of: scanned, options)
    let planned = try await prepare(scanned, remembered.manifest, &times)
    let output = try await remembered.open(options)
    let report = try await write(planned, to: output, scanned, times)
    output.release()
    return report
  }

  /// Loads, assembles and plans the site.
  private func prepare(
    _ scanned: ScannedSite, _ last: Task<Manifest, Never>, _ times: inout StepTimes
  ) async throws(BuildFailure) -> PlannedSite {
    let loaded = await times.time("load") {
      await LoadStep(options: options, records: scanned.records, usesCache: true).run()
    }
    let assembled = await times.time("assemble") { await AssembleStep(loaded: loaded).run() }
    return try await times.time("plan") { () async throws(BuildFailure) in
      try await PlanStep(assembled: assembled, loaded: loaded, last: last, jobs: options.workerCount).run()
    }
  }

  /// Renders and publishes the site.
  private func write(
    _ planned: PlannedSite, to output: borrowing LockedOutput, _ scanned: ScannedSite, _ times: StepTimes
  ) async throws(BuildFailure) -> BuildReport {
    var times = times
    let (folder, cache) = (output.folder, output.cache)
    try BuildFailure.naming { () throws(SystemFailure) in try cache.begin(planned.paths, folder) }
    let spool = Spool(temporaryFolder: cache.temporaryFolder)
    let rendered = await times.time("render") {
      await RenderStep(planned: planned, output: folder, spool: spool, options: options).run()
    }
    // What was rendered needs no more texts: to let go of them now, on another core, spares the end of the process.
    async let released: Void = planned.site.releaseTexts()
    let publish = PublishStep(
      planned: planned, output: folder, cache: cache, spool: spool, rendered: rendered, snapshot: scanned.snapshot,
      options: options)
    let before = times
    let report = try await times.time("publish") { () async throws(BuildFailure) in
      try publish.run { report throws(SystemFailure) in try finish(report, before) }
    }
    await released
    if options.endsProcess { leakUntilExit(planned, rendered) }
    var finished = report
    (finished.times, finished.seconds) = (times, seconds)
    return finished
  }

  private func lockCache() async throws(BuildFailure) -> BuildLock {
    guard options.usesCache, options.isSite else { return BuildLock() }
    do throws(SystemFailure) {
      return try await BuildLock.onCache(options.place.cache) { options.onWait?("another build of this site") }
    } catch {
      throw .system(error)
    }
  }

  /// How long the build has taken so far.
  private var seconds: Double { started.duration(to: ContinuousClock().now) / .seconds(1) }

  /// A report with the time that the build took, written where the user wants it.
  private func finish(_ report: BuildReport, _ times: StepTimes) throws(SystemFailure) -> BuildReport {
    var report = report
    (report.seconds, report.times) = (seconds, times)
    if let path = options.report { try NamedFile.write(report.json, to: path) }
    return report
  }
}
