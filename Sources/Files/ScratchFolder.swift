#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A new folder that only this user may enter, removed with all that is in it at the end of its life.
public struct ScratchFolder: ~Copyable, Sendable {
  /// Where it is.
  public let path: String
  private let parent: String
  private let name: String

  /// Makes a folder where the system keeps temporary files.
  ///
  /// - Parameter prefix: what its name begins with.
  public init(prefix: String) throws(SystemFailure) {
    parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("can't make a temporary folder in \(parent)", .last) }
    path = template.withUnsafeBufferPointer {
      String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    name = String(path.dropFirst(parent.utf8.count + 1))
  }

  deinit { if let folder = try? FileDescriptor.folder(at: parent) { folder.removeAll(PathName(name)) } }
}

extension FileDescriptor {
  /// Removes what has a name in this folder, with all that is in it; links are removed and not followed. What can't be
  /// removed stays.
  func removeAll(_ name: borrowing PathName, depth: Int = 0) {
    guard depth < FolderWalk.usualDepthLimit, (try? removeFile(name)) == nil, let folder = try? folder(name) else {
      return
    }
    for inner in (try? folder.names()) ?? [] { folder.removeAll(PathName(inner), depth: depth + 1) }
    try? removeFolder(name)
  }
}
