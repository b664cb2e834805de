#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the system knows of a file.
public struct FileStatus: BitwiseCopyable, Hashable, Sendable {
  /// The kinds that the program tells apart.
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    case file
    case folder
    case link
    case other
  }

  /// What it is.
  public var kind: Kind
  /// Bytes.
  public var size: Int
  /// When the content was last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When content, name or rights were last changed, in nanoseconds since 1970; no program can set it back.
  public var changed: Int64
  /// The number of the file on its disk: another file of the same name has another one.
  public var inode: UInt64
  /// The number of the disk.
  public var device: UInt64
  /// Whether the file has other names too, in this folder or anywhere.
  public var isShared: Bool

  init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(raw.st_size)
    inode = UInt64(raw.st_ino)
    device = UInt64(truncatingIfNeeded: raw.st_dev)
    isShared = raw.st_nlink > 1
    #if canImport(Glibc)
      (modified, changed) = (Self.nanoseconds(raw.st_mtim), Self.nanoseconds(raw.st_ctim))
    #else
      (modified, changed) = (Self.nanoseconds(raw.st_mtimespec), Self.nanoseconds(raw.st_ctimespec))
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
