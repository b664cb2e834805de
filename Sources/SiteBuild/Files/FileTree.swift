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
  }

  /// What a diagnostic says of a file that is there, where `read` gives nothing of it.
  static let unreadable =
    "the file is a symbolic link, larger than \(ContentFile.sizeLimit >> 20) MB or can't be opened"

  /// What stands in a folder. Names that begin with a dot are left out, save `.well-known` and `.nojekyll`. Empty where
  /// there is no such folder, or a link to one.
  static func listing(of folder: String) -> Listing {
    guard !isLink(folder), let root = FileDescriptor.folder(at: folder) else { return Listing() }
    var found = Listing()
    collect(root, prefix: "", depth: 0, into: &found)
    found.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found.links.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found.deep.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
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
    for name in folder.names() where !isHidden(name) {
      switch folder.status(of: PathName(name))?.kind {
      case .file: found.files.append(prefix + name)
      case .link: found.links.append(prefix + name)
      case .folder where depth == depthLimit: found.deep.append(prefix + name)
      case .folder:
        guard let inner = folder.folder(PathName(name)) else { continue }
        collect(inner, prefix: "\(prefix)\(name)/", depth: depth + 1, into: &found)
      default: break
      }
    }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && name != ".well-known" && name != ".nojekyll"
  }
}

extension FileDescriptor {
  /// The names in this folder, in no particular order; names that are not UTF-8 are left out.
  func names() -> [String] {
    var names: [String] = []
    forEachEntry { bytes, _ in
      if let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Calls `body` with each name in this folder, `.` and `..` included, and what the file system says that it stands for
  /// (`DT_DIR` and so on).
  func forEachEntry(_ body: (UnsafeRawBufferPointer, UInt8) -> Void) {
    let copy = dup(number)
    guard copy >= 0, let stream = fdopendir(copy) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        body(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)]), entry.pointee.d_type)
      }
    }
  }
}
