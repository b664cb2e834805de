import ByteText
import Publishing
import Workers

/// The fifth step: renders the outputs that are not up to date. New files are written at once; changed ones wait until
/// the whole build has succeeded.
struct RenderStep: Sendable {
  /// The site.
  let planned: PlannedSite
  /// Where to write.
  let output: OutputFolder
  /// Where changed files wait.
  let spool: Spool
  /// What the user asked for.
  let options: BuildOptions

  /// Works on several cores. Workers take chunks from a common counter, so none waits for another. What they did is
  /// put together afterwards, so that the result doesn't depend on which worker did what.
  func run() async -> [RenderWorker.Result] {
    let queue = WorkQueue(count: planned.outputCount, chunk: 32)
    return await withTaskGroup(of: RenderWorker.Result.self) { group in
      for number in 0..<options.workerCount {
        group.addTask { RenderWorker(planned, queue, end: .init(ofWorker: number)).run(self) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
