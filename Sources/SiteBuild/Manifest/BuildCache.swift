import ByteText
import Papers

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
  private static let manifestName = "manifest"
  private static let journalName = "journal"

  /// A folder for temporary files.
  let temporaryFolder: String
  private let folder: String?
  /// What is remembered of the last build, nil where nothing is.
  let last: LastBuild?
  /// The files that a build which was cut off may have made.
  private let begun: Set<String>?

  /// The cache of a build; without a folder where the user wants none.
  init(_ options: BuildOptions) {
    guard options.usesCache else {
      (folder, last, begun, temporaryFolder) = (nil, nil, nil, options.output)
      return
    }
    let folder = options.cache
    self.folder = folder
    temporaryFolder = folder
    last = FrozenBytes(mappingFileAt: "\(folder)/\(Self.manifestName)").flatMap { file in
      ManifestFile.read(file.bytes, program: ProgramFolder.fingerprint)
    }
    begun = FileTree.read("\(folder)/\(Self.journalName)").map { text in
      Set(String(bytes: text.span).split(separator: "\n").map(String.init))
    }
  }

  /// What earlier builds have parsed; nil where nothing is to be remembered.
  var records: RecordCache? {
    guard let folder, (try? Folders.make(folder)) != nil else { return nil }
    return RecordCache(folder: folder, program: ProgramFolder.fingerprint)
  }

  /// Whether the last build came to its end and followed from the same sources.
  func isOf(_ snapshot: SourceSnapshot) -> Bool {
    guard let last, begun == nil, let sources = last.sources else { return false }
    return sources == snapshot.fingerprint
  }

  /// The output folder with what is known of it; made where it is missing.
  func outputFolder(path: String, force: Bool) throws(SystemFailure) -> OutputFolder {
    try Folders.make(path)
    return OutputFolder(path: path, manifest: last.map { Manifest($0.outputs) }, begun: begun, force: force)
  }

  /// Notes that a build begins and which files it may make.
  func begin(_ prepared: PreparedSite, _ output: OutputFolder) throws(SystemFailure) {
    guard let folder else { return }
    try Folders.make(folder)
    var journal = ByteBuffer(capacity: 1 << 16)
    var path = ByteBuffer()
    for name in (begun ?? []).sorted() {
      journal.append(name)
      journal.append("\n")
    }
    for index in 0..<prepared.outputCount {
      path.removeAll()
      prepared.appendPath(of: index, to: &path)
      guard output.manifest.entry(for: path.span) == nil else { continue }
      journal.append(path.span)
      journal.append("\n")
    }
    try Folders.replace(Self.journalName, in: folder, with: journal.span)
  }

  /// Notes that a build came to its end and what is to be remembered of it.
  func end(_ build: LastBuild) throws(SystemFailure) {
    guard let folder else { return }
    var bytes = ByteBuffer(capacity: build.outputs.count * 512)
    ManifestFile.write(build, program: ProgramFolder.fingerprint, into: &bytes)
    try Folders.replace(Self.manifestName, in: folder, with: bytes.span)
    removeJournal()
  }

  /// Notes that a build failed and left everything as it was.
  func abandon() {
    if begun == nil { removeJournal() }
  }

  private func removeJournal() {
    guard let folder, let opened = FileDescriptor.folder(at: folder) else { return }
    _ = opened.removeFile(PathName(Self.journalName))
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
    guard let opened = FileDescriptor.folder(at: folder), opened.replaceAtomically(PathName(name), with: bytes) != nil
    else { throw SystemFailure("can't write \(folder)/\(name)") }
  }
}
