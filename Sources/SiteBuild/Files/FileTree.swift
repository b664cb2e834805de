import ByteText
import Papers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lists the files of a folder and reads them.
///
/// Symbolic links are left out, so that nothing outside the folder is ever read for a page.
enum FileTree {
  /// How deep folders may nest.
  static let depthLimit = 32

  /// What stands in a folder, at any depth: paths relative to it, sorted by their bytes.
  struct Listing {
    /// The files.
    var files: [String] = []
    /// The symbolic links, which nothing follows.
    var links: [String] = []
    /// The folders that are too deep to be looked into.
    var deep: [String] = []
    /// What can't be read, for want of a right or of anything else: it must not count as missing. The folder itself is
    /// the empty path.
    var unreadable: [String] = []
  }

  /// What a diagnostic says of a folder that is there, where it can't be listed.
  static let unreadableFolder = "the folder or the file can't be opened"
  /// What a diagnostic says of a file that is there, where `read` gives nothing of it.
  static let unreadable =
    "the file is a symbolic link, larger than \(ContentFile.sizeLimit >> 20) MB or can't be opened"

  /// What stands in a folder. Names that begin with a dot are left out, save `.well-known` and `.nojekyll`. Empty where
  /// there is no such folder, or a link to one.
  static func listing(of folder: String) -> Listing {
    var found = Listing()
    guard !isLink(folder), exists(folder) else { return found }
    guard let root = FileDescriptor.folder(at: folder) else {
      if errno != ENOTDIR { found.unreadable = [""] }
      return found
    }
    collect(root, prefix: "", depth: 0, into: &found)
    for part in [\Listing.files, \.links, \.deep, \.unreadable] {
      found[keyPath: part].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return found
  }

  /// A file's text; nil where it can't be read or is larger than content may be.
  ///
  /// - Parameter follows: whether the file may be a link to one: only where the user named it.
  static func read(_ path: String, follows: Bool = false) -> FrozenBytes? {
    guard follows || !isLink(path), let file = FileDescriptor.file(at: path), let status = file.status(),
      status.kind == .file, status.size <= ContentFile.sizeLimit
    else { return nil }
    var bytes = ByteBuffer()
    guard file.read(into: &bytes) else { return nil }
    return FrozenBytes(bytes)
  }

  /// Whether there is, or may be, anything at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT && errno != ENOTDIR
  }

  /// Whether there is a symbolic link at a path.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether there is a folder at a path.
  static func isFolder(_ path: String) -> Bool { FileDescriptor.folder(at: path) != nil }

  private static func collect(
    _ folder: borrowing FileDescriptor, prefix: String, depth: Int, into found: inout Listing
  ) {
    guard let names = folder.names() else { return found.unreadable.append(String(prefix.dropLast())) }
    for name in names where !isHidden(name) {
      switch folder.status(of: PathName(name))?.kind {
      case nil: found.unreadable.append(prefix + name)
      case .file: found.files.append(prefix + name)
      case .link: found.links.append(prefix + name)
      case .folder where depth == depthLimit: found.deep.append(prefix + name)
      case .folder:
        guard let inner = folder.folder(PathName(name)) else {
          found.unreadable.append(prefix + name)
          continue
        }
        collect(inner, prefix: "\(prefix)\(name)/", depth: depth + 1, into: &found)
      case .other: break
      }
    }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && name != ".well-known" && name != ".nojekyll"
  }
}

extension FileDescriptor {
  /// The names in this folder, in no particular order; names that are not UTF-8 are left out. Nil where it can't be read.
  func names() -> [String]? {
    var names: [String] = []
    let isWhole = forEachEntry { bytes, _ in
      if let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".." { names.append(name) }
    }
    return isWhole ? names : nil
  }

  /// Calls `body` with each name in this folder, `.` and `..` included, and what the file system says that it stands for
  /// (`DT_DIR` and so on).
  ///
  /// - Returns: false where the folder can't be read, or not to its end.
  func forEachEntry(_ body: (UnsafeRawBufferPointer, UInt8) -> Void) -> Bool {
    let copy = dup(number)
    guard copy >= 0 else { return false }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return false
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return errno == 0 }
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        body(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)]), entry.pointee.d_type)
      }
    }
  }
}
