#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Folders by their paths.
public enum Folders {
  /// Makes a folder and those above it, where they are missing.
  public static func make(_ path: String) throws(SystemFailure) {
    guard !FileTree.isFolder(path) else { return }
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      if mkdir(String(path[..<end]), 0o777) != 0, errno != EEXIST { throw SystemFailure("can't make \(path)", .last) }
    }
    _ = try SystemFailure.naming("can't open the folder \(path)") { () throws(FileError) in
      try FileDescriptor.folder(at: path)
    }
  }

  /// Removes an empty folder.
  public static func remove(_ path: String) throws(FileError) { try rmdir(path).orFileError() }
}
