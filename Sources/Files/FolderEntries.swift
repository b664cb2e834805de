#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension FileDescriptor {
  /// The names in this folder, in no particular order; names that are not UTF-8 are left out.
  public func names() throws(FileError) -> [String] {
    var names: [String] = []
    try forEachEntry { bytes, _ in
      if let name = String(validating: bytes, as: UTF8.self) { names.append(name) }
    }
    return names
  }

  /// Calls `body` with each name in this folder and what it is, where the file system says so without being asked for
  /// each.
  ///
  /// - Throws: where the folder can't be read to its end.
  public func forEachEntry(_ body: (UnsafeRawBufferPointer, FileStatus.Kind?) -> Void) throws(FileError) {
    let copy = try again().leak()
    guard let stream = fdopendir(copy) else {
      let error = FileError.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError.last }
        return
      }
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let name = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)])
        if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) {
          body(name, FileStatus.Kind(entryType: entry.pointee.d_type))
        }
      }
    }
  }

  /// The number, which whoever takes it has to close.
  private consuming func leak() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Removes a folder in which there are only folders; anything else stays.
  public func removeFolders(_ name: borrowing PathName, depth: Int = 0) {
    guard depth < FolderWalk.usualDepthLimit, (try? removeFolder(name)) == nil, let folder = try? folder(name) else {
      return
    }
    for inner in (try? folder.names()) ?? [] { folder.removeFolders(PathName(inner), depth: depth + 1) }
    try? removeFolder(name)
  }
}

extension FileStatus.Kind {
  /// The kind that a folder gives for a name; nil where it gives none.
  fileprivate init?(entryType: UInt8) {
    switch Int32(entryType) {
    case Int32(DT_UNKNOWN): return nil
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    default: self = .other
    }
  }
}
