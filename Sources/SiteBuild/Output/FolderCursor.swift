import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks the output folder from page to page and keeps the folders of the last path open, so that pages beside each
/// other cost no look-up of their parents. One belongs to one worker.
///
/// A folder that it makes is opened only for a second file: most pages are alone in theirs, and the system finds
/// `name/index.html` from the parent in a fraction of the time. The name can't lead through a link, since it was free.
struct FolderCursor: ~Copyable {
  /// An open folder.
  private final class OpenFolder {
    let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
  }

  /// A folder of the last path.
  private struct Level {
    /// Where its name begins and ends in the path.
    let start: Int
    let end: Int
    /// Nil where it was just made.
    var folder: OpenFolder?
  }

  private let root: FileDescriptor
  /// The path of the folder that was entered last, with a slash at its end.
  private var path = ByteBuffer()
  private var levels: [Level] = []
  /// The paths of the folders that the cursor made, in the order of their making.
  private(set) var made = PathTable()

  /// A cursor in an open folder.
  init(root: consuming FileDescriptor) { self.root = root }

  /// Enters the folder of a path, made where it is missing if `creating`.
  ///
  /// - Returns: false where a part of the path is missing, a file or a link, or names no entry of a folder, as `..` in
  ///   a damaged manifest; `errno` tells.
  mutating func enter(folderOf path: Span<UInt8>, creating: Bool) -> Bool {
    guard path.lastComponent.isName else {
      errno = ENOENT
      return false
    }
    let folder = path.extracting(0..<path.count - path.lastComponent.count)
    if folder.isEqual(to: self.path.span) { return openLast() }
    leave(keeping: folder)
    var start = self.path.count
    while start < folder.count {
      guard openLast(), let end = folder.end(ofFolderFrom: start),
        enter(folder.extracting(start..<end), start, creating: creating)
      else { return false }
      self.path.append(folder.extracting(start..<end + 1))
      if levels[levels.count - 1].folder == nil { made.append(folder.extracting(0..<end)) }
      start = end + 1
    }
    return true
  }

  /// The name by which `withFolder` knows a path, which has to lie in the folder that was entered last.
  func name(of path: Span<UInt8>) -> PathName {
    guard let last = levels.last, last.folder == nil else { return PathName(path.lastComponent) }
    return PathName(path.extracting(last.start...))
  }

  /// Calls `body` with the innermost open folder: the one that was entered last, or its parent where that was just made.
  func withFolder<Result: ~Copyable>(_ body: (borrowing FileDescriptor) -> Result) -> Result {
    if let folder = levels.last?.folder { return body(folder.descriptor) }
    if let folder = levels.dropLast().last?.folder { return body(folder.descriptor) }
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
  mutating func reset() {
    levels.removeAll()
    path.removeAll()
  }

  /// Leaves the folders that are not above the one to be entered.
  private mutating func leave(keeping folder: Span<UInt8>) {
    let shared = path.span.sharedFolders(with: folder)
    while let last = levels.last, last.end >= shared { levels.removeLast() }
    path.truncate(to: shared)
  }

  private mutating func enter(_ name: Span<UInt8>, _ start: Int, creating: Bool) -> Bool {
    guard name.isName else {
      errno = ENOENT
      return false
    }
    let name = PathName(name)
    if creating, withFolder({ $0.makeFolder(name) }) {
      levels.append(Level(start: start, end: start + name.count))
      return true
    }
    guard !creating || errno == EEXIST, let folder = withFolder({ $0.folder(name) }) else { return false }
    levels.append(Level(start: start, end: start + name.count, folder: OpenFolder(folder)))
    return true
  }

  /// Opens the last folder, if it was just made.
  private mutating func openLast() -> Bool {
    guard let last = levels.last, last.folder == nil else { return true }
    let name = PathName(path.span.extracting(last.start..<last.end))
    guard let folder = withFolder({ $0.folder(name) }) else { return false }
    levels[levels.count - 1].folder = OpenFolder(folder)
    return true
  }
}

extension Span<UInt8> {
  /// Where the name of a folder ends that begins at a place.
  fileprivate func end(ofFolderFrom start: Int) -> Int? {
    for index in start..<count where self[index] == UInt8(ascii: "/") { return index }
    return nil
  }

  /// How many bytes, up to a slash and with it, two paths begin with alike.
  func sharedFolders(with other: Span<UInt8>) -> Int {
    var end = 0
    for index in 0..<Swift.min(count, other.count) {
      guard self[index] == other[index] else { return end }
      if self[index] == UInt8(ascii: "/") { end = index + 1 }
    }
    return end
  }
}

extension Span<UInt8> {
  /// Whether the bytes can be the name of something in a folder.
  fileprivate var isName: Bool {
    !isEmpty && !isEqual(to: ".".utf8.span) && !isEqual(to: "..".utf8.span)
  }
}
