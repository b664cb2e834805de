import ByteText

/// The paths of all outputs and the hashes of these, worked out once: the check of routes, the journal, the manifest and
/// the writers all ask for them.
struct OutputPaths: Sendable {
  /// The hash of each path.
  private(set) var hashes: [Fingerprint] = []
  private var text: [UInt8] = []
  /// Where each path ends in the text.
  private var ends: [UInt32] = []

  private static let pathsOfChunk = 4096

  /// No paths.
  init() {}

  /// The paths of the pages and static files, on several cores.
  init(of plan: SitePlan, files: [Theme.StaticFile], addresses: Addresses, jobs: Int) async {
    let queue = WorkQueue(count: plan.pages.count, chunk: Self.pathsOfChunk)
    let parts = await withTaskGroup(of: [(start: Int, paths: OutputPaths)].self) { group in
      for _ in 0..<jobs { group.addTask { Self.parts(queue, plan, addresses) } }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.start < $1.start }
    }
    reserve(parts.map(\.paths), count: plan.pages.count + files.count)
    for part in parts { append(part.paths) }
    for file in files { append(file.path.utf8.span) }
  }

  /// The number of outputs.
  var count: Int { ends.count }

  /// The path of an output, relative to the output folder.
  @_lifetime(borrow self)
  subscript(index: Int) -> Span<UInt8> {
    let start = index > 0 ? Int(ends[index - 1]) : 0
    return _overrideLifetime(text.span.extracting(start..<Int(ends[index])), borrowing: self)
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

  private mutating func append(_ path: Span<UInt8>) {
    path.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    ends.append(UInt32(text.count))
    hashes.append(Fingerprint(of: path))
  }

  private mutating func append(_ other: OutputPaths) {
    let start = UInt32(text.count)
    text += other.text
    for end in other.ends { ends.append(start + end) }
    hashes += other.hashes
  }

  private mutating func reserve(_ parts: [OutputPaths], count: Int) {
    text.reserveCapacity(parts.reduce(0) { $0 + $1.text.count })
    ends.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }
}
