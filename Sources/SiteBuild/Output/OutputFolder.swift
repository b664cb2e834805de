import ByteText

/// The output folder of one build and what the build before left in it.
final class OutputFolder: Sendable {
  /// The path, as the user gave it.
  let path: String
  /// Whether this build has made it.
  let isNew: Bool
  /// What the last build wrote.
  let manifest: Manifest
  /// Whether sizes and times in the manifest can be believed: not after a build that was cut off.
  let trustsTimes: Bool
  /// Whether any file that stands where the site has one may be overwritten.
  let ownsEverything: Bool
  /// What is known of the last build's files before any worker has looked at them.
  let inspected: InspectedFiles
  /// The listings of its large folders.
  let listings: FolderListings
  private let isForced: Bool
  /// Paths of files that are the site's though the manifest doesn't know them: a build that was cut off may have made
  /// them, or the manifest is lost.
  let begun: Set<String>

  /// What a file is called while it is being written in full, before it takes its name. There is never more than one,
  /// in the output folder itself, so the next build finds what a build that was cut off has left.
  static let temporaryName = ".sitegen-new"

  /// An output folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - manifest: what the last build wrote, or nil where that is not known.
  ///   - finished: when the last build had written everything, in nanoseconds since 1970; 0 where that is not known.
  ///   - begun: paths that a build which was cut off may have made; nil where none was.
  ///   - listed: the site's files where there is no manifest. Where there is neither, every file that stands where the
  ///     site has a page counts as the program's own.
  ///   - inspected: what is known already of the files of `manifest`.
  ///   - isJournalLost: whether nobody knows which files a build that was cut off may have made.
  ///   - isNew: whether this build has made the folder.
  init(
    path: String, manifest: Manifest?, finished: Int64 = 0, begun: Set<String>?, listed: Set<String>? = nil,
    inspected: InspectedFiles = InspectedFiles(), isJournalLost: Bool = false, isNew: Bool = false,
    force: Bool
  ) {
    self.path = path
    self.isNew = isNew
    self.inspected = inspected
    listings = inspected.listings ?? FolderListings(knownUntil: finished)
    self.manifest = manifest ?? Manifest()
    self.begun = (begun ?? []).union(listed ?? [])
    trustsTimes = begun == nil
    isForced = force
    ownsEverything = manifest == nil && listed == nil || isJournalLost || force
  }

  /// The open folder.
  func open() throws(SystemFailure) -> FileDescriptor {
    guard let folder = FileDescriptor.folder(at: path) else { throw SystemFailure("can't open \(path)") }
    return folder
  }

  /// Whether something that stands where the site has a folder may be removed: it took the place of a folder or a file
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

extension Span<UInt8> {
  /// Whether a path lies in a folder, at any depth.
  fileprivate func isBelow(_ folder: Span<UInt8>) -> Bool {
    count > folder.count && self[folder.count] == UInt8(ascii: "/")
      && extracting(0..<folder.count).isEqual(to: folder)
  }
}
