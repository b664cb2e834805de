internal import ByteText
package import Files

/// Brings pages into the output folder, for one worker.
///
/// A file that doesn't exist yet is written at once and noted, so that it can be taken back. A file that exists and
/// differs is only spooled: it is replaced when the whole build is known to succeed.
package struct OutputWriter: ~Copyable {
  /// What the worker did, for the manifest and the report.
  package struct Log: Sendable {
    /// Positions in the manifest of the files that are kept as they are.
    var kept: [UInt32] = []
    /// The other outputs that need nothing more.
    var settled = OutputTable()
    /// Which of the settled files were made.
    var created: [UInt32] = []
    /// Which of them a build that was cut off has made or changed.
    var found: [UInt32] = []
    /// Those that are not what the last build left.
    var news: [UInt32] { created + found }
    /// The path of a file that was made and couldn't be written, which ended the work.
    var unfinished: String?
    /// The folders that were made, parents first.
    var folders = PathList()
    /// Files in the way that the program doesn't own.
    package internal(set) var foreign: [String] = []
    /// What else is in the way: files and links where a folder has to be, folders where a file has to be.
    package internal(set) var blocked: [String] = []
  }

  private let output: OutputFolder
  private var cursor: FolderCursor
  private var inspector: FileInspector
  private var existing = ByteBuffer()
  private let spool: Spool
  private var log = Log()
  /// What is in the place of folders, and whether it may be removed.
  private var obstacles: [String: Bool] = [:]

  /// A writer of an output folder.
  package init(_ output: OutputFolder, spool: Spool) throws(SystemFailure) {
    self.output = output
    self.spool = spool
    let root = try output.open()
    let inspected = try output.open()
    cursor = FolderCursor(root: root)
    inspector = FileInspector(root: inspected, listings: output.listings)
  }

  /// Keeps a file of the last build, by its position in the manifest, if it is as that build wrote it.
  package mutating func keep(_ position: Int) -> Bool {
    let table = output.manifest.table
    guard output.trustsTimes,
      output.inspected[position] ?? inspector.finds(table.entries[position], of: table)
    else { return false }
    log.kept.append(UInt32(position))
    return true
  }

  /// Writes a file, or keeps its bytes for the commit; they follow from a basis and what the page has read.
  package mutating func emit(
    _ path: Span<UInt8>, _ bytes: Span<UInt8>, basis: PageBasis = PageBasis(), read: [StoredDependency] = []
  ) throws(SystemFailure) {
    let content = Fingerprint(of: bytes)
    do throws(FileError) {
      try cursor.enter(folderOf: path, creating: true)
    } catch {
      guard try willHaveFolder(path, after: error) else { return }
      return try spool.keep(path, bytes, content: content, basis: basis, read: read)
    }
    let name = cursor.name(of: path)
    let known = output.manifest.entry(for: path)
    // Strangers may have written what a page shows: bytes are compared, since two texts of one hash can be made.
    if known != nil, let status = statusIfEqual(name, bytes) {
      return settle(path, WrittenFile(content, status), basis: basis, read: read, known: known)
    }
    if let status = try create(path, name: name, bytes) {
      log.created.append(UInt32(log.settled.count))
      return log.settled.add(path: path, WrittenFile(content, status), basis: basis, read: read)
    }
    if known == nil, let status = statusIfEqual(name, bytes) {
      return settle(path, WrittenFile(content, status), basis: basis, read: read, known: known)
    }
    if mayReplace(path, name) { try spool.keep(path, bytes, content: content, basis: basis, read: read) }
  }

  /// Notes a file that is there already as it has to be.
  ///
  /// - Parameter known: what the last build knew of it.
  private mutating func settle(
    _ path: Span<UInt8>, _ file: WrittenFile, basis: PageBasis, read: [StoredDependency], known: OutputTable.Entry?
  ) {
    // No report has named the files of a build that was cut off.
    if !output.trustsTimes, known?.content != file.content { log.found.append(UInt32(log.settled.count)) }
    log.settled.add(path: path, file, basis: basis, read: read)
  }

  /// Makes a file; nil where something of the name is there already.
  private mutating func create(
    _ path: Span<UInt8>, name: borrowing PathName, _ bytes: Span<UInt8>
  ) throws(SystemFailure) -> FileStatus? {
    var isMade = false
    do throws(FileError) {
      let file = try cursor.withFolder { folder throws(FileError) in try folder.create(name) }
      isMade = true
      try file.write(bytes)
      return try file.status()
    } catch {
      if !isMade, error == .exists { return nil }
      if isMade { log.unfinished = String(bytes: path) }
      throw failure(path, error)
    }
  }

  /// Whether what is at a path may give way to a file; notes it where it may not.
  private mutating func mayReplace(_ path: Span<UInt8>, _ name: borrowing PathName) -> Bool {
    if let folder = try? cursor.withFolder({ folder throws(FileError) in try folder.folder(name) }) {
      // It is removed in the commit, when the files in it are gone.
      if output.ownsAll(in: folder, at: String(bytes: path)) { return true }
      log.blocked.append(String(bytes: path))
    } else {
      if output.owns(path) { return true }
      log.foreign.append(String(bytes: path))
    }
    return false
  }

  /// Whether the folder of a path, which couldn't be entered, can be made in the commit, since what is in its place
  /// goes; notes what has to stay.
  private mutating func willHaveFolder(
    _ path: Span<UInt8>, after error: FileError
  ) throws(SystemFailure) -> Bool {
    guard error.isNoFolder, let end = cursor.endOfObstacle(above: path) else { throw failure(path, error) }
    let obstacle = String(bytes: path.extracting(0..<end))
    if let mayGo = obstacles[obstacle] { return mayGo }
    let mayGo = output.ownsPlace(ofFolder: path.extracting(0..<end))
    obstacles[obstacle] = mayGo
    if !mayGo { log.blocked.append(obstacle) }
    return mayGo
  }

  private func failure(_ path: Span<UInt8>, _ error: FileError) -> SystemFailure {
    SystemFailure("can't write \(output.path)/\(String(bytes: path))", error)
  }

  /// What the worker did, when it is done.
  package consuming func finish() -> Log {
    log.folders = cursor.made
    return log
  }

  /// The status of an existing file that has just these bytes.
  private mutating func statusIfEqual(_ name: borrowing PathName, _ bytes: Span<UInt8>) -> FileStatus? {
    existing.removeAll()
    guard let file = try? cursor.withFolder({ folder throws(FileError) in try folder.file(name) }),
      let status = try? file.status(), status.kind == .file, status.size == bytes.count,
      (try? file.read(0..<bytes.count, into: &existing)) != nil, existing.span.isEqual(to: bytes)
    else { return nil }
    return status
  }
}

extension WrittenFile {
  /// The state of a file that has just been written or read.
  init(_ content: Fingerprint, _ status: FileStatus) {
    self.init(content: content, size: status.size, modified: status.modified)
  }
}
