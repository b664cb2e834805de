import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that remembers the last build: the manifest, a list of the files that are the site's for when the
/// manifest can't be read, and while a build runs a journal of the files it may make.
///
/// The journal is there from before the first write until after the manifest is in place, so a build that was cut
/// off is seen by the next one, which then owns those files too and believes no time of modification.
struct BuildCache {
  /// The names of the files; each output folder has its own.
  private let manifestName: String
  private let journalName: String
  private let listName: String

  /// A folder for temporary files.
  let temporaryFolder: String
  private let folder: String?
  /// What the last build wrote, nil where that is not known.
  let last: Manifest?
  private let begun: Set<String>?
  /// The site's files where the manifest doesn't say, nil where they are not known.
  private let listed: Set<String>?

  /// The cache of a build; without a folder where the user wants none.
  init(_ options: BuildOptions) throws(SystemFailure) {
    let place = OutputPlace(options).name
    let suffix = place == "public" ? "" : "-\(Fingerprint(of: place.utf8.span).hexadecimal)"
    (manifestName, journalName, listName) = ("manifest\(suffix)", "journal\(suffix)", "files\(suffix)")
    guard options.usesCache else {
      (folder, last, begun, listed, temporaryFolder) = (nil, nil, nil, nil, options.output)
      return
    }
    let folder = options.cache
    try Folders.make(folder)
    self.folder = folder
    temporaryFolder = folder
    last = FileTree.read("\(folder)/\(manifestName)").flatMap { text in
      ManifestFile.read(text.bytes, program: ProgramFolder.fingerprint).map(Manifest.init)
    }
    begun = PathList.read("\(folder)/\(journalName)")
    listed = last == nil ? PathList.read("\(folder)/\(listName)") : nil
  }

  /// The output folder with what is known of it; made where it is missing.
  func outputFolder(path: String, force: Bool) throws(SystemFailure) -> OutputFolder {
    try Folders.make(path)
    return OutputFolder(path: path, manifest: last, begun: begun, listed: listed, force: force)
  }

  /// Notes that a build begins and which files it may make: those that are not there yet, as what is there is either
  /// known or somebody else's.
  func begin(_ prepared: PreparedSite, _ output: OutputFolder) throws(SystemFailure) {
    guard let folder else { return }
    let opened = try output.open()
    var journal = PathList()
    var path = ByteBuffer()
    for name in output.begun.sorted() { journal.append(name.utf8.span) }
    for index in 0..<prepared.outputCount {
      path.removeAll()
      prepared.appendPath(of: index, to: &path)
      guard !output.isKnown(path.span) else { continue }
      if output.ownsEverything || opened.status(of: PathName(path.span)) == nil { journal.append(path.span) }
    }
    try journal.replace(journalName, in: folder)
  }

  /// Notes that a build came to its end and what it wrote.
  func end(_ outputs: OutputTable) throws(SystemFailure) {
    guard let folder else { return }
    let isListed = begun == nil && hasSameFiles(outputs) && FileDescriptor.file(at: "\(folder)/\(listName)") != nil
    if !isListed { try list(outputs, in: folder) }
    var bytes = ByteBuffer(capacity: outputs.count * 512)
    ManifestFile.write(outputs, program: ProgramFolder.fingerprint, into: &bytes)
    try Folders.replace(manifestName, in: folder, with: bytes.span)
    removeJournal()
  }

  private func hasSameFiles(_ outputs: OutputTable) -> Bool {
    guard let last, last.count == outputs.count else { return false }
    return outputs.entries.allSatisfy { last.entry(for: outputs.path(of: $0)) != nil }
  }

  /// Lists the files of the site.
  private func list(_ outputs: OutputTable, in folder: String) throws(SystemFailure) {
    var list = PathList()
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
    guard let opened = FileDescriptor.folder(at: folder),
      opened.replaceAtomically(PathName(name), with: bytes, through: opened) != nil
    else { throw SystemFailure("can't write \(folder)/\(name)") }
  }
}
