import ByteText
import Papers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that remembers the last build: the manifest with a table of outputs, a list of the files that are the
/// site's for when either can't be read, and while a build runs a journal of the files it may make.
///
/// The journal is there from before the first write until after the manifest is in place, so a build that was cut
/// off is seen by the next one, which then owns those files too and believes no time of modification.
struct BuildCache {
  /// The names of the files; each output folder has its own.
  private let manifestName: String
  private let journalName: String
  private let listName: String
  private let tables: TableFiles

  /// A folder for temporary files.
  let temporaryFolder: String
  private let folder: String?
  /// A folder in which nothing may be remembered this time, though earlier builds may have done so.
  private let unused: String?
  /// What is remembered of the last build, nil where nothing is.
  let last: LastBuild?
  /// The files that a build which was cut off may have made; nil where none was.
  private let begun: Set<String>?
  /// Whether nobody knows which files such a build may have made.
  private let isJournalLost: Bool
  /// The site's files where the manifest doesn't say, nil where they are not known.
  private let listed: Set<String>?

  /// The cache of a build; without a folder where the user wants none.
  init(_ options: BuildOptions) {
    let suffix = Self.suffix(options)
    (manifestName, journalName, listName) = ("manifest\(suffix)", "journal\(suffix)", "files\(suffix)")
    tables = TableFiles(folder: options.cache, prefix: "outputs\(suffix)")
    guard options.usesCache else {
      (folder, last, begun, listed, temporaryFolder) = (nil, nil, nil, nil, options.output)
      (unused, isJournalLost) = (options.cache, false)
      return
    }
    let folder = options.cache
    self.folder = folder
    unused = nil
    temporaryFolder = folder
    last = FrozenBytes(mappingFileAt: "\(folder)/\(manifestName)").flatMap { [tables] file in
      ManifestFile.read(file, program: ProgramFolder.fingerprint) { tables.read($0) }
    }
    let journal = PathList.read("\(folder)/\(journalName)")
    isJournalLost = journal == .damaged
    begun = isJournalLost ? [] : journal.paths
    listed = last == nil ? PathList.read("\(folder)/\(listName)").paths : nil
  }

  private static func suffix(_ options: BuildOptions) -> String {
    let place = OutputPlace(options).name
    return place == "public" ? "" : "-\(Fingerprint(of: place.utf8.span).hexadecimal)"
  }

  /// What earlier builds have parsed; nil where nothing is to be remembered.
  static func records(_ options: BuildOptions) -> RecordCache? {
    guard options.usesCache, options.isSite, (try? Folders.make(options.cache)) != nil else { return nil }
    return RecordCache(folder: options.cache, program: ProgramFolder.fingerprint)
  }

  /// Whether the last build may have followed from the same sources, by a look at the beginning of the manifest.
  static func mayBeOf(_ snapshot: SourceSnapshot, _ options: BuildOptions) -> Bool {
    guard options.usesCache, let sources = snapshot.fingerprint,
      let file = FrozenBytes(mappingFileAt: "\(options.cache)/manifest\(suffix(options))")
    else { return false }
    return ManifestFile.sources(file.bytes) == sources
  }

  /// Whether the last build came to its end and followed from the same sources.
  func isOf(_ snapshot: SourceSnapshot) -> Bool {
    guard let last, begun == nil, let sources = last.sources else { return false }
    return sources == snapshot.fingerprint
  }

  /// What the last build wrote, found by path; empty where nothing is remembered. Linear in the number of files.
  func manifest() -> Manifest { Manifest(last?.outputs ?? OutputTable()) }

  /// What can be known of the last build's files while this one is being prepared.
  func inspect(_ path: String, with inspection: EarlyInspection) async -> InspectedFiles {
    guard let last, begun == nil else { return InspectedFiles() }
    return await inspection.look(at: last, in: path)
  }

  /// The output folder with what is known of it; made where it is missing.
  func outputFolder(
    path: String, _ manifest: Manifest, _ inspected: InspectedFiles, force: Bool
  ) throws(SystemFailure) -> OutputFolder {
    let isNew = !FileTree.exists(path)
    try Folders.make(path)
    return OutputFolder(
      path: path, manifest: last == nil ? nil : manifest, finished: last?.finished ?? 0, begun: begun, listed: listed,
      inspected: inspected, isJournalLost: isJournalLost, isNew: isNew, force: force)
  }

  /// Notes that a build begins and which files it may make: those that are not there yet, as what is there is either
  /// known or somebody else's.
  func begin(_ prepared: PreparedSite, _ output: OutputFolder) throws(SystemFailure) {
    guard let folder else { return }
    let opened = try output.open()
    var journal = PathList()
    for name in output.begun.sorted() { journal.append(name.utf8.span) }
    var position = -1
    for index in 0..<prepared.outputCount {
      let (path, hash) = (prepared.paths[index], prepared.paths.hashes[index])
      if let known = output.manifest.position(of: path, hash: hash, expected: position + 1) {
        position = known
        continue
      }
      if output.hasBegun(path) { continue }
      if output.ownsEverything || opened.status(of: PathName(path)) == nil { journal.append(path) }
    }
    try journal.replace(journalName, in: folder)
  }

