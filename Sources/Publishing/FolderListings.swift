import ByteText
import Files
import Synchronization

/// Which names in a folder are folders themselves, no links to some.
struct FolderListing: Sendable {
  /// The hashes of their names; nil where all that were folders after the last build still are.
  private let folders: (hashes: [UInt64], index: HashIndex)?

  /// The listing of a folder that is as the last build left it.
  static let asBefore = FolderListing()

  private init() { folders = nil }

  /// The listing of an open folder; nil where the file system doesn't say what the names are.
  init?(_ folder: borrowing FileDescriptor) {
    var hashes: [UInt64] = []
    var isTold = true
    do throws(FileError) {
      try folder.forEachEntry { name, kind in
        if kind == .folder { hashes.append(Self.hash(of: name)) }
        if kind == nil { isTold = false }
      }
    } catch { return nil }
    guard isTold else { return nil }
    var index = HashIndex(capacity: hashes.count)
    for (position, hash) in hashes.enumerated() { index.insert(position, hash: hash) }
    folders = (hashes, index)
  }

  /// Whether a name is that of a folder.
  func hasFolder(_ name: Span<UInt8>) -> Bool {
    guard let folders else { return true }
    let hash = Fingerprint(of: name).value
    return folders.index.position(of: hash) { folders.hashes[$0] == hash } != nil
  }

  private static func hash(of name: UnsafeRawBufferPointer) -> UInt64 {
    name.withMemoryRebound(to: UInt8.self) { Fingerprint(of: $0.span).value }
  }
}

/// The listings of large folders: to list one costs a tenth of asking for each of its names. All workers share them.
///
/// A folder in which no name has changed since the last build need not even be listed: that build has seen to it that
/// what is above its files are folders.
final class FolderListings: Sendable {
  private enum Look: Sendable {
    case listed(FolderListing)
    case refused
  }

  private let known = Mutex<[String: Look]>([:])
  private let finished: Int64

  /// Listings for the files of a build that was finished at a time, in nanoseconds since 1970. One that is still to come
  /// tells nothing: the clock was set back.
  init(knownUntil finished: Int64, now: Int64 = FileClock.now) { self.finished = finished <= now ? finished : 0 }

  /// Whether nothing of a file or a name in a folder has changed since the build.
  func isAsBefore(_ status: FileStatus) -> Bool { FileClock.settled(status.changed) < finished }

  /// Whether a file was surely touched since the build, though that may have changed neither size nor time.
  func isTouched(_ status: FileStatus) -> Bool { status.changed > finished }

  /// The listing of a folder below an open one; nil where there is none, or not yet, since another worker makes it.
  func listing(of path: Span<UInt8>, in root: borrowing FileDescriptor) -> FolderListing? {
    let key = String(bytes: path)
    guard let folder = try? root.folder(below: path) else { return nil }
    let look = known.withLockIfAvailable { known in
      if let look = known[key] { return look }
      let look = inspect(folder)
      known[key] = look
      return look
    }
    if case .listed(let listing) = look { return listing }
    return nil
  }

  private func inspect(_ folder: borrowing FileDescriptor) -> Look {
    if let status = try? folder.status(), isAsBefore(status) { return .listed(.asBefore) }
    return FolderListing(folder).map(Look.listed) ?? .refused
  }
}
