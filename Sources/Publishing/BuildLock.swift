package import Files

/// Keeps two builds from working in one folder at a time.
///
/// The lock is the system's (`flock`) and goes with the process however that ends, so nothing is ever left to be
/// cleaned up.
package struct BuildLock: ~Copyable {
  private static let fileName = "lock"

  private let file: FileDescriptor?

  /// A lock on nothing.
  package init() { file = nil }

  private init(holding file: consuming FileDescriptor) { self.file = consume file }

  /// Waits until no other build has the lock on an open file or folder.
  ///
  /// - Parameter onWait: called once, if another build has it.
  private init(on file: consuming FileDescriptor, onWait: () -> Void) async {
    var hasWaited = false
    while Self.isLocked(file) {
      if !hasWaited { onWait() }
      hasWaited = true
      try? await Task.sleep(for: .milliseconds(20))
    }
    self.file = consume file
  }

  /// Takes the lock, unless another build has it. Where a file system knows no locks, builds go on without.
  private static func isLocked(_ file: borrowing FileDescriptor) -> Bool {
    do throws(FileError) {
      try file.lock()
      return false
    } catch { return error == .locked }
  }

  /// The lock on a cache folder, which is made where it is missing.
  package static func onCache(_ folder: FolderPlace, onWait: () -> Void) async throws(SystemFailure) -> BuildLock {
    try folder.make()
    return await BuildLock(on: try folder.openOrCreate(fileName), onWait: onWait)
  }

  /// The lock on an output folder that is there already; nil where another build has it.
  package static func onOutput(_ folder: FolderPlace) -> BuildLock? {
    guard let opened = try? folder.open(), (try? opened.lock()) != nil else { return nil }
    return BuildLock(holding: opened)
  }

  /// The lock on an output folder, unless this build has it already.
  package static func onOutput(
    _ output: OutputFolder, held: consuming BuildLock?, onWait: () -> Void
  ) async throws(SystemFailure) -> BuildLock {
    if let held = consume held { return held }
    return await BuildLock(on: try output.open(), onWait: onWait)
  }

  /// Lets other builds go on.
  package consuming func release() {}
}
