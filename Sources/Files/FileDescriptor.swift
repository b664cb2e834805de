#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An open file or folder, closed when its owner lets go of it.
///
/// A name inside an open folder is never looked up through a symbolic link, so that nothing which a stranger put into a
/// folder can lead a write out of it. Only a path that the user named may lead through links.
public struct FileDescriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) throws(FileError) {
    guard number >= 0 else { throw FileError.last }
    self.number = number
  }

  deinit { close(number) }

  // MARK: By a path

  /// Opens a folder by its path.
  ///
  /// - Parameter followingLink: whether the last part of the path may be a link; the others may be.
  public static func folder(at path: String, followingLink: Bool = true) throws(FileError) -> FileDescriptor {
    try FileDescriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW)))
  }

  /// Opens a file for reading by its path; a pipe doesn't wait for its writer.
  ///
  /// - Parameter followingLink: whether the last part of the path may be a link; the others may be.
  public static func file(at path: String, followingLink: Bool = true) throws(FileError) -> FileDescriptor {
    try FileDescriptor(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followingLink ? 0 : O_NOFOLLOW)))
  }

  /// Opens what is there for writing into it by its path, which may lead through links: the user named it.
  static func forWriting(at path: String) throws(FileError) -> FileDescriptor {
    try FileDescriptor(open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC))
  }

  // MARK: By a name in this folder

  /// Opens this folder once more.
  public func again() throws(FileError) -> FileDescriptor {
    try FileDescriptor(openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// Opens a folder inside this one; the name may be no link.
  public func folder(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_RDONLY | O_DIRECTORY)
  }

  /// Opens a folder at any depth below this one, of which no part may be a link.
  ///
  /// - Parameter path: names with slashes between them; one at the end makes no difference.
  public func folder(below path: Span<UInt8>) throws(FileError) -> FileDescriptor {
    var folder = try again()
    var start = 0
    for end in 0...path.count where end == path.count || path[end] == UInt8(ascii: "/") {
      if end > start { folder = try folder.folder(PathName(path.extracting(start..<end))) }
      start = end + 1
    }
    return folder
  }

  /// Opens a file inside this folder for reading; the name may be no link.
  public func file(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_RDONLY | O_NONBLOCK)
  }

  /// Makes a file that doesn't exist yet.
  ///
  /// - Throws: `FileError.exists` where something of the name is there already.
  public func create(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Makes a file that doesn't exist yet, to be read back by this process alone.
  func createPrivate(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_RDWR | O_CREAT | O_EXCL, rights: 0o600)
  }

  /// Opens a file for reading and writing, which is made where it is missing; the name may be no link.
  public func openOrCreate(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_RDWR | O_CREAT | O_NONBLOCK)
  }

  /// Opens a file that exists for writing over it.
  public func overwrite(_ name: borrowing PathName) throws(FileError) -> FileDescriptor {
    try openName(name, O_WRONLY | O_NONBLOCK)
  }

  private func openName(
    _ name: borrowing PathName, _ flags: Int32, rights: mode_t = 0o666
  ) throws(FileError) -> FileDescriptor {
    try FileDescriptor(name.withCString { openat(number, $0, flags | O_NOFOLLOW | O_CLOEXEC, rights) })
  }

  /// Makes a folder inside this one.
  public func makeFolder(_ name: borrowing PathName) throws(FileError) {
    try name.withCString { mkdirat(number, $0, 0o777) }.orFileError()
  }

  /// Removes a file.
  public func removeFile(_ name: borrowing PathName) throws(FileError) {
    try name.withCString { unlinkat(number, $0, 0) }.orFileError()
  }

  /// Removes an empty folder.
  public func removeFolder(_ name: borrowing PathName) throws(FileError) {
    try name.withCString { unlinkat(number, $0, AT_REMOVEDIR) }.orFileError()
  }

  /// Moves what has a name in this folder into another one, under a name that it takes from the file that had it.
  public func move(
    _ name: borrowing PathName, into folder: borrowing FileDescriptor, as other: borrowing PathName
  ) throws(FileError) {
    let target = folder.number
    try name.withCString { old in other.withCString { renameat(number, old, target, $0) } }.orFileError()
  }

  // MARK: What is known of it

  /// What the system knows of the open file.
  public func status() throws(FileError) -> FileStatus {
    var raw = stat()
    try fstat(number, &raw).orFileError()
    return FileStatus(raw)
  }

  /// What the system knows of a name in this folder; a link is not followed.
  public func status(of name: borrowing PathName) throws(FileError) -> FileStatus {
    var raw = stat()
    try name.withCString { fstatat(number, $0, &raw, AT_SYMLINK_NOFOLLOW) }.orFileError()
    return FileStatus(raw)
  }

  /// Takes the lock on the open file or folder, which goes with the process however that ends.
  ///
  /// - Throws: `FileError.locked` where another process has it.
  public func lock() throws(FileError) {
    var result = flock(number, LOCK_EX | LOCK_NB)
    while result < 0, errno == EINTR { result = flock(number, LOCK_EX | LOCK_NB) }
    try result.orFileError()
  }

  /// How many bytes the file system has left for this process; nil where it doesn't say.
  public func freeSpace() -> Int? {
    var space = statvfs()
    guard fstatvfs(number, &space) == 0, space.f_blocks > 0 else { return nil }
    let blocks = geteuid() == 0 ? space.f_bfree : space.f_bavail
    let (bytes, overflow) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(space.f_frsize))
    return overflow ? nil : Int(clamping: bytes)
  }
}
