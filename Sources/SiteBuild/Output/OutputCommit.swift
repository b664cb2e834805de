import ByteText

/// The last step of a build: brings the spooled files into place and removes what the site no longer has, or takes
/// back what the writers made.
struct OutputCommit: ~Copyable {
  /// What the build did to the output folder.
  struct Changes: Sendable {
    /// All outputs, for the next build.
    var outputs = OutputTable()
    /// Paths that were written, in order.
    var written: [String] = []
    /// Paths that were removed, in order.
    var removed: [String] = []
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
  }

  /// Makes the output folder as it was before the build.
  consuming func rollBack() {
    for path in logs.flatMap(\.created) { _ = removeFile(path) }
    for path in logs.flatMap(\.folders).sorted(by: >) { _ = removeFolder(path) }
  }

  /// Makes the output folder what the site is now.
  consuming func apply() throws(SystemFailure) -> Changes {
    var changes = Changes()
    let last = output.manifest.table
    changes.outputs = OutputTable(logs.flatMap(\.kept).sorted(), of: last)
    for log in logs { changes.outputs.append(contentsOf: log.settled) }
    changes.written = logs.flatMap(\.created)
    let held = Set(spool.items.map(\.path))
    changes.removed = removeOrphans(keeping: held)
    for item in spool.items {
      let status = try replace(item)
      let path = item.path
      changes.outputs.add(path: path.utf8.span, WrittenFile(item.content, status), item.basis, item.read)
      changes.written.append(path)
    }
    changes.written.sort()
    return changes
  }

  private mutating func removeOrphans(keeping held: Set<String>) -> [String] {
    var removed: [String] = []
    for path in orphans().subtracting(held).sorted() {
      if removeFile(path) { removed.append(path) }
      removeEmptyFolders(above: path)
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

  private mutating func removeFile(_ path: String) -> Bool {
    guard cursor.enter(folderOf: path.utf8.span, creating: false) else { return false }
    return cursor.withFolder { $0.removeFile(PathName(path.utf8.span.lastComponent)) }
  }

  private mutating func removeFolder(_ path: String) -> Bool {
    guard cursor.enter(folderOf: path.utf8.span, creating: false) else { return false }
    return cursor.withFolder { $0.removeFolder(PathName(path.utf8.span.lastComponent)) }
  }

  private mutating func removeEmptyFolders(above path: String) {
    var parent = Substring(path)
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      cursor.reset()
      guard removeFolder(String(parent)) else { return }
    }
  }

  private mutating func replace(_ item: Spool.Item) throws(SystemFailure) -> FileStatus {
    let bytes = try spool.read(item)
    let failure = "can't write \(output.path)/\(item.path)"
    guard cursor.enter(folderOf: item.path.utf8.span, creating: true) else { throw SystemFailure(failure) }
    let name = PathName(item.path.utf8.span.lastComponent)
    let isAtomic = !item.path.hasSuffix("/index.html")
    let status = cursor.withFolder { folder in
      isAtomic ? folder.replaceAtomically(name, with: bytes.span) : folder.replaceInPlace(name, with: bytes.span)
    }
    guard let status else { throw SystemFailure(failure) }
    return status
  }
}

extension FileDescriptor {
  /// Replaces a file by a rename, so that a reader sees the old bytes or the new ones; an empty folder gives way.
  func replaceAtomically(_ name: borrowing PathName, with bytes: Span<UInt8>) -> FileStatus? {
    let temporary = PathName(OutputFolder.temporaryName)
    _ = removeFile(temporary)
    guard let file = create(temporary), bytes.withUnsafeBytes({ file.write($0) }), let status = file.status() else {
      _ = removeFile(temporary)
      return nil
    }
    _ = removeFolder(name)
    if move(temporary, into: self, as: name) { return status }
    _ = removeFile(temporary)
    return nil
  }

  /// Writes over a file where it stands, which costs a fraction of a rename; a build that is cut off here is mended
  /// by the next one.
  func replaceInPlace(_ name: borrowing PathName, with bytes: Span<UInt8>) -> FileStatus? {
    guard status(of: name)?.kind == .file, let file = overwrite(name) else {
      return replaceAtomically(name, with: bytes)
    }
    guard bytes.withUnsafeBytes({ file.write($0) }), file.truncate(to: bytes.count) else { return nil }
    return file.status()
  }
}
