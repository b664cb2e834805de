import ByteText
internal import Files

/// The output folder of one build and what the build before left in it.
package final class OutputFolder: Sendable {
  /// Where it is.
  let place: FolderPlace
  private let root: FileDescriptor
  /// Whether this build has made it.
  let isNew: Bool
  /// What the last build wrote.
  package let manifest: Manifest
  /// Whether sizes and times in the manifest can be believed: not after a build that was cut off.
  let trustsTimes: Bool
  /// Whether any file in the place of one of the site may be overwritten.
  let ownsEverything: Bool
  /// What is known of the last build's files before any worker has looked at them.
  let inspected: InspectedFiles
  /// The listings of its large folders.
  let listings: FolderListings
  private let isForced: Bool
  /// Paths of files that are the site's though the manifest doesn't know them: a build that was cut off may have made
  /// them, or the manifest is lost.
  let begun: Set<String>

  /// An output folder that is there.
  ///
  /// - Parameters:
  ///   - manifest: what the last build wrote, or nil where that is not known.
  ///   - finished: when the last build had written everything, in nanoseconds since 1970; 0 where that is not known.
  ///   - begun: paths that a build which was cut off may have made; nil where none was.
  ///   - listed: the site's files where there is no manifest. Where there is neither, every file in the place
  ///     of a page counts as the program's own.
  ///   - inspected: what is known already of the files of `manifest`.
  ///   - isJournalLost: whether nobody knows which files a build that was cut off may have made.
  ///   - isNew: whether this build has made the folder.
  init(
    _ place: FolderPlace, manifest: Manifest?, finished: Int64 = 0, begun: Set<String>?, listed: Set<String>? = nil,
    inspected: InspectedFiles = InspectedFiles(), isJournalLost: Bool = false, isNew: Bool = false,
    force: Bool
  ) throws(SystemFailure) {
    self.place = place
    root = try SystemFailure.naming("can't open \(place.path)") { () throws(FileError) in try place.open() }
    self.isNew = isNew
    self.inspected = inspected
    listings = inspected.listings ?? FolderListings(knownUntil: finished)
    self.manifest = manifest ?? Manifest()
    self.begun = (begun ?? []).union(listed ?? [])
    trustsTimes = begun == nil
    isForced = force
    ownsEverything = manifest == nil && listed == nil || isJournalLost || force
  }

  /// The path, as the user knows it.
  package var path: String { place.path }

  /// The folder, opened once more. All that a build writes goes into the folder that was opened first, whatever has its
  /// path meanwhile.
  func open() throws(SystemFailure) -> FileDescriptor {
    try SystemFailure.naming("can't open \(path)") { () throws(FileError) in try root.again() }
  }

  /// Whether something in the place of a folder of the site may be removed: it took the place of a folder or a file
  /// of the last build. Linear in the number of files.
  func ownsPlace(ofFolder path: Span<UInt8>) -> Bool {
    if isForced || isKnown(path) { return true }
    let table = manifest.table
    if table.entries.contains(where: { table.path(of: $0).isBelow(path) }) { return true }
    return begun.contains { $0.utf8.span.isBelow(path) }
  }

  /// Whether a file may be overwritten.
  func owns(_ path: Span<UInt8>) -> Bool { ownsEverything || isKnown(path) }

  /// Whether an earlier build wrote a file, or may have done so.
  func isKnown(_ path: Span<UInt8>) -> Bool { manifest.position(of: path) != nil || hasBegun(path) }

  /// Whether a build that was cut off may have made a file.
  func hasBegun(_ path: Span<UInt8>) -> Bool { !begun.isEmpty && begun.contains(String(bytes: path)) }
}
