import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Inside the type, its own methods hide the system's functions.
private let systemRead = read
private let systemWrite = write

/// An open file or folder, closed when its owner lets go of it.
///
/// Every name is looked up relative to an open folder and never through a symbolic link, so that nothing which a
/// stranger put into the output folder can lead a write out of it.
struct FileDescriptor: ~Copyable {
  let number: Int32

  private init(number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a folder by its path, which may lead through links: the user named it.
  static func folder(at path: String) -> FileDescriptor? {
    wrap(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  /// Opens a file for reading by its path; a pipe doesn't wait for its writer.
  static func file(at path: String) -> FileDescriptor? {
    wrap(open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
  }

  /// Opens what is there for writing into it by its path, which may lead through links: the user named it.
  static func forWriting(at path: String) -> FileDescriptor? {
    wrap(open(path, O_WRONLY | O_TRUNC | O_NOCTTY | O_CLOEXEC))
  }

  /// Opens a folder inside this one; nil where there is none or where the name is a link.
  func folder(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
  }

  /// Opens a folder at any depth below an open one, by a path with a slash at its end; nil where a part of the path is missing or is a link.
  static func folder(_ path: Span<UInt8>, below root: Int32) -> FileDescriptor? {
    var folder = wrap(openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    var start = 0
    for index in 0..<path.count where path[index] == UInt8(ascii: "/") {
      folder = folder?.folder(PathName(path.extracting(start..<index)))
      start = index + 1
    }
    return folder
  }

  /// Opens a file inside this folder for reading; nil where there is none or where the name is a link.
  func file(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) })
  }

  /// Makes a file that doesn't exist yet; nil where something of the name is there already.
  func create(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) })
  }

  /// Makes a file that doesn't exist yet, to be read back.
  func createForReadingAndWriting(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) })
  }

  /// Opens a file, which is made where it is missing; nil where the name is a link.
  func openOrCreate(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666) })
  }

  /// Opens a file that exists for writing over it.
  func overwrite(_ name: borrowing PathName) -> FileDescriptor? {
    Self.wrap(name.withCString { openat(number, $0, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) })
  }

  /// Makes a folder inside this one; false where that failed, with the reason in `errno`.
  func makeFolder(_ name: borrowing PathName) -> Bool {
    name.withCString { mkdirat(number, $0, 0o777) == 0 }
  }

  /// Removes a file; false where that failed.
  func removeFile(_ name: borrowing PathName) -> Bool {
    name.withCString { unlinkat(number, $0, 0) == 0 }
  }

  /// Removes an empty folder; false where that failed or it isn't empty.
  func removeFolder(_ name: borrowing PathName) -> Bool {
    name.withCString { unlinkat(number, $0, AT_REMOVEDIR) == 0 }
  }

  /// Moves a file of this folder into another one, under a name that it takes from the file that had it.
  func move(_ name: borrowing PathName, into folder: borrowing FileDescriptor, as other: borrowing PathName) -> Bool {
    let target = folder.number
    return name.withCString { old in other.withCString { renameat(number, old, target, $0) == 0 } }
  }

  /// What the system knows of the open file, or nil.
  func status() -> FileStatus? {
    var raw = stat()
    return fstat(number, &raw) == 0 ? FileStatus(raw) : nil
  }

  /// What the system knows of a name in this folder, links not followed, or nil.
  func status(of name: borrowing PathName) -> FileStatus? {
    var raw = stat()
    return name.withCString { fstatat(number, $0, &raw, AT_SYMLINK_NOFOLLOW) } == 0 ? FileStatus(raw) : nil
  }

  /// Writes all bytes at the current position; false where that failed.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let done = systemWrite(number, rest.baseAddress, rest.count)
      if done < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[done...])
    }
    return true
  }

  /// Writes some runs of bytes one after the other; false where that failed.
  func write(all pieces: [UnsafeRawBufferPointer]) -> Bool {
    for piece in pieces where !write(piece) { return false }
    return true
  }

  /// Cuts the file to a length; false where that failed.
  func truncate(to length: Int) -> Bool { ftruncate(number, off_t(length)) == 0 }

  /// Appends the whole rest of the file to a buffer; false where reading failed.
  func read(into buffer: inout ByteBuffer) -> Bool {
    var wanted = max((status()?.size ?? 0) + 1, 4096)
    while true {
      var done = 0
      buffer.append(capacity: wanted) { memory in
        done = systemRead(number, memory.baseAddress, memory.count)
        return done
      }
      if done == 0 { return true }
      if done < 0, errno != EINTR { return false }
      wanted = 64 * 1024
    }
  }

  private static func wrap(_ number: Int32) -> FileDescriptor? {
    number >= 0 ? FileDescriptor(number: number) : nil
  }
}

/// What the system knows of a file.
struct FileStatus: BitwiseCopyable, Hashable, Sendable {
  /// The kinds that the output tells apart.
  enum Kind: UInt8, BitwiseCopyable, Sendable {
    case file
    case folder
    case link
    case other
  }

  var kind: Kind
  /// Bytes.
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int64
  /// When content, name or rights were last changed, in nanoseconds since 1970; no program can set it back.
  var changed: Int64
  var inode: UInt64
  /// Whether the file has other names too, in this folder or anywhere.
  var isShared: Bool

  init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(raw.st_size)
    inode = UInt64(raw.st_ino)
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

/// The name of one file or folder, closed by a zero byte for the system.
struct PathName: ~Copyable {
  private var bytes: ByteBuffer

  /// The name that these bytes spell.
  init(_ name: Span<UInt8>) {
    bytes = ByteBuffer(capacity: name.count + 1)
    respell(name)
  }

  /// Spells another name in the same memory.
  mutating func respell(_ name: Span<UInt8>) {
    bytes.removeAll()
    bytes.append(name)
    bytes.append(0)
  }

  /// The number of bytes.
  var count: Int { bytes.count - 1 }

  /// The name of a string.
  init(_ name: String) { self.init(name.utf8.span) }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.span.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = buffer.baseAddress else { return "".withCString(body) }
        return body(start)
      }
    }
  }
}
