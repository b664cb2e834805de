import Files
import Synchronization

/// Looks at the files of the last build while the site is still being put together, which leaves a core idle now and
/// then. It looks at as many as there is time for; the workers look at the others.
///
/// Nobody else may write into the folder meanwhile: the build must have its lock.
package final class EarlyInspection: Sendable {
  private static let filesOfChunk = 128

  private let isEnded = Atomic(false)

  /// Looks at nothing yet.
  package init() {}

  /// Ends the looking soon.
  package func end() { isEnded.store(true, ordering: .relaxed) }

  /// Looks at one file after the other of those that the last build left in a folder, until it is told to end.
  func look(at last: LastBuild, in folder: FolderPlace, now: Int64 = FileClock.now) async -> InspectedFiles {
    let table = last.outputs
    let listings = FolderListings(knownUntil: last.finished, now: now)
    var files = InspectedFiles(listings: listings)
    guard let root = try? folder.open() else { return files }
    var inspector = FileInspector(root: root, listings: listings)
    for start in stride(from: 0, to: table.count, by: Self.filesOfChunk) {
      // Whatever else is to be done is more urgent.
      await Task.yield()
      if isEnded.load(ordering: .relaxed) || Task.isCancelled { break }
      for entry in table.entries[start..<min(start + Self.filesOfChunk, table.count)] {
        files.append(inspector.finds(entry, of: table))
      }
    }
    return files
  }
}

/// What is known of the first files of the last build's table, before any worker has looked.
package struct InspectedFiles: Sendable {
  /// The listings of folders that were made on the way; nil where nobody looked.
  let listings: FolderListings?
  private var isAsWritten: [Bool] = []

  /// Nothing is known.
  package init() { self.init(listings: nil) }

  init(listings: FolderListings?) { self.listings = listings }

  /// Whether a file is there as it was written, by its position in the table; nil where nobody looked.
  subscript(position: Int) -> Bool? { position < isAsWritten.count ? isAsWritten[position] : nil }

  fileprivate mutating func append(_ isAsWritten: Bool) { self.isAsWritten.append(isAsWritten) }
}
