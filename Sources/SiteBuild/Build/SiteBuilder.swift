package import ByteText
package import Files
import Papers
import Publishing
import Workers

/// Why a build ended without a site.
package enum BuildFailure: Error, Sendable {
  /// The content, a template or the configuration is wrong; the published site is as it was.
  case diagnostics(Diagnostics)
  /// The system refused something.
  case system(SystemFailure)
}

/// Builds a site: loads, assembles, plans, renders, writes.
package struct SiteBuilder: Sendable {
  private let options: BuildOptions
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

  private func lockCache() async throws(BuildFailure) -> BuildLock {
    guard options.usesCache, options.isSite else { return BuildLock() }
    do throws(SystemFailure) {
      return try await BuildLock.onCache(options.place.cache) { options.onWait?("another build of this site") }
    } catch {
      throw .system(error)
    }
  }

  private func buildAlone() async throws(BuildFailure) -> BuildReport {
    let remembering = Task { BuildCache(options.place) }
    let records = listRecords()
    let snapshot = SourceSnapshot(options, records: records)
    // Where the last build may be of the same sources, that is looked into before anything is loaded.
    if BuildCache.mayBeOf(snapshot, options.place), let unchanged = await unchanged(since: snapshot, remembering.value)
    {
      do { return try finished(unchanged) } catch { throw .system(error) }
    }
    var report = try await publish(records, snapshot, remembering)
    report.seconds = seconds
    return report
  }

  /// How long the build has taken so far.
  private var seconds: Double { started.duration(to: ContinuousClock().now) / .seconds(1) }

  /// A report with the time that the build took, written where the user wants it.
  private func finished(_ report: BuildReport) throws(SystemFailure) -> BuildReport {
    var report = report
    report.seconds = seconds
    if let path = options.report { try NamedFile.write(report.json, to: path) }
    return report
  }

  /// The report where another build would come out as the last one did and every file is as that left it.
  private func unchanged(since snapshot: SourceSnapshot, _ cache: BuildCache) async -> BuildReport? {
    guard cache.isOf(snapshot), let last = cache.last,
      await OutputInspection(last, in: options.place.output).finds(jobs: jobs)
    else { return nil }
    return BuildReport(pages: last.outputs.count, warnings: last.warnings)
  }

  private func publish(
    _ records: ContentListing, _ snapshot: SourceSnapshot, _ remembering: Task<BuildCache, Never>
  ) async throws(BuildFailure) -> BuildReport {
    let lock = BuildLock.onOutput(options.place.output)
    let (isLocked, inspection) = (lock != nil, EarlyInspection())
    // What is remembered is read, and compared, on one core while another puts the records together and plans.
    async let remembered = remember(remembering)
    async let inspected = isLocked ? remembering.value.inspect(with: inspection) : InspectedFiles()
    let sources = await loadSources(records, options.records)
    let assembly = await SiteAssembly(sources)
    let (cache, manifest) = await remembered
    async let freshness = Freshness(
      values: DependencyValues(of: assembly.site, assets: assembly.assets), last: manifest, jobs: jobs)
    let prepared = try await prepare(assembly, sources)
    let known = await freshness
    inspection.end()
    let output = try outputFolder(cache, manifest, await inspected)
    return try await publish(prepared, known, cache, output, snapshot, lock)
  }

  private func remember(_ remembering: Task<BuildCache, Never>) async -> (BuildCache, Manifest) {
    let cache = await remembering.value
    return (cache, cache.manifest())
  }

  var jobs: Int { max(1, options.jobs ?? Processors.count) }

  func listRecords() -> ContentListing { PaperLoader(siteFolder: options.siteFolder, jobs: jobs).scan() }

  func loadSources(_ records: ContentListing, _ cache: RecordCache?) async -> SiteSources {
    await SiteSources(options, records: records, cache: cache, jobs: jobs)
  }

  func prepare(_ assembly: SiteAssembly, _ sources: SiteSources) async throws(BuildFailure) -> PreparedSite {
    do { return try await PreparedSite(assembly, sources, jobs: jobs) } catch { throw .diagnostics(error) }
  }

  private func outputFolder(
    _ cache: BuildCache, _ manifest: Manifest, _ inspected: InspectedFiles
  ) throws(BuildFailure) -> OutputFolder {
    do throws(SystemFailure) {
      return try cache.outputFolder(manifest, inspected, force: options.force)
    } catch {
      throw .system(error)
    }
  }

  private func publish(
    _ prepared: PreparedSite, _ freshness: Freshness, _ cache: BuildCache, _ output: OutputFolder,
    _ snapshot: SourceSnapshot, _ held: consuming BuildLock?
  ) async throws(BuildFailure) -> BuildReport {
    do {
      let lock = try await BuildLock.onOutput(output, held: held) {
        options.onWait?("another build into \(output.path)")
      }
      try cache.begin(prepared.paths, output)
      let spool = Spool(temporaryFolder: cache.temporaryFolder)
      let job = RenderJob(
        prepared: prepared, freshness: freshness, output: output, spool: spool, shard: options.shard,
        explains: options.explains, profiles: options.profiles)
      let results = await job.run(jobs: jobs)
      let reasons = reasons(results, prepared, output)
      // What was rendered needs no more texts: to let go of them now, on another core, spares the end of the process.
      async let released: Void = prepared.site.store.segments.first?.releasePages() ?? ()
      let commit = try OutputCommit(output, spool: spool, logs: results.compactMap(\.log))
      if let failure = Self.failure(of: results, output: output) ?? commit.lackOfSpace.map(BuildFailure.system) {
        commit.rollBack()
        cache.abandon()
        throw failure
      }
      let changes = try commit.apply()
      let warnings = prepared.warnings + HostLimits.warnings(sizes: changes.outputs)
      let report = try finished(Self.report(changes, results, reasons, warnings))
      try cache.end(lastBuild(changes, snapshot, warnings), changed: changes.changed, in: output)
      lock.release()
      await released
      if options.endsProcess { leakUntilExit(job, results) }
      return report
    } catch let failure as SystemFailure {
      throw .system(failure)
    } catch let failure as BuildFailure {
      throw failure
    } catch {
      throw .system(SystemFailure("unknown failure", nil))
    }
  }

  private static func report(
    _ changes: OutputCommit.Changes, _ results: [RenderWorker.Result], _ reasons: [(path: String, reason: String)],
    _ warnings: [Diagnostic]
  ) -> BuildReport {
    BuildReport(
      pages: changes.outputs.count, files: changes.files, removed: changes.removed, reasons: reasons,
      profile: ProfileRow.rows(of: results.map(\.profile)), warnings: warnings)
  }

  private func lastBuild(
    _ changes: OutputCommit.Changes, _ snapshot: SourceSnapshot, _ warnings: [Diagnostic]
  ) -> LastBuild {
    LastBuild(
      outputs: changes.outputs, sources: snapshot.fingerprint, warnings: warnings, finished: FileClock.now)
  }

  private func reasons(
    _ results: [RenderWorker.Result], _ prepared: PreparedSite, _ output: OutputFolder
  ) -> [(path: String, reason: String)] {
    guard options.explains else { return [] }
    let values = DependencyValues(of: prepared.site, assets: prepared.assets)
    let unchanged = UnchangedAspects(of: output.manifest.table, values)
    return results.flatMap(\.rendered).sorted { $0.path < $1.path }.map { page in
      (page.path, unchanged.narrowed(page.reason).description(in: prepared.site))
    }
  }

  private static func failure(of results: [RenderWorker.Result], output: OutputFolder) -> BuildFailure? {
    if let failure = results.lazy.compactMap(\.systemFailure).first { return .system(failure) }
    var diagnostics = PageFailures.merged(results.flatMap(\.diagnostics))
    let logs = results.compactMap(\.log)
    diagnostics += logs.flatMap(\.foreign).map { path in
      Diagnostic(
        .error, "output/foreign", "this file was not written by sitegen, and the site has a page here",
        path: "\(output.path)/\(path)", help: "move it away, or build with --force")
    }
    diagnostics += Set(logs.flatMap(\.blocked)).map { path in
      Diagnostic(
        .error, "output/blocked", "this was not written by sitegen and stands where a page needs a folder or a file",
        path: "\(output.path)/\(path)", help: "move it away")
    }
    return diagnostics.isEmpty ? nil : .diagnostics(Diagnostics(diagnostics))
  }
}
