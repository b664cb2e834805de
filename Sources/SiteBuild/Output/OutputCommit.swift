import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The last step of a build: brings the spooled files into place and removes what the site no longer has, or takes
/// back what the writers made.
struct OutputCommit: ~Copyable {
  /// What the build did to the output folder.
  struct Changes: Sendable {
    /// All outputs, for the next build.
    var outputs = OutputTable()
    /// Which of the outputs were written.
    var written: [UInt32] = []
    /// Which of the outputs the last build's table doesn't have as they are; nil where they stand elsewhere in it.
    var changed: [UInt32]?
    /// Paths that were removed, in order.
    var removed: [String] = []

    /// The files that were written.
    var files: WrittenFiles { WrittenFiles(outputs: outputs, positions: written) }
  }

  private let output: OutputFolder
  private let spool: Spool
  private let logs: [OutputWriter.Log]
  private var cursor: FolderCursor

  /// The commit of what the writers did.
  init(_ output: OutputFolder, spool: Spool, logs: [OutputWriter.Log]) throws(SystemFailure) {
    self.output = output
    self.spool = spool
    self.logs = logs
    cursor = FolderCursor(root: try output.open())
    _ = cursor.withRoot { $0.removeFile(PathName(OutputFolder.temporaryName)) }
  }

  /// Makes the output folder as it was before the build.
  consuming func rollBack() {
    for log in logs {
      for position in log.created { _ = removeFile(log.settled.string(at: Int(position))) }
      if let path = log.unfinished { _ = removeFile(path) }
    }
    for path in logs.flatMap(\.folders.strings).sorted(by: >) { _ = removeFolder(path) }
    if output.isNew { rmdir(output.path) }
  }

  /// Makes the output folder what the site is now.
  consuming func apply() throws(SystemFailure) -> Changes {
    var update = OutputUpdate(of: output.manifest, logs)
    let removed = try removeOrphans(keeping: Set(spool.items.map(\.path)))
    for item in spool.items {
      let file = WrittenFile(item.content, try replace(item))
      update.set(item.path.utf8.span, file, item.basis, item.read, isWritten: true)
    }
    let result = update.finish()
    return Changes(outputs: result.outputs, written: result.written, changed: result.changed, removed: removed)
  }

  private mutating func removeOrphans(keeping held: Set<String>) throws(SystemFailure) -> [String] {
    var removed: [String] = []
    for path in orphans().subtracting(held).sorted() {
      // What is gone already was removed by hand, or by a build that was cut off: no report has named it.
      if try removeOrphan(path) || output.manifest.position(of: path.utf8.span) != nil { removed.append(path) }
      try removeEmptyFolders(above: path)
    }
    cursor.reset()
    return removed
  }

  /// The files of the last build, and those that a build which was cut off may have made, that no writer has settled.
  private func orphans() -> Set<String> {
    let manifest = output.manifest
    var isSettled = [Bool](repeating: false, count: manifest.count)
    var begun = output.begun
    for log in logs {
      for position in log.kept { isSettled[Int(position)] = true }
      for entry in log.settled.entries {
        let path = log.settled.path(of: entry)
        if let position = manifest.position(of: path) { isSettled[position] = true }
        if !begun.isEmpty { begun.remove(String(bytes: path)) }
      }
    }
    var orphans: Set<String> = []
    for (position, entry) in manifest.table.entries.enumerated() {
      let path = manifest.table.path(of: entry)
      if isSettled[position], !begun.isEmpty { begun.remove(String(bytes: path)) }
      if !isSettled[position] { orphans.insert(String(bytes: path)) }
    }
    return orphans.union(begun)
  }

  /// Removes a file that the site has no more.
  ///
  /// - Returns: false where it is gone already, or a folder or a file stands in the way.
  private mutating func removeOrphan(_ path: String) throws(SystemFailure) -> Bool {
    if removeFile(path) { return true }
    let failure = SystemFailure("can't remove \(output.path)/\(path)")
    if [ENOENT, ENOTDIR, ELOOP].contains(failure.code) { return false }
    let name = cursor.name(of: path.utf8.span)
    guard cursor.withFolder({ $0.status(of: name) })?.kind == .folder else { throw failure }
    cursor.withFolder { $0.removeFolders(name) }
    return false
  }

  private mutating func removeFile(_ path: String) -> Bool {
    guard cursor.enter(folderOf: path.utf8.span, creating: false) else { return false }
    let name = cursor.name(of: path.utf8.span)
    return cursor.withFolder { $0.removeFile(name) }
  }

  private mutating func removeFolder(_ path: String) -> Bool {
    guard cursor.enter(folderOf: path.utf8.span, creating: false) else { return false }
    let name = cursor.name(of: path.utf8.span)
    return cursor.withFolder { $0.removeFolder(name) }
  }

