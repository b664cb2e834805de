import ByteText
import Papers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the file system says of everything that a build follows from: where it says the same as at the last build,
/// and the user asks for the same, nothing has to be read.
///
/// It is taken before anything is read, so that a file which changes while it is being read is seen by the next build.
struct SourceSnapshot: Sendable {
  /// The hash of names, sizes, times and numbers of all files, and of the options; nil where something can't be
  /// followed, as a symbolic link.
  let fingerprint: Fingerprint?

  /// The snapshot of a site whose records have been listed, at a time of `FileClock`.
  init(_ options: BuildOptions, records: ContentListing, now: Int64 = FileClock.now) {
    var census = SourceCensus()
    census.add(options)
    census.add(records)
    census.addFile("\(options.siteFolder)/site.yml")
    census.addFolder("\(options.siteFolder)/content", leavingOut: "papers")
    for folder in ["\(options.siteFolder)/themes"] + ProgramFolder.themes { census.addFolder(folder) }
    // A file that changed so shortly before may change once more without another time.
    fingerprint = census.isComplete && census.settled < now ? census.fingerprint : nil
  }
}

/// Goes through the sources of a site and hashes what the file system says of them.
private struct SourceCensus {
  private(set) var fingerprint = Fingerprint()
  /// When all had settled after their last changes, whose times the system notes: no program can set them.
  private(set) var settled = Int64.min
  /// Whether everything could be followed.
  private(set) var isComplete = true

  private static let depthLimit = 32

  mutating func add(_ options: BuildOptions) {
    fingerprint.combine(Self.absolute(options.output))
    fingerprint.combine(options.baseURL ?? "")
    fingerprint.combine((options.includesDrafts ? 1 : 0) | (options.force ? 2 : 0) | (options.baseURL == nil ? 4 : 0))
    fingerprint.combine(UInt64(options.shard.number) << 32 | UInt64(options.shard.count))
  }

  mutating func add(_ listing: ContentListing) {
    if !listing.diagnostics.isEmpty { isComplete = false }
    fingerprint.combine(UInt64(listing.files.count))
    for file in listing.files {
      fingerprint.combine(file.path)
      add(size: file.size, modified: file.modified, changed: file.changed, inode: file.inode)
    }
  }

  mutating func addFile(_ path: String) {
    guard let status = FileDescriptor.file(at: path)?.status() else { return fingerprint.combine(0) }
    add(status)
  }

  /// Adds a folder, or that there is none.
  mutating func addFolder(_ path: String, leavingOut left: String? = nil) {
    fingerprint.combine(path)
    guard let folder = FileDescriptor.folder(at: path) else { return fingerprint.combine(0) }
    add(folder, leavingOut: left, depth: 0)
  }

  private mutating func add(_ folder: borrowing FileDescriptor, leavingOut left: String? = nil, depth: Int) {
    if depth > Self.depthLimit { isComplete = false }
    guard isComplete else { return }
    guard let names = folder.names() else { return isComplete = false }
    for name in names.sorted() where name != left {
      guard let status = folder.status(of: PathName(name)) else { return isComplete = false }
      fingerprint.combine(name)
      add(status)
      guard status.kind == .folder else { continue }
      guard let inner = folder.folder(PathName(name)) else { return isComplete = false }
      add(inner, depth: depth + 1)
      fingerprint.combine(1)
    }
  }

  private mutating func add(_ status: FileStatus) {
    fingerprint.combine(UInt64(status.kind.rawValue))
    switch status.kind {
    case .file:
      add(size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
    // What a folder holds is added itself; what a link leads to may change unseen.
    case .folder, .other: break
    case .link: isComplete = false
    }
  }

  private mutating func add(size: Int, modified: Int64, changed: Int64, inode: UInt64) {
    fingerprint.combine(UInt64(bitPattern: Int64(size)))
    fingerprint.combine(UInt64(bitPattern: modified))
    fingerprint.combine(UInt64(bitPattern: changed))
    fingerprint.combine(inode)
    settled = max(settled, FileClock.settled(changed))
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }
}
