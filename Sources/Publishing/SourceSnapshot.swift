package import ByteText
internal import Files

/// What the file system says of everything that a build follows from: where it says the same as at the last build, and
/// the user asks for the same, nothing has to be read.
///
/// It is taken before anything is read, so that a file which changes while it is being read is seen by the next build.
package struct SourceSnapshot: Sendable {
  /// The hash of names, sizes, times and numbers of all files, and of the options; nil where something can't be
  /// followed, as a symbolic link.
  package let fingerprint: Fingerprint?

  /// The snapshot that a census comes to, at a time of `FileClock`.
  package init(_ census: SourceCensus, now: Int64 = FileClock.now) {
    // A file that changed so shortly before may change once more without another time.
    fingerprint = census.isComplete && census.settled < now ? census.fingerprint : nil
  }
}

/// Goes through the sources of a site and hashes what the file system says of them.
package struct SourceCensus {
  /// The hash of what was added.
  private(set) var fingerprint = Fingerprint()
  /// When all had settled after their last changes, whose times the system notes: no program can set them.
  private(set) var settled = Int64.min
  /// Whether everything could be followed.
  private(set) var isComplete = true

  /// A census of nothing.
  package init() {}

  /// Notes that something can't be followed.
  package mutating func giveUp() { isComplete = false }

  /// Adds a text, such as an option.
  package mutating func add(_ text: String) { fingerprint.combine(text) }

  /// Adds a number, such as an option.
  package mutating func add(_ number: UInt64) { fingerprint.combine(number) }

  /// Adds what is known of a file.
  ///
  /// - Parameters:
  ///   - size: in bytes.
  ///   - modified, changed: in nanoseconds since 1970.
  package mutating func add(size: Int, modified: Int64, changed: Int64, inode: UInt64) {
    for number in [Int64(size), modified, changed] { fingerprint.combine(UInt64(bitPattern: number)) }
    fingerprint.combine(inode)
    settled = max(settled, FileClock.settled(changed))
  }

  /// Adds a file, or that there is none. It may be a link, to a file that is looked at.
  package mutating func addFile(_ path: String) {
    guard let status = try? FileDescriptor.file(at: path).status() else { return fingerprint.combine(0) }
    fingerprint.combine(UInt64(status.kind.rawValue))
    if status.kind == .file { add(status) }
  }

  /// Adds a folder with all that is in it, or that there is none.
  ///
  /// - Parameter left: a name in it that is left out.
  package mutating func addFolder(_ path: String, leavingOut left: String? = nil) {
    fingerprint.combine(path)
    guard let folder = try? FileDescriptor.folder(at: path) else { return fingerprint.combine(0) }
    var visitor = CensusVisitor(left: left)
    FolderWalk().walk(folder, &visitor)
    for (path, entry) in visitor.found.sorted(by: { $0.path < $1.path }) { add(path, entry) }
  }

  private mutating func add(_ path: String, _ entry: FolderWalk.Entry) {
    fingerprint.combine(path)
    switch entry {
    case .file(let status): add(status)
    // What is in a folder is added itself.
    case .folder: fingerprint.combine(1)
    case .other: fingerprint.combine(2)
    // What a link leads to may change unseen.
    case .link, .linkOutside, .linkNowhere, .tooDeep, .repeated, .unreadable: isComplete = false
    case .unreadableName: break
    }
  }

  private mutating func add(_ status: FileStatus) {
    add(size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }
}

/// Collects what is in a folder.
private struct CensusVisitor: FolderVisitor {
  let left: String?
  var found: [(path: String, entry: FolderWalk.Entry)] = []

  func skips(_ name: String, _ path: String) -> Bool { path == left }

  mutating func visit(_ path: String, _ entry: FolderWalk.Entry) { found.append((path, entry)) }
}
