#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension FileDescriptor {
  /// What a file is called while it is being written in full, before it takes its name. There is never more than one in
  /// a folder, so the next build finds what a build that was cut off has left.
  public static let temporaryName = ".sitegen-new"

  /// A name that no other process uses.
  public static func uniqueName(_ prefix: String) -> String {
    "\(prefix)\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
  }

  /// Replaces a file by a rename, so that a reader sees the old bytes or the new ones.
  ///
  /// - Parameter folder: where the bytes are written before; on the same disk.
  @discardableResult
  public func replaceAtomically(
    _ name: borrowing PathName, with pieces: [UnsafeRawBufferPointer], through folder: borrowing FileDescriptor
  ) throws(FileError) -> FileStatus {
    let temporary = PathName(Self.temporaryName)
    do throws(FileError) { try folder.removeFile(temporary) } catch {
      // A folder in its place stays: it may be somebody's.
      if error != .missing { try? folder.setAside(temporary) }
    }
    return try replaceAtomically(name, with: pieces, through: folder, as: temporary)
  }

  /// Replaces a file by a rename.
  ///
  /// - Parameter temporary: what the file is called before; nothing of that name may be there.
  @discardableResult
  public func replaceAtomically(
    _ name: borrowing PathName, with pieces: [UnsafeRawBufferPointer], through folder: borrowing FileDescriptor,
    as temporary: borrowing PathName
  ) throws(FileError) -> FileStatus {
    let file = try folder.create(temporary)
    do throws(FileError) {
      try file.write(all: pieces)
      let status = try file.status()
      try folder.move(temporary, into: self, as: name)
      return status
    } catch {
      try? folder.removeFile(temporary)
      throw error
    }
  }

  /// Moves whatever has a name in this folder to a name that nothing has, and removes it there if it is a folder of
  /// nothing but folders. What a stranger may have put there is never removed with what is in it.
  public func setAside(_ name: borrowing PathName) throws(FileError) {
    let aside = PathName(Self.uniqueName("set-aside-"))
    try move(name, into: self, as: aside)
    removeFolders(aside)
  }

  /// A file without a name, which vanishes when it is closed.
  public static func temporary(in folder: borrowing FileDescriptor) throws(FileError) -> FileDescriptor {
    // Always of one name, so that what a build left that was cut off right here goes with the next one.
    let name = PathName(".sitegen-spool")
    try? folder.removeFile(name)
    do throws(FileError) {
      let file = try folder.createPrivate(name)
      try folder.removeFile(name)
      return file
    } catch {
      guard error == .exists else { throw error }
      try folder.setAside(name)
      return try temporary(in: folder)
    }
  }
}
