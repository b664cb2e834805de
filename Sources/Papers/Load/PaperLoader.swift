public import ByteText
internal import DataFiles
import Synchronization

/// Loads all records of a site, on several cores; the result is the same for any number of them.
public struct PaperLoader: Sendable {
  /// The site's folder: `content/papers` in it is read, and paths in diagnostics are relative to it.
  public let siteFolder: String
  /// How many tasks work at the same time.
  public let jobs: Int
  /// What earlier builds have parsed, where that is remembered.
  private let cache: RecordCache?

  /// The folder of the records in a site.
  public static let folder = "content/papers"

  /// A loader; fewer than one job counts as one.
  public init(siteFolder: String, jobs: Int, cache: RecordCache? = nil) {
    self.siteFolder = siteFolder
    self.cache = cache
    self.jobs = max(jobs, 1)
  }

  /// The files that a load reads.
  public func scan() -> ContentListing {
    var scanner = ContentScanner(siteFolder: siteFolder)
    return scanner.scan(Self.folder)
  }

  /// Reads every file and freezes what they hold.
  ///
  /// - Parameter listing: the files, where they have been scanned already.
  /// - Returns: the records, and the warnings in the order of their places.
  /// - Throws: every error in the content, together with the warnings.
  public func load(
    _ listing: ContentListing? = nil
  ) async throws(Diagnostics) -> (store: PaperStore, warnings: [Diagnostic]) {
    let listing = listing ?? scan()
    let files = listing.files
    let plan = LoadPlan(files)
    let chunks = await loadChunks(plan)
    let text = cache?.text ?? FrozenBytes(ByteBuffer())
    var store = PaperStore(behind: text, files: files.map(\.path))
    let resolver = IssueResolver(siteFolder: siteFolder, files: store.files)
    let issues = chunks.flatMap(\.issues)
    async let resolved = resolver.diagnostics(for: issues)
    guard let repeated = await store.join(chunks) else { return try await loadWithoutCache(listing) }
    cache?.finish(chunks.flatMap(\.blocks))
    let all = repeated.isEmpty ? await resolved : resolver.diagnostics(for: issues + repeated)
    let diagnostics = Diagnostics(listing.diagnostics + all)
    if diagnostics.hasErrors { throw diagnostics }
    return (store, diagnostics.list)
  }

  /// Reads everything anew, since the cache doesn't hold what it should, and lets the cache forget all.
  private func loadWithoutCache(
    _ listing: ContentListing
  ) async throws(Diagnostics) -> (store: PaperStore, warnings: [Diagnostic]) {
    cache?.finish([])
    return try await PaperLoader(siteFolder: siteFolder, jobs: jobs).load(listing)
  }

  /// Each task takes the next chunk until none is left; the results stand in the order of the chunks.
  private func loadChunks(_ plan: LoadPlan) async -> [LoadedChunk] {
    let cursor = ChunkCursor()
    var results: [LoadedChunk?] = Array(repeating: nil, count: plan.chunks.count)
    await withTaskGroup(of: [(Int, LoadedChunk)].self) { group in
      for _ in 0..<min(jobs, plan.chunks.count) {
        group.addTask { loadNextChunks(cursor, of: plan) }
      }
      for await loaded in group {
        for (index, chunk) in loaded { results[index] = chunk }
      }
    }
    return results.compactMap { $0 }
  }

  private func loadNextChunks(_ cursor: ChunkCursor, of plan: LoadPlan) -> [(Int, LoadedChunk)] {
    var tree = DataTree()
    var results: [(Int, LoadedChunk)] = []
    while let index = cursor.next(before: plan.chunks.count) {
      let loader = ChunkLoader(siteFolder: siteFolder, plan: plan, chunk: index, cache: cache)
      results.append((index, loader.load(with: &tree)))
    }
    return results
  }
}

/// The number of the next chunk, which tasks take in turn.
private final class ChunkCursor: Sendable {
  private let position = Atomic<Int>(0)

  func next(before end: Int) -> Int? {
    let index = position.add(1, ordering: .relaxed).oldValue
    return index < end ? index : nil
  }
}
