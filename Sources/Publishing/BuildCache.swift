internal import ByteText
package import Files

/// The folder that remembers the last build: the manifest with a table of outputs, a list of the files that are the
/// site's for when either can't be read, and while a build runs a journal of the files it may make.
///
/// The journal is there from before the first write until after the manifest is in place, so a build that was cut
/// off is seen by the next one, which then owns those files too and believes no time of modification.
package struct BuildCache: Sendable {
  private let place: BuildPlace
  private let names: CacheNames
  private let tables: TableFiles

  /// What is remembered of the last build, nil where nothing is.
  package let last: LastBuild?
  /// The files that a build which was cut off may have made; nil where none was.
  private let begun: Set<String>?
  /// Whether nobody knows which files such a build may have made.
  private let isJournalLost: Bool
  /// The site's files where the manifest doesn't say, nil where they are not known.
  private let listed: Set<String>?

  /// What is remembered in a place; nothing where the user wants none.
  package init(_ place: BuildPlace) {
    self.place = place
    let names = CacheNames(place)
    self.names = names
    let tables = TableFiles(folder: place.cache, prefix: names.tables)
    self.tables = tables
    guard place.usesCache else {
      (last, begun, listed, isJournalLost) = (nil, nil, nil, false)
      return
    }
    last = FrozenBytes(mappingFileAt: names.path(of: names.manifest)).flatMap { file in
      ManifestFile.read(file, program: place.program) { tables.read($0) }
    }
    let journal = PathList.read(names.path(of: names.journal))
    isJournalLost = journal == .damaged
    begun = isJournalLost ? [] : journal.paths
    listed = last == nil ? names.listed : nil
  }

  /// Whether the last build may have followed from the same sources, by a look at the beginning of the manifest.
  package static func mayBeOf(_ snapshot: SourceSnapshot, _ place: BuildPlace) -> Bool {
    let names = CacheNames(place)
    guard place.usesCache, let sources = snapshot.fingerprint,
      let file = FrozenBytes(mappingFileAt: names.path(of: names.manifest))
    else { return false }
    return ManifestFile.sources(file.bytes) == sources
  }

  /// Whether the last build came to its end and followed from the same sources.
  package func isOf(_ snapshot: SourceSnapshot) -> Bool {
    guard let last, begun == nil, let sources = last.sources else { return false }
    return sources == snapshot.fingerprint
  }

  /// What the last build wrote, found by path; empty where nothing is remembered. Linear in the number of files.
  package func manifest() -> Manifest { Manifest(last?.outputs ?? OutputTable()) }

  /// What can be known of the last build's files while this one is being prepared.
  package func inspect(with inspection: EarlyInspection) async -> InspectedFiles {
    guard let last, begun == nil else { return InspectedFiles() }
    return await inspection.look(at: last, in: place.output)
  }

  /// A folder for temporary files.
  package var temporaryFolder: FolderPlace { place.usesCache ? place.cache : place.output }

  /// The output folder with what is known of it; made where it is missing.
  package func outputFolder(
    _ manifest: Manifest, _ inspected: InspectedFiles, force: Bool
  ) throws(SystemFailure) -> OutputFolder {
    let isNew = !FileTree.exists(place.output.path)
    try place.output.make()
    return try OutputFolder(
      place.output, manifest: last == nil ? nil : manifest, finished: last?.finished ?? 0, begun: begun, listed: listed,
      inspected: inspected, isJournalLost: isJournalLost, isNew: isNew, force: force)
  }

  /// Notes that a build begins and which files it may make: those that are not there yet, as what is there is either
  /// known or somebody else's.
  package func begin(_ paths: OutputPaths, _ output: OutputFolder) throws(SystemFailure) {
    guard place.usesCache else { return }
    let opened = try output.open()
    var journal = PathList()
    for name in output.begun.sorted() { journal.append(name.utf8.span) }
    var position = -1
    for index in 0..<paths.count {
      let (path, hash) = (paths[index], paths.hashes[index])
      if let known = output.manifest.position(of: path, hash: hash, expected: position + 1) {
        position = known
        continue
      }
      if output.hasBegun(path) { continue }
      if output.ownsEverything || (try? opened.status(of: PathName(path))) == nil { journal.append(path) }
    }
    try journal.replace(names.journal, in: place.cache)
  }

  /// Notes that a build came to its end and what is to be remembered of it.
  ///
  /// - Parameter changed: the positions of the outputs that the last build's table doesn't have as they are; nil where
  ///   they are elsewhere in it.
  package func end(_ build: LastBuild, changed: [UInt32]?, in output: OutputFolder) throws(SystemFailure) {
    guard place.usesCache else { return try forgetLastBuild(before: build) }
    let isListed = begun == nil && hasSameFiles(build.outputs, output) && isList(of: build.outputs)
    if !isListed { try list(build.outputs) }
    let build = try storingTable(of: build, changed)
    try ManifestFile.withPieces(of: build, program: place.program) { pieces throws(SystemFailure) in
      try place.cache.replace(names.manifest, with: pieces)
    }
    if let table = build.table, table != last?.table || begun != nil { tables.removeOthers(than: table) }
    removeJournal()
  }

  /// Notes that a build failed and left everything as it was.
  package func abandon() {
    if begun == nil { removeJournal() }
  }

  private func removeJournal() {
    guard place.usesCache, let opened = try? place.cache.open() else { return }
    try? opened.removeFile(PathName(names.journal))
  }
}

