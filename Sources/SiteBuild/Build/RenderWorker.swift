import ByteText

/// One of the workers that render and write: it owns its renderer, its buffer and its open folders.
struct RenderWorker {
  /// What a worker did.
  struct Result: Sendable {
    /// What it wrote; nil where it could not begin.
    var log: OutputWriter.Log?
    /// What was wrong with pages it rendered.
    var diagnostics: [Diagnostic] = []
    /// Why it stopped early.
    var systemFailure: SystemFailure?
  }

  private let prepared: PreparedSite
  private let queue: WorkQueue

  /// A worker that takes its work from a queue.
  init(_ prepared: PreparedSite, _ queue: WorkQueue) {
    self.prepared = prepared
    self.queue = queue
  }

  /// Works until the queue is empty.
  func run(_ job: RenderJob) -> Result {
    var result = Result()
    do {
      var writer = try OutputWriter(job.output, spool: job.spool)
      do {
        try writeAll(job, &writer, &result.diagnostics)
      } catch {
        result.systemFailure = error
        queue.close()
      }
      result.log = writer.finish()
    } catch {
      result.systemFailure = error
    }
    return result
  }

  /// Renders until the queue is empty and writes nothing.
  ///
  /// - Returns: what was wrong with the pages.
  func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let renderer = PageRenderer(prepared)
    var page = ByteBuffer(capacity: 1 << 18)
    while let chunk = queue.take() {
      for index in chunk { _ = render(index, renderer, &page, &diagnostics) }
    }
    return diagnostics
  }

  private func writeAll(
    _ job: RenderJob, _ writer: inout OutputWriter, _ diagnostics: inout [Diagnostic]
  ) throws(SystemFailure) {
    let renderer = PageRenderer(prepared)
    var path = ByteBuffer()
    var page = ByteBuffer(capacity: 1 << 18)
    while let chunk = queue.take() {
      for index in chunk {
        path.removeAll()
        prepared.appendPath(of: index, to: &path)
        let basis = prepared.basis(of: index)
        if let known = job.output.manifest.entry(for: path.span), prepared.isPage(index),
          job.freshness.isFresh(known, basis), writer.keep(known)
        {
          continue
        }
        guard render(index, renderer, &page, &diagnostics) else { continue }
        let read = prepared.isPage(index) ? job.freshness.stored(renderer.dependencies) : []
        try writer.emit(path.span, page.span, basis, read)
      }
    }
  }

  /// Replaces what `page` holds with an output; false where that failed.
  private func render(
    _ index: Int, _ renderer: PageRenderer, _ page: inout ByteBuffer, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    page.removeAll()
    do throws(Diagnostic) {
      try prepared.render(index, with: renderer, into: &page)
      return true
    } catch {
      diagnostics.append(error)
      // Other pages most likely fail alike; what follows would only be counted.
      if diagnostics.count >= DiagnosticPrinter.limit { queue.close() }
      return false
    }
  }
}
