package import ByteText
import Papers
package import Site
import Workers

/// What a check found.
package struct CheckReport: Sendable {
  /// The number of files that the site would have.
  package var pages: Int
  /// What is odd.
  package var warnings: [Diagnostic]

  /// The line that ends a check.
  package var summary: String {
    "checked \(pages) \(pages == 1 ? "page" : "pages"), \(warnings.count) \(warnings.count == 1 ? "warning" : "warnings")"
  }
}

extension SiteBuilder {
  /// Reads, assembles and renders the whole site, and writes nothing.
  package func check() async throws(BuildFailure) -> CheckReport {
    let records = PaperLoader(siteFolder: options.siteFolder, jobs: options.workerCount).scan()
    let loaded = await LoadStep(options: options, records: records, usesCache: false).run()
    let assembled = await AssembleStep(loaded: loaded).run()
    let planned = try await PlanStep(
      assembled: assembled, loaded: loaded, last: nil, jobs: options.workerCount
    ).run()
    let diagnostics = await render(planned)
    if !diagnostics.isEmpty {
      throw .diagnostics(Diagnostics(PageFailures.merged(diagnostics) + planned.warnings))
    }
    return CheckReport(pages: planned.outputCount, warnings: planned.warnings)
  }

  private func render(_ planned: PlannedSite) async -> [Diagnostic] {
    let queue = WorkQueue(count: planned.outputCount, chunk: 32)
    return await withTaskGroup(of: [Diagnostic].self) { group in
      for _ in 0..<options.workerCount { group.addTask { RenderWorker(planned, queue).check() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }
}
