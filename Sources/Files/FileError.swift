#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why the system refused something: its error number, with names for those that the program tells apart.
public struct FileError: Error, BitwiseCopyable, Hashable, Sendable {
  /// The system's error number.
  public let code: Int32

  init(code: Int32) { self.code = code }

  /// The error of the call that failed last. It must be asked for before anything else is called.
  static var last: FileError { FileError(code: errno) }

  /// There is nothing of the name.
  public static let missing = FileError(code: ENOENT)
  /// There is something of the name already.
  public static let exists = FileError(code: EEXIST)
  /// The disk is full.
  public static let noSpace = FileError(code: ENOSPC)
  /// A file can't be renamed from one disk to another.
  public static let otherDisk = FileError(code: EXDEV)
  /// It is a folder, where a file is wanted.
  public static let isFolder = FileError(code: EISDIR)
  /// Another process has the lock.
  public static let locked = FileError(code: EWOULDBLOCK)

  /// Whether there is something of the name that is no folder, or is a link.
  public var isNoFolder: Bool { code == ENOTDIR || code == ELOOP }

  /// Whether a folder can't be removed because something is in it or it is in use, or because it is no folder.
  public var keepsFolder: Bool { isNoFolder || [ENOTEMPTY, EEXIST, EBUSY].contains(code) }

  /// What the system calls the error.
  public var message: String { String(cString: strerror(code)) }
}

extension Int32 {
  /// The result of a call of the system, which is negative where it failed.
  func orFileError() throws(FileError) {
    if self < 0 { throw FileError.last }
  }
}
