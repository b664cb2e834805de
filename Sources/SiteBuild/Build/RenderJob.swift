import ByteText
import Publishing
import Workers

/// Brings all outputs of a site into its folder: what is still as it has to be stays, the rest is rendered.
struct RenderJob: Sendable {
  /// The site.
  let prepared: PreparedSite
  /// Knows which pages of the last build are still right.
  let freshness: Freshness
  /// Where to write.
  let output: OutputFolder
  /// Where changed files wait.
  let spool: Spool
  /// The outputs that this build is to write.
  let shard: Shard
  /// Whether the workers note why pages are rendered.
  let explains: Bool
  /// Whether the workers measure templates.
  let profiles: Bool

  /// Works on several cores. Workers take chunks from a common counter, so none waits for another; what they did is
  /// put together afterwards, so that the result doesn't depend on who did what.
  func run(jobs: Int) async -> [RenderWorker.Result] {
    let queue = WorkQueue(count: prepared.outputCount, chunk: 32)
    return await withTaskGroup(of: RenderWorker.Result.self) { group in
      for number in 0..<jobs {
        group.addTask { RenderWorker(prepared, queue, end: .init(ofWorker: number)).run(self) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
