import ByteText
import Publishing
import Site
import Workers

extension OutputPaths {
  private static let pathsOfChunk = 4096

  /// The paths of the pages and static files, on several cores.
  init(of plan: SitePlan, files: [String], addresses: Addresses, jobs: Int) async {
    let queue = WorkQueue(count: plan.pages.count, chunk: Self.pathsOfChunk)
    let parts = await withTaskGroup(of: [(start: Int, paths: OutputPaths)].self) { group in
      for _ in 0..<jobs { group.addTask { Self.parts(queue, plan, addresses) } }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.start < $1.start }
    }
    self.init(parts.map(\.paths), count: plan.pages.count + files.count)
    for file in files { append(file.utf8.span) }
  }

  private static func parts(
    _ queue: WorkQueue, _ plan: SitePlan, _ addresses: Addresses
  ) -> [(start: Int, paths: OutputPaths)] {
    var parts: [(start: Int, paths: OutputPaths)] = []
    var path = ByteBuffer()
    while let chunk = queue.take() {
      var paths = OutputPaths()
      for index in chunk {
        path.removeAll()
        addresses.appendFile(of: plan.pages[index], to: &path)
        paths.append(path.span)
      }
      parts.append((chunk.lowerBound, paths))
    }
    return parts
  }
}