// MARK: - What is remembered

extension BuildCache {
  /// So many changes are kept beside a table of any size, before it is written anew.
  private static let fewChanges = 256

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

  private func hasSameFiles(_ outputs: OutputTable, _ output: OutputFolder) -> Bool {
    guard let last, last.outputs.count == outputs.count else { return false }
    if last.outputs.hasSamePaths(as: outputs) { return true }
    return outputs.entries.allSatisfy { output.manifest.position(of: outputs.path(of: $0)) != nil }
  }

  /// Whether the lists have the size that they must have: one that was being written when the power failed may be empty.
  private func isList(of outputs: OutputTable) -> Bool {
    let pathBytes = outputs.entries.reduce(0) { $0 + Int($1.pathLength) }
    let size = PathList.size(pathBytes: pathBytes, count: outputs.count)
    guard let opened = try? place.cache.open() else { return false }
    return names.lists.allSatisfy { name in
      let status = try? opened.status(of: PathName(name))
      return status?.kind == .file && status?.size == size
    }
  }

  /// Leaves of what earlier builds have remembered only which files are the site's: a build that was to remember
  /// nothing has written others.
  private func forgetLastBuild(before build: LastBuild) throws(SystemFailure) {
    guard let opened = try? place.cache.open(),
      ([names.manifest] + names.lists).contains(where: { (try? opened.status(of: PathName($0))) != nil })
    else { return }
    try list(build.outputs, and: names.listed ?? [])
    try? opened.removeFile(PathName(names.manifest))
  }

  /// Lists the files of the site, and others that may be in its folder.
  private func list(_ outputs: OutputTable, and others: Set<String> = []) throws(SystemFailure) {
    var list = PathList()
    for path in others.sorted() { list.append(path.utf8.span) }
    for entry in outputs.entries { list.append(outputs.path(of: entry)) }
    for name in names.lists { try list.replace(name, in: place.cache) }
  }
}

/// What the files are called in which a build is remembered; each output folder has its own.
struct CacheNames: Sendable {
  private let folder: String
  let manifest: String
  let journal: String
  /// The list of the site's files, which says what to remove where the manifest can't be read, and a copy for when that
  /// can't be read either.
  let lists: [String]
  /// What the names of tables begin with.
  let tables: String

  /// The names for the output folder of a place.
  init(_ place: BuildPlace) {
    folder = place.cache.path
    let name = place.name + (place.isForeign ? " \(Self.inode(of: place.cache))" : "")
    let suffix = name == "public" ? "" : "-\(Fingerprint(of: name.utf8.span).hexadecimal)"
    (manifest, journal) = ("manifest\(suffix)", "journal\(suffix)")
    lists = ["files\(suffix)", "files-copy\(suffix)"]
    tables = "outputs\(suffix)"
  }

  private static func inode(of folder: FolderPlace) -> UInt64 { (try? folder.open().status().inode) ?? 0 }

  /// The site's files; nil where no list can be read.
  var listed: Set<String>? {
    lists.lazy.compactMap { PathList.read(path(of: $0)).paths }.first
  }

  /// The path of a file.
  func path(of name: String) -> String { "\(folder)/\(name)" }
}