  private mutating func removeEmptyFolders(above path: String) throws(SystemFailure) {
    var parent = Substring(path)
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      cursor.reset()
      if removeFolder(String(parent)) || errno == ENOENT { continue }
      guard [ENOTEMPTY, EEXIST, ENOTDIR, ELOOP, EBUSY].contains(errno) else {
        throw SystemFailure("can't remove \(output.path)/\(parent)")
      }
      return
    }
  }

  private mutating func replace(_ item: Spool.Item) throws(SystemFailure) -> FileStatus {
    let bytes = try spool.read(item)
    let failure = "can't write \(output.path)/\(item.path)"
    let isEntered = cursor.enter(folderOf: item.path.utf8.span, creating: true) || enterMakingRoom(item.path)
    guard isEntered else { throw SystemFailure(failure) }
    let name = cursor.name(of: item.path.utf8.span)
    guard let status = isInPlace(item) ? replaceInPlace(name, bytes) : replaceAtomically(name, bytes) else {
      throw SystemFailure(failure)
    }
    return status
  }

  /// Enters the folder of a path after removing the file or link that stands in its place. The writers have held what
  /// goes below it only if that may be.
  private mutating func enterMakingRoom(_ path: String) -> Bool {
    guard errno == ENOTDIR || errno == ELOOP, let end = cursor.endOfObstacle(above: path.utf8.span) else {
      return false
    }
    let isRemoved = cursor.withRoot { $0.removeFile(PathName(path.utf8.span.extracting(0..<end))) }
    return isRemoved && cursor.enter(folderOf: path.utf8.span, creating: true)
  }

  /// A page is written over where it stands, which costs a fraction of a rename; a build that is cut off here is mended
  /// by the next one. What readers and programs take for a whole is replaced by a rename.
  private func isInPlace(_ item: Spool.Item) -> Bool { item.path.hasSuffix("/index.html") }

  private func replaceInPlace(_ name: borrowing PathName, _ bytes: borrowing ByteBuffer) -> FileStatus? {
    guard canOverwrite(name), let file = cursor.withFolder({ $0.overwrite(name) }) else {
      return replaceAtomically(name, bytes)
    }
    guard bytes.span.withUnsafeBytes({ file.write($0) }), file.truncate(to: bytes.count) else { return nil }
    return file.status()
  }

  /// A file of several names may have one outside the output folder, as in a backup, where it has to stay what it was.
  private func canOverwrite(_ name: borrowing PathName) -> Bool {
    guard let status = cursor.withFolder({ $0.status(of: name) }) else { return false }
    return status.kind == .file && !status.isShared
  }

  private func replaceAtomically(_ name: borrowing PathName, _ bytes: borrowing ByteBuffer) -> FileStatus? {
    cursor.withFolder { folder in
      folder.removeFolders(name)
      return bytes.withUnsafeBytes { bytes in
        let status = cursor.withRoot { folder.replaceAtomically(name, with: [bytes], through: $0) }
        // A folder of the site may be on another disk.
        return status != nil || errno != EXDEV
          ? status : folder.replaceAtomically(name, with: [bytes], through: folder)
      }
    }
  }
}

// MARK: - Space

extension OutputCommit {
  /// The blocks in which file systems give out space.
  private static let blockSize = 4096

  /// The failure where what is to be replaced needs more space than there is: before anything is replaced, all can be
  /// taken back.
  var lackOfSpace: SystemFailure? {
    guard let free = cursor.withRoot({ $0.freeSpace() }) else { return nil }
    var growth = 0
    var largest = 0
    for item in spool.items {
      let known = output.manifest.entry(for: item.path.utf8.span)?.size ?? 0
      growth += max(0, Self.occupied(item.count) - Self.occupied(known))
      if !isInPlace(item) { largest = max(largest, Self.occupied(item.count)) }
    }
    return growth + largest <= free ? nil : SystemFailure("can't write into \(output.path)", code: ENOSPC)
  }

  private static func occupied(_ count: Int) -> Int { (count + blockSize - 1) / blockSize * blockSize }
}

extension FileDescriptor {
  /// Replaces a file by a rename, so that a reader sees the old bytes or the new ones.
  ///
  /// - Parameter folder: where the bytes are written before; on the same disk.
  /// - Returns: nil where that failed, with the reason in `errno`.
  func replaceAtomically(
    _ name: borrowing PathName, with pieces: [UnsafeRawBufferPointer], through folder: borrowing FileDescriptor
  ) -> FileStatus? {
    let temporary = PathName(OutputFolder.temporaryName)
    _ = folder.removeFile(temporary)
    return replaceAtomically(name, with: pieces, through: folder, as: temporary)
  }

  /// Replaces a file by a rename.
  ///
  /// - Parameter temporary: what the file is called before; nothing of that name may be there.
  func replaceAtomically(
    _ name: borrowing PathName, with pieces: [UnsafeRawBufferPointer], through folder: borrowing FileDescriptor,
    as temporary: borrowing PathName
  ) -> FileStatus? {
    if let file = folder.create(temporary), file.write(all: pieces), let status = file.status(),
      folder.move(temporary, into: self, as: name)
    {
      return status
    }
    let code = errno
    _ = folder.removeFile(temporary)
    errno = code
    return nil
  }

  /// Removes a folder in which there are only folders; anything else stays.
  fileprivate func removeFolders(_ name: borrowing PathName, depth: Int = 0) {
    guard depth < FileTree.depthLimit, !removeFolder(name), let folder = folder(name) else { return }
    for inner in folder.names() ?? [] { folder.removeFolders(PathName(inner), depth: depth + 1) }
    _ = removeFolder(name)
  }

  /// How many bytes the file system has left for this process, nil where it doesn't say.
  fileprivate func freeSpace() -> Int? {
    var space = statvfs()
    guard fstatvfs(number, &space) == 0, space.f_blocks > 0 else { return nil }
    let blocks = geteuid() == 0 ? space.f_bfree : space.f_bavail
    let (bytes, overflow) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(space.f_frsize))
    return overflow ? nil : Int(clamping: bytes)
  }
}

extension OutputFolder {
  /// Whether all files in a folder, at any depth, were written by earlier builds.
  func ownsAll(in folder: borrowing FileDescriptor, at path: String, depth: Int = 0) -> Bool {
    guard depth < FileTree.depthLimit, let names = folder.names() else { return false }
    for name in names {
      let inner = "\(path)/\(name)"
      if let folder = folder.folder(PathName(name)) {
        guard ownsAll(in: folder, at: inner, depth: depth + 1) else { return false }
      } else if !isKnown(inner.utf8.span) {
        return false
      }
    }
    return true
  }
}
