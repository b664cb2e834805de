import ByteText
package import Files
import Workers

/// Looks whether the files of the last build are still as it left them. Only files that were touched since are read.
package struct OutputInspection: Sendable {
  private let table: OutputTable
  private let folder: FolderPlace
  private let listings: FolderListings

  /// An inspection of an output folder.
  package init(_ last: LastBuild, in folder: FolderPlace, now: Int64 = FileClock.now) {
    table = last.outputs
    listings = FolderListings(knownUntil: last.finished, now: now)
    self.folder = folder
  }

  /// Whether every file is there as it was written, on several cores.
  package func finds(jobs: Int) async -> Bool {
    let queue = WorkQueue(count: table.count, chunk: 1024)
    return await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<jobs { group.addTask { inspect(queue) } }
      return await group.reduce(true) { $0 && $1 }
    }
  }

  private func inspect(_ queue: WorkQueue) -> Bool {
    guard let root = try? folder.open() else { return false }
    var inspector = FileInspector(root: root, listings: listings)
    while let chunk = queue.take() {
      for entry in table.entries[chunk] {
        guard inspector.finds(entry, of: table) else {
          queue.close()
          return false
        }
      }
    }
    return true
  }
}

/// Looks at written files one after the other, for one worker.
struct FileInspector: ~Copyable {
  private let root: FileDescriptor
  private let listings: FolderListings
  /// The folders above the file before, which have been looked at already.
  private var known = ByteBuffer()
  /// The folder in which the last look was at a folder, how many such looks came one after the other, and its listing
  /// once they are many.
  private var parent = ByteBuffer()
  private var looks = 0
  private var name = PathName("")
  private var bytes = ByteBuffer()
  private var listing: FolderListing?

  /// So many folders beside each other make it worth while to list the one around them.
  private static let looksBeforeListing = 16

  /// An inspector of an open output folder.
  init(root: consuming FileDescriptor, listings: FolderListings) {
    self.root = root
    self.listings = listings
  }

  /// Whether a file is there with its size and time, and with its bytes where something has touched it since: a program
  /// can set a time back.
  mutating func finds(_ entry: OutputTable.Entry, of table: OutputTable) -> Bool {
    let path = table.path(of: entry)
    guard areFolders(above: path), let status = status(of: path), status.kind == .file, status.size == entry.size,
      status.modified == entry.modified
    else { return false }
    return !listings.isTouched(status) || content() == entry.content
  }

  /// The hash of the file that was looked at last.
  private mutating func content() -> Fingerprint? {
    bytes.removeAll()
    guard let file = try? root.file(name), (try? file.read(into: &bytes)) != nil else { return nil }
    return Fingerprint(of: bytes.span)
  }

  /// Whether what is above a file are folders and no links to some.
  private mutating func areFolders(above path: Span<UInt8>) -> Bool {
    let end = path.count - path.lastComponent.count
    if known.count == end, known.span.isEqual(to: path.extracting(0..<end)) { return true }
    let shared = known.span.sharedFolders(with: path)
    known.removeAll()
    known.append(path.extracting(0..<end))
    for index in shared..<end where path[index] == UInt8(ascii: "/") {
      guard isFolder(path.extracting(0..<index)) else {
        known.removeAll()
        return false
      }
    }
    return true
  }

  private mutating func isFolder(_ path: Span<UInt8>) -> Bool {
    let name = path.lastComponent
    countLook(in: path.extracting(0..<path.count - name.count))
    if let listing { return listing.hasFolder(name) }
    return status(of: path)?.kind == .folder
  }

  private mutating func status(of path: Span<UInt8>) -> FileStatus? {
    name.respell(path)
    return try? root.status(of: name)
  }

  private mutating func countLook(in folder: Span<UInt8>) {
    if !parent.span.isEqual(to: folder) {
      parent.removeAll()
      parent.append(folder)
      (looks, listing) = (0, nil)
    }
    looks += 1
    if listing == nil, looks % Self.looksBeforeListing == 0 { listing = listings.listing(of: folder, in: root) }
  }
}
