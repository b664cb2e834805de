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
  func run(_ output: OutputFolder, spool: Spool) -> Result {
    var result = Result()
    do {
      var writer = try OutputWriter(output, spool: spool)
      do {
        try work(&writer, &result)
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
    var result = Result()
    renderAll(&result.diagnostics) { _, _ in }
    return result.diagnostics
  }

  private func work(_ writer: inout OutputWriter, _ result: inout Result) throws(SystemFailure) {
    try renderAll(&result.diagnostics) { (path, page) throws(SystemFailure) in try writer.emit(path, page) }
  }

  private func renderAll<Failure: Error>(
    _ diagnostics: inout [Diagnostic], emit: (_ path: Span<UInt8>, _ page: Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let renderer = PageRenderer(site: prepared.site, templates: prepared.templates, assets: prepared.assets)
    var path = ByteBuffer()
    var page = ByteBuffer(capacity: 1 << 18)
    while let chunk = queue.take() {
      for index in chunk {
        path.removeAll()
        page.removeAll()
        do throws(Diagnostic) {
          try prepared.render(index, with: renderer, path: &path, into: &page)
        } catch {
          diagnostics.append(error)
          // Other pages most likely fail alike; what follows would only be counted.
          if diagnostics.count >= DiagnosticPrinter.limit { queue.close() }
          continue
        }
        try emit(path.span, page.span)
      }
    }
  }
}
