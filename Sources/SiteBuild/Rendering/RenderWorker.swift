import ByteText
import Files
import Jinja
import Publishing
import Rendering
import Site
import Workers

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
    /// Which pages it rendered and why, where that is asked for.
    var rendered: [RenderedPage] = []
    /// How long each template took, where that is asked for.
    var profile: [TemplateProfile] = []
  }

  private let planned: PlannedSite
  private let queue: WorkQueue
  private let end: WorkQueue.End

  /// A worker that takes its work from one end of a queue.
  init(_ planned: PlannedSite, _ queue: WorkQueue, end: WorkQueue.End = .front) {
    self.planned = planned
    self.queue = queue
    self.end = end
  }

  /// Works until the queue is empty.
  func run(_ job: RenderStep) -> Result {
    var result = Result()
    do {
      var writer = try OutputWriter(job.output, spool: job.spool)
      do {
        try writeAll(job, &writer, &result)
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
    let renderer = planned.makeRenderer()
    var page = ByteBuffer(capacity: 1 << 18)
    while let chunk = queue.take() {
      for index in chunk { _ = render(index, renderer, &page, &diagnostics) }
    }
    return diagnostics
  }

  private func writeAll(
    _ job: RenderStep, _ writer: inout OutputWriter, _ result: inout Result
  ) throws(SystemFailure) {
    let renderer = planned.makeRenderer()
    if job.options.profiles { renderer.startProfile() }
    defer { result.profile = renderer.profile }
    var page = ByteBuffer(capacity: 1 << 18)
    var position = -1
    while let chunk = queue.take(from: end) {
      for index in chunk.lazy.map(planned.output) where job.options.shard.contains(index) {
        let path = planned.paths[index]
        let basis = planned.basis(of: index)
        guard let reason = keep(index, basis, job, &position, &writer) else { continue }
        guard render(index, renderer, &page, &result.diagnostics) else { continue }
        // A static file is copied whether it changed or not, so it has no reason to show.
        if job.options.explains, planned.isPage(index) {
          result.rendered.append(RenderedPage(path: String(bytes: path), reason: reason))
        }
        let read = planned.isPage(index) ? planned.freshness?.stored(renderer.dependencies) ?? [] : []
        try writer.emit(path, page.span, basis: basis, read: read)
      }
    }
  }

  /// Keeps an output of the last build, if it would come out the same.
  ///
  /// - Parameter last: the place in the manifest of the output before; this one is mostly the next.
  /// - Returns: why it isn't, nil where it was kept.
  private func keep(
    _ index: Int, _ basis: PageBasis, _ job: RenderStep, _ last: inout Int, _ writer: inout OutputWriter
  ) -> StaleReason? {
    let manifest = job.output.manifest
    let (path, hash) = (planned.paths[index], planned.paths.hashes[index])
    guard planned.isPage(index), let position = manifest.position(of: path, hash: hash, expected: last + 1) else {
      return .new
    }
    last = position
    if let reason = planned.freshness?.staleReason(manifest.table.entries[position], basis) { return reason }
    return writer.keep(position) ? nil : .altered
  }

  /// Replaces the content of `page` by an output; false where that failed.
  private func render(
    _ index: Int, _ renderer: PageRenderer, _ page: inout ByteBuffer, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    page.removeAll()
    do throws(Diagnostic) {
      try planned.render(index, with: renderer, into: &page)
      return true
    } catch {
      diagnostics.append(error)
      // Other pages most likely fail alike.
      if diagnostics.count >= PageFailures.limit { queue.close() }
      return false
    }
  }
}

/// A page that was rendered, and why.
struct RenderedPage: Sendable {
  /// The path of its file.
  var path: String
  /// Why it was not kept.
  var reason: StaleReason
}
