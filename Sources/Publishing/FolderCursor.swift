import ByteText
import Files

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
  private(set) var made = PathList()

  /// A cursor in an open folder.
  init(root: consuming FileDescriptor) { self.root = root }

  /// Enters the folder of a path, made where it is missing if `creating`.
  ///
  /// - Throws: where a part of the path is missing, a file or a link, or names no entry of a folder, as `..` in a damaged
  ///   manifest.
  mutating func enter(folderOf path: Span<UInt8>, creating: Bool) throws(FileError) {
    guard path.lastComponent.isName else { throw .missing }
    let folder = path.extracting(0..<path.count - path.lastComponent.count)
    if folder.isEqual(to: self.path.span) { return try openLast() }
    leave(keeping: folder)
    var start = self.path.count
    while start < folder.count {
      try openLast()
      guard let end = folder.end(ofFolderFrom: start) else { throw .missing }
      try enter(folder.extracting(start..<end), start, creating: creating)
      self.path.append(folder.extracting(start..<end + 1))
      if levels[levels.count - 1].folder == nil { made.append(folder.extracting(0..<end)) }
      start = end + 1
    }
  }

  /// The name by which `withFolder` knows a path, which has to lie in the folder that was entered last.
  func name(of path: Span<UInt8>) -> PathName {
    guard let last = levels.last, last.folder == nil else { return PathName(path.lastComponent) }
    return PathName(path.extracting(last.start...))
  }

  /// Calls `body` with the innermost open folder: the one that was entered last, or its parent where that was just made.
  func withFolder<Result: ~Copyable>(
    _ body: (borrowing FileDescriptor) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    if let folder = levels.last?.folder { return try body(folder.descriptor) }
    if let folder = levels.dropLast().last?.folder { return try body(folder.descriptor) }
    return try body(root)
  }

  /// Calls `body` with the output folder itself.
  func withRoot<Result: ~Copyable>(
    _ body: (borrowing FileDescriptor) throws(FileError) -> Result
  ) throws(FileError) -> Result { try body(root) }

  /// Where the part of a path ends that has to be a folder and is something else; nil where all are folders or missing.
  func endOfObstacle(above path: Span<UInt8>) -> Int? {
    for end in 0..<path.count where path[end] == UInt8(ascii: "/") {
      guard let status = try? root.status(of: PathName(path.extracting(0..<end))) else { return nil }
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

  private mutating func enter(_ name: Span<UInt8>, _ start: Int, creating: Bool) throws(FileError) {
    guard name.isName else { throw .missing }
    let name = PathName(name)
    if creating {
      do throws(FileError) {
        try withFolder { folder throws(FileError) in try folder.makeFolder(name) }
        return levels.append(Level(start: start, end: start + name.count))
      } catch {
        if error != .exists { throw error }
      }
    }
    let folder = try withFolder { folder throws(FileError) in try folder.folder(name) }
    levels.append(Level(start: start, end: start + name.count, folder: OpenFolder(folder)))
  }

  /// Opens the last folder, if it was just made.
  private mutating func openLast() throws(FileError) {
    guard let last = levels.last, last.folder == nil else { return }
    let name = PathName(path.span.extracting(last.start..<last.end))
    levels[levels.count - 1].folder = OpenFolder(try withFolder { folder throws(FileError) in try folder.folder(name) })
  }
}

extension Span<UInt8> {
  /// Where the name of a folder ends that begins at a place.
  fileprivate func end(ofFolderFrom start: Int) -> Int? {
    for index in start..<count where self[index] == UInt8(ascii: "/") { return index }
    return nil
  }
}
