/// Where a folder of the program is, and whether it may be reached through a symbolic link.
///
/// A link that the user names is the user's choice. One that has the name of a folder which the program makes for itself
/// may have come with a stranger's repository, and would lead what is written there to any place of the machine.
public struct FolderPlace: Hashable, Sendable {
  /// The path.
  public let path: String
  /// Whether the last part of the path may be a link.
  public let mayBeLink: Bool

  /// A folder that the user named.
  public init(named path: String) { (self.path, mayBeLink) = (path, true) }

  /// The program's own folder of a name in a folder that the user named.
  public init(ownName name: String, in folder: String) { (path, mayBeLink) = ("\(folder)/\(name)", false) }

  /// Whether there is a link where none may be.
  public var isForbiddenLink: Bool { !mayBeLink && FileTree.isLink(path) }

  /// Opens the folder.
  public func open() throws(FileError) -> FileDescriptor {
    try FileDescriptor.folder(at: path, followingLink: mayBeLink)
  }

  /// Makes the folder, and those above it, where they are missing.
  public func make() throws(SystemFailure) {
    try Folders.make(path)
    _ = try SystemFailure.naming("can't open the folder \(path)") { () throws(FileError) in try open() }
  }

  /// Replaces a file of the folder at once by one of some pieces. A folder in its place is set aside.
  public func replace(_ name: String, with pieces: [UnsafeRawBufferPointer]) throws(SystemFailure) {
    _ = try SystemFailure.naming("can't write \(path)/\(name)") { () throws(FileError) in
      let opened = try open()
      do throws(FileError) {
        return try opened.replaceAtomically(PathName(name), with: pieces, through: opened)
      } catch {
        guard error == .isFolder else { throw error }
        try opened.setAside(PathName(name))
        return try opened.replaceAtomically(PathName(name), with: pieces, through: opened)
      }
    }
  }

  /// Opens a file of the folder for reading and writing, which is made where it is missing. Whatever else is in its place
  /// is set aside.
  public func openOrCreate(_ name: String) throws(SystemFailure) -> FileDescriptor {
    try SystemFailure.naming("can't write \(path)/\(name)") { () throws(FileError) in
      let opened = try open()
      if let kind = try? opened.status(of: PathName(name)).kind, kind != .file { try opened.setAside(PathName(name)) }
      return try opened.openOrCreate(PathName(name))
    }
  }
}
