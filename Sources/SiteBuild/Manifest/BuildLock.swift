#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps two builds from working in one folder at a time.
///
/// The lock is the system's (`flock`) and goes with the process however that ends, so nothing is ever left to be
/// cleaned up.
struct BuildLock: ~Copyable {
  private static let fileName = "lock"

  private let file: FileDescriptor?

  /// A lock on nothing.
  init() { file = nil }

  private init(holding file: consuming FileDescriptor) { self.file = consume file }

  /// Waits until no other build holds the lock on an open file or folder.
  ///
  /// - Parameter onWait: called once, where another build holds it.
  private init(on file: consuming FileDescriptor, onWait: () -> Void) async {
    var hasWaited = false
    // Where a file system knows no locks, builds go on without.
    while !file.lock(), errno == EWOULDBLOCK || errno == EINTR {
      if !hasWaited { onWait() }
      hasWaited = true
      try? await Task.sleep(for: .milliseconds(20))
    }
    self.file = consume file
  }

  /// The lock on a cache folder, which is made where it is missing.
  static func onCache(_ folder: String, onWait: () -> Void) async throws(SystemFailure) -> BuildLock {
    try Folders.make(folder)
    guard let file = FileDescriptor.folder(at: folder)?.openOrCreate(PathName(fileName)) else {
      throw SystemFailure("can't write \(folder)/\(fileName)")
    }
    return await BuildLock(on: file, onWait: onWait)
  }

  /// The lock on an output folder that is there already; nil where another build holds it.
  static func onOutput(at path: String) -> BuildLock? {
    guard let folder = FileDescriptor.folder(at: path), folder.lock() else { return nil }
    return BuildLock(holding: folder)
  }

  /// The lock on an output folder, unless this build holds it already.
  static func onOutput(
    _ output: OutputFolder, held: consuming BuildLock?, onWait: () -> Void
  ) async throws(SystemFailure) -> BuildLock {
    if let held = consume held { return held }
    return await BuildLock(on: try output.open(), onWait: onWait)
  }

  /// Lets other builds go on.
  consuming func release() {}
}

extension FileDescriptor {
  /// Takes the lock on the open file or folder; false where that failed, with the reason in `errno`.
  fileprivate func lock() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }
}
