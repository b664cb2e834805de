import Foundation

/// The files below a folder: their bytes, and what the system says of them.
struct FolderSnapshot {
  /// One file.
  struct File: Equatable {
    var data: Data
    /// The number of the file and when it was changed, which only stay where nobody writes it.
    var inode: UInt64
    var modified: [Int]
  }

  private(set) var files: [String: File] = [:]
  /// The paths of the folders.
  private(set) var folders: Set<String> = []

  /// Nothing.
  init() {}

  /// Reads a folder; links are not followed.
  init(of path: String) { read(path, prefix: "") }

  private mutating func read(_ path: String, prefix: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        folders.insert(prefix + name)
        read("\(path)/\(name)", prefix: "\(prefix)\(name)/")
      case S_IFREG:
        let data = FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data()
        let modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        files[prefix + name] = File(data: data, inode: UInt64(status.st_ino), modified: modified)
      default: files[prefix + name] = File(data: Data("?".utf8), inode: 0, modified: [])
      }
    }
  }

  /// The files whose paths don't fit.
  func without(_ isLeftOut: (String) -> Bool) -> FolderSnapshot {
    var rest = self
    rest.files = files.filter { !isLeftOut($0.key) }
    return rest
  }

  /// The bytes of each file.
  var tree: [String: Data] { files.mapValues(\.data) }

  /// The paths of files that are new or hold other bytes than in an earlier snapshot.
  func written(since earlier: FolderSnapshot) -> [String] {
    files.filter { $0.value.data != earlier.files[$0.key]?.data }.map(\.key).sorted()
  }

  /// The paths of files that an earlier snapshot has and this one hasn't.
  func removed(since earlier: FolderSnapshot) -> [String] {
    earlier.files.keys.filter { files[$0] == nil }.sorted()
  }

  /// Files that hold the same bytes as before but were written all the same.
  func touched(since earlier: FolderSnapshot) -> [String] {
    files.filter { path, file in
      guard let before = earlier.files[path] else { return false }
      return before.data == file.data && before != file
    }.map(\.key).sorted()
  }
}