  /// Notes that a build came to its end and what is to be remembered of it.
  ///
  /// - Parameter changed: the positions of the outputs that the last build's table doesn't have as they are; nil where
  ///   they stand elsewhere in it.
  func end(_ build: LastBuild, _ changed: [UInt32]?, _ output: OutputFolder) throws(SystemFailure) {
    guard let folder else { return try forgetLastBuild(before: build) }
    let isListed = begun == nil && hasSameFiles(build.outputs, output) && isList(of: build.outputs, in: folder)
    if !isListed { try list(build.outputs, in: folder) }
    let build = try storingTable(of: build, changed)
    let isWritten = ManifestFile.withPieces(of: build, program: ProgramFolder.fingerprint) { pieces in
      Folders.replace(manifestName, in: folder, with: pieces)
    }
    if !isWritten { throw SystemFailure("can't write \(folder)/\(manifestName)") }
    if let table = build.table, table != last?.table || begun != nil { tables.removeOthers(than: table) }
    removeJournal()
  }

  /// A build with a table in a file: that of the last build as long as it lacks little.
  private func storingTable(of build: LastBuild, _ changed: [UInt32]?) throws(SystemFailure) -> LastBuild {
    var build = build
    let mostChanges = max(Self.fewChanges, build.outputs.count / 64)
    if let changed, let last, let table = last.table, changed.count <= mostChanges {
      (build.table, build.changed) = (table, Set(last.changed).union(changed).sorted())
      if build.changed.count <= mostChanges { return build }
    }
    let outputs = build.outputs
    let table = outputs.isInMemory ? outputs : OutputTable(outputs.entries.indices.map { UInt32($0) }, of: outputs)
    (build.table, build.changed) = (try tables.write(table), [])
    return build
  }

  /// So many changes are kept beside a table of any size, before it is written anew.
  private static let fewChanges = 256

  private func hasSameFiles(_ outputs: OutputTable, _ output: OutputFolder) -> Bool {
    guard let last, last.outputs.count == outputs.count else { return false }
    if last.outputs.hasSamePaths(as: outputs) { return true }
    return outputs.entries.allSatisfy { output.manifest.position(of: outputs.path(of: $0)) != nil }
  }

  /// Whether the list has the size that it must have: one that was being written when the power failed may be empty.
  private func isList(of outputs: OutputTable, in folder: String) -> Bool {
    let pathBytes = outputs.entries.reduce(0) { $0 + Int($1.pathLength) }
    let size = FileDescriptor.file(at: "\(folder)/\(listName)")?.status()?.size
    return size == PathList.size(pathBytes: pathBytes, count: outputs.count)
  }

  /// Leaves of what earlier builds have remembered only which files are the site's: a build that was to remember
  /// nothing has written others.
  private func forgetLastBuild(before build: LastBuild) throws(SystemFailure) {
    guard let unused, let opened = FileDescriptor.folder(at: unused),
      opened.status(of: PathName(manifestName)) != nil || opened.status(of: PathName(listName)) != nil
    else { return }
    try list(build.outputs, and: PathList.read("\(unused)/\(listName)").paths ?? [], in: unused)
    _ = opened.removeFile(PathName(manifestName))
  }

  /// Lists the files of the site, and others that may be in its folder.
  private func list(
    _ outputs: OutputTable, and others: Set<String> = [], in folder: String
  ) throws(SystemFailure) {
    var list = PathList()
    for path in others.sorted() { list.append(path.utf8.span) }
    for entry in outputs.entries { list.append(outputs.path(of: entry)) }
    try list.replace(listName, in: folder)
  }

  /// Notes that a build failed and left everything as it was.
  func abandon() {
    if begun == nil { removeJournal() }
  }

  private func removeJournal() {
    guard let folder, let opened = FileDescriptor.folder(at: folder) else { return }
    _ = opened.removeFile(PathName(journalName))
  }
}

/// Folders that the user named.
enum Folders {
  /// Makes a folder and those above it, where they are missing.
  static func make(_ path: String) throws(SystemFailure) {
    guard !FileTree.isFolder(path) else { return }
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      if mkdir(String(path[..<end]), 0o777) != 0, errno != EEXIST { throw SystemFailure("can't make \(path)") }
    }
    guard FileTree.isFolder(path) else { throw SystemFailure("can't open the folder \(path)") }
  }

  /// Replaces a file of a folder at once.
  static func replace(_ name: String, in folder: String, with bytes: Span<UInt8>) throws(SystemFailure) {
    guard bytes.withUnsafeBytes({ replace(name, in: folder, with: [$0]) }) else {
      throw SystemFailure("can't write \(folder)/\(name)")
    }
  }

  /// Replaces a file of a folder at once by one of some pieces; false where that failed, with the reason in `errno`.
  static func replace(_ name: String, in folder: String, with pieces: [UnsafeRawBufferPointer]) -> Bool {
    guard let opened = FileDescriptor.folder(at: folder) else { return false }
    return opened.replaceAtomically(PathName(name), with: pieces, through: opened) != nil
  }
}
