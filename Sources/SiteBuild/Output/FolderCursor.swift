import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks the output folder from page to page and keeps the folders of the last path open, so that pages beside each
/// other cost no look-up of their parents. One belongs to one worker.
struct FolderCursor: ~Copyable {
  private final class Level {
    let name: FrozenBytes
    let folder: FileDescriptor

    init(name: FrozenBytes, folder: consuming FileDescriptor) {
      self.name = name
      self.folder = folder
    }
  }

  private let root: FileDescriptor
  private var levels: [Level] = []
  /// The paths of the folders that the cursor made, in the order of their making.
  private(set) var made: [String] = []

  /// A cursor in an open folder.
  init(root: consuming FileDescriptor) { self.root = root }

  /// The folder of a path, made where it is missing if `creating`.
  ///
  /// - Returns: false where a part of the path is missing, a file or a link; `errno` tells.
  mutating func enter(folderOf path: Span<UInt8>, creating: Bool) -> Bool {
    var depth = 0
    var start = 0
    for index in 0..<path.count where path[index] == UInt8(ascii: "/") {
      guard enter(path, start..<index, depth: depth, creating: creating) else { return false }
      start = index + 1
      depth += 1
    }
    levels.removeLast(levels.count - depth)
    return true
  }

  /// Calls `body` with the folder that was entered last.
  func withFolder<Result: ~Copyable>(_ body: (borrowing FileDescriptor) -> Result) -> Result {
    if let level = levels.last { return body(level.folder) }
    return body(root)
  }

  /// Calls `body` with the output folder itself.
  func withRoot<Result: ~Copyable>(_ body: (borrowing FileDescriptor) -> Result) -> Result { body(root) }

  /// Where the part of a path ends that has to be a folder and is something else; nil where all are folders or missing.
  func endOfObstacle(above path: Span<UInt8>) -> Int? {
    for end in 0..<path.count where path[end] == UInt8(ascii: "/") {
      guard let status = root.status(of: PathName(path.extracting(0..<end))) else { return nil }
      if status.kind != .folder { return end }
    }
    return nil
  }

  /// Forgets the open folders; needed after folders were removed or renamed.
  mutating func reset() { levels.removeAll() }

  private mutating func enter(_ path: Span<UInt8>, _ range: Range<Int>, depth: Int, creating: Bool) -> Bool {
    let name = path.extracting(range)
    // A damaged manifest may name anything.
    guard !name.isEqual(to: "..".utf8.span) else { return false }
    if depth < levels.count {
      let known = levels[depth].name
      if known.span.isEqual(to: name) { return true }
      levels.removeLast(levels.count - depth)
    }
    guard let folder = open(PathName(name), path.extracting(0..<range.upperBound), creating: creating) else {
      return false
    }
    levels.append(Level(name: FrozenBytes(copying: name), folder: folder))
    return true
  }

  private mutating func open(
    _ name: borrowing PathName, _ path: Span<UInt8>, creating: Bool
  ) -> FileDescriptor? {
    if creating {
      if withFolder({ $0.makeFolder(name) }) {
        made.append(String(bytes: path))
      } else if errno != EEXIST {
        return nil
      }
    }
    if let level = levels.last { return level.folder.folder(name) }
    return root.folder(name)
  }
}

extension Span<UInt8> {
  /// Whether two runs hold the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { bytes in
      other.withUnsafeBytes { others in
        guard let left = bytes.baseAddress, let right = others.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
      }
    }
  }
}
