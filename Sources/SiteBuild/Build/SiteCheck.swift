package import ByteText
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
    let sources = await loadSources(listRecords(), nil)
    let prepared = try await prepare(SiteAssembly(sources), sources)
    let queue = WorkQueue(count: prepared.outputCount, chunk: 32)
    let jobs = jobs
    let diagnostics = await withTaskGroup(of: [Diagnostic].self) { group in
      for _ in 0..<jobs { group.addTask { RenderWorker(prepared, queue).check() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    if !diagnostics.isEmpty {
      throw .diagnostics(Diagnostics(PageFailures.merged(diagnostics) + prepared.warnings))
    }
    return CheckReport(pages: prepared.outputCount, warnings: prepared.warnings)
  }
}
