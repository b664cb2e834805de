import ByteText
package import Files

/// The last step of a build: brings the spooled files into place and removes what the site no longer has, or takes
/// back what the writers made.
package struct OutputCommit: ~Copyable {
  /// What the build did to the output folder.
  package struct Changes: Sendable {
    /// All outputs, for the next build.
    package internal(set) var outputs = OutputTable()
    /// Which of the outputs were written.
    var written: [UInt32] = []
    /// Which of the outputs the last build's table doesn't have as they are; nil where they are elsewhere in it.
    package internal(set) var changed: [UInt32]?
    /// Paths that were removed, in order.
    package internal(set) var removed: [String] = []

    /// The files that were written.
    package var files: WrittenFiles { WrittenFiles(outputs: outputs, positions: written) }
  }

  private let output: OutputFolder
  private let spool: Spool
  private let logs: [OutputWriter.Log]
  private var cursor: FolderCursor

  /// The commit of what the writers did.
  package init(_ output: OutputFolder, spool: Spool, logs: [OutputWriter.Log]) throws(SystemFailure) {
    self.output = output
    self.spool = spool
    self.logs = logs
    cursor = FolderCursor(root: try output.open())
    try? cursor.withRoot { root throws(FileError) in try root.removeFile(PathName(FileDescriptor.temporaryName)) }
  }

  /// Makes the output folder as it was before the build.
  package consuming func rollBack() {
    for log in logs {
      for position in log.created { try? removeFile(log.settled.string(at: Int(position))) }
      if let path = log.unfinished { try? removeFile(path) }
    }
    for path in logs.flatMap(\.folders.strings).sorted(by: >) { try? removeFolder(path) }
    if output.isNew { try? Folders.remove(output.path) }
  }

  /// Makes the output folder what the site is now.
  package consuming func apply() throws(SystemFailure) -> Changes {
    var update = OutputUpdate(of: output.manifest, logs)
    let removed = try removeOrphans(keeping: Set(spool.items.map(\.path)))
    for item in spool.items {
      let file = WrittenFile(item.content, try replace(item))
      update.set(item.path.utf8.span, file, basis: item.basis, read: item.read, isWritten: true)
    }
    let result = update.finish()
    return Changes(outputs: result.outputs, written: result.written, changed: result.changed, removed: removed)
  }

  private mutating func removeOrphans(keeping spooled: Set<String>) throws(SystemFailure) -> [String] {
    var removed: [String] = []
    for path in orphans().subtracting(spooled).sorted() {
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
  /// - Returns: false where it is gone already, or a folder or a file is in the way.
  private mutating func removeOrphan(_ path: String) throws(SystemFailure) -> Bool {
    do throws(FileError) {
      try removeFile(path)
      return true
    } catch {
      if error == .missing || error.isNoFolder { return false }
      let name = cursor.name(of: path.utf8.span)
      let status = try? cursor.withFolder { folder throws(FileError) in try folder.status(of: name) }
      guard status?.kind == .folder else { throw SystemFailure("can't remove \(output.path)/\(path)", error) }
      try? cursor.withFolder { folder throws(FileError) in folder.removeFolders(name) }
      return false
    }
  }

  private mutating func removeFile(_ path: String) throws(FileError) {
    try cursor.enter(folderOf: path.utf8.span, creating: false)
    let name = cursor.name(of: path.utf8.span)
    try cursor.withFolder { folder throws(FileError) in try folder.removeFile(name) }
  }

  private mutating func removeFolder(_ path: String) throws(FileError) {
    try cursor.enter(folderOf: path.utf8.span, creating: false)
    let name = cursor.name(of: path.utf8.span)
    try cursor.withFolder { folder throws(FileError) in try folder.removeFolder(name) }
  }

  private mutating func removeEmptyFolders(above path: String) throws(SystemFailure) {
    var parent = Substring(path)
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      cursor.reset()
      do throws(FileError) {
        try removeFolder(String(parent))
      } catch {
        if error == .missing { continue }
        if error.keepsFolder { return }
        throw SystemFailure("can't remove \(output.path)/\(parent)", error)
      }
    }
  }

  private mutating func replace(_ item: Spool.Item) throws(SystemFailure) -> FileStatus {
    let bytes = try spool.read(item)
    do throws(FileError) {
      try enter(folderOf: item.path)
      let name = cursor.name(of: item.path.utf8.span)
      return isInPlace(item) ? try replaceInPlace(name, bytes) : try replaceAtomically(name, bytes)
    } catch {
      throw SystemFailure("can't write \(output.path)/\(item.path)", error)
    }
  }

  /// Enters the folder of a path, if need be after removing the file or link in its place. The writers have kept what
  /// goes below it only if that may be.
  private mutating func enter(folderOf path: String) throws(FileError) {
    do throws(FileError) {
      try cursor.enter(folderOf: path.utf8.span, creating: true)
    } catch {
      guard error.isNoFolder, let end = cursor.endOfObstacle(above: path.utf8.span) else { throw error }
      let obstacle = PathName(path.utf8.span.extracting(0..<end))
      try cursor.withRoot { root throws(FileError) in try root.removeFile(obstacle) }
      try cursor.enter(folderOf: path.utf8.span, creating: true)
    }
  }

  /// A page is written over in its place, which costs a fraction of a rename; a build that is cut off here is mended
  /// by the next one. What readers and programs take for a whole is replaced by a rename.
  private func isInPlace(_ item: Spool.Item) -> Bool { item.path.hasSuffix("/index.html") }

  private func replaceInPlace(
    _ name: borrowing PathName, _ bytes: borrowing ByteBuffer
  ) throws(FileError) -> FileStatus {
    guard canOverwrite(name),
      let file = try? cursor.withFolder({ folder throws(FileError) in try folder.overwrite(name) })
    else { return try replaceAtomically(name, bytes) }
    try file.write(bytes.span)
    try file.truncate(to: bytes.count)
    return try file.status()
  }

  /// A file of several names may have one outside the output folder, as in a backup, where it has to stay what it was.
  private func canOverwrite(_ name: borrowing PathName) -> Bool {
    let status = try? cursor.withFolder { folder throws(FileError) in try folder.status(of: name) }
    return status?.kind == .file && status?.isShared == false
  }

  private func replaceAtomically(
    _ name: borrowing PathName, _ bytes: borrowing ByteBuffer
  ) throws(FileError) -> FileStatus {
    try bytes.span.withUnsafeBytes { bytes throws(FileError) in
      try cursor.withFolder { folder throws(FileError) in
        folder.removeFolders(name)
        do throws(FileError) {
          return try cursor.withRoot { root throws(FileError) in
            try folder.replaceAtomically(name, with: [bytes], through: root)
          }
        } catch {
          // A folder of the site may be on another disk.
          guard error == .otherDisk else { throw error }
          return try folder.replaceAtomically(name, with: [bytes], through: folder)
        }
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
  package var lackOfSpace: SystemFailure? {
    guard let free = try? cursor.withRoot({ root throws(FileError) in root.freeSpace() }) else { return nil }
    var growth = 0
    var largest = 0
    for item in spool.items {
      let known = output.manifest.entry(for: item.path.utf8.span)?.size ?? 0
      growth += max(0, Self.occupied(item.count) - Self.occupied(known))
      if !isInPlace(item) { largest = max(largest, Self.occupied(item.count)) }
    }
    return growth + largest <= free ? nil : SystemFailure("can't write into \(output.path)", .noSpace)
  }

  private static func occupied(_ count: Int) -> Int { (count + blockSize - 1) / blockSize * blockSize }
}

extension OutputFolder {
  /// Whether all files in a folder, at any depth, were written by earlier builds.
  func ownsAll(in folder: borrowing FileDescriptor, at path: String, depth: Int = 0) -> Bool {
    guard depth < FolderWalk.usualDepthLimit, let names = try? folder.names() else { return false }
    for name in names {
      let inner = "\(path)/\(name)"
      if let folder = try? folder.folder(PathName(name)) {
        guard ownsAll(in: folder, at: inner, depth: depth + 1) else { return false }
      } else if !isKnown(inner.utf8.span) {
        return false
      }
    }
    return true
  }
}
