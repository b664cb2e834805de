import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that remembers the last build: the manifest, and while a build runs a journal of the files it may make.
///
/// The journal is there from before the first write until after the manifest is in place, so a build that was cut
/// off is seen by the next one, which then owns those files too and believes no time of modification.
struct BuildCache {
  /// The names of the files; each output folder has its own.
  private let manifestName: String
  private let journalName: String

  /// A folder for temporary files.
  let temporaryFolder: String
  private let folder: String?
  /// What the last build wrote, nil where that is not known.
  let last: Manifest?
  private let begun: Set<String>?

  /// The cache of a build; without a folder where the user wants none.
  init(_ options: BuildOptions) throws(SystemFailure) {
    let place = OutputPlace(options).name
    let suffix = place == "public" ? "" : "-\(Fingerprint(of: place.utf8.span).hexadecimal)"
    (manifestName, journalName) = ("manifest\(suffix)", "journal\(suffix)")
    guard options.usesCache else {
      (folder, last, begun, temporaryFolder) = (nil, nil, nil, options.output)
      return
    }
    let folder = options.cache
    try Folders.make(folder)
    self.folder = folder
    temporaryFolder = folder
    last = FileTree.read("\(folder)/\(manifestName)").flatMap { text in
      ManifestFile.read(text.bytes, program: ProgramFolder.fingerprint).map(Manifest.init)
    }
    begun = FileTree.read("\(folder)/\(journalName)").map { text in
      Set(String(bytes: text.span).split(separator: "\0").map(String.init))
    }
  }

  /// The output folder with what is known of it; made where it is missing.
  func outputFolder(path: String, force: Bool) throws(SystemFailure) -> OutputFolder {
    try Folders.make(path)
    return OutputFolder(path: path, manifest: last, begun: begun, force: force)
  }

  /// Notes that a build begins and which files it may make.
  func begin(_ prepared: PreparedSite) throws(SystemFailure) {
    guard let folder else { return }
    var journal = ByteBuffer(capacity: 1 << 16)
    var path = ByteBuffer()
    for name in (begun ?? []).sorted() {
      journal.append(name)
      journal.append(0)
    }
    for index in 0..<prepared.outputCount {
      path.removeAll()
      prepared.appendPath(of: index, to: &path)
      guard last?.entry(for: path.span) == nil else { continue }
      journal.append(path.span)
      journal.append(0)
    }
    try Folders.replace(journalName, in: folder, with: journal.span)
  }

  /// Notes that a build came to its end and what it wrote.
  func end(_ outputs: OutputTable) throws(SystemFailure) {
    guard let folder else { return }
    var bytes = ByteBuffer(capacity: outputs.count * 512)
    ManifestFile.write(outputs, program: ProgramFolder.fingerprint, into: &bytes)
    try Folders.replace(manifestName, in: folder, with: bytes.span)
    removeJournal()
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
