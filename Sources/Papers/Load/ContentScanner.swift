internal import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lists the files under a folder of the site: any depth, sorted by path, hidden ones left out.
///
/// A symbolic link counts as what it leads to, but may not lead out of the site's folder: content that comes from
/// strangers must not publish the machine's files.
package struct ContentScanner {
  private let siteFolder: String
  private let siteRoot: String
  private var files: [ContentFile] = []
  private var diagnostics: [Diagnostic] = []
  /// The folders that were read. Each is read once, or links to folders with links would make a folder's files countless.
  private var seen: Set<FileIdentity> = []
  /// The symbolic links that were found, which are followed when all else is read.
  private var links: [String] = []

  private struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  private static let depthLimit = 64

  /// A scanner of a site.
  package init(siteFolder: String) {
    self.siteFolder = siteFolder
    siteRoot = Self.resolved(siteFolder) ?? siteFolder
  }

  /// All files under `folder`, a path from the site's folder; none where there is no such folder.
  package mutating func scan(_ folder: String) -> ContentListing {
    (files, diagnostics, seen, links) = ([], [], [], [])
    let descriptor = open("\(siteFolder)/\(folder)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 {
      if errno != ENOENT { failReading(folder) }
    } else if isInSite(Self.resolved("\(siteFolder)/\(folder)")) {
      scanFolder(descriptor, path: folder)
      followLinks()
    } else {
      close(descriptor)
      fail("content/link", "the folder leads out of the site's folder", at: folder)
    }
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return ContentListing(files: sorted, diagnostics: diagnostics)
  }

  private func isInSite(_ target: String?) -> Bool {
    let root = siteRoot.hasSuffix("/") ? siteRoot : siteRoot + "/"
    guard let target, target.hasPrefix(root) else { return false }
    // What is hidden is none of the site's content: `.git` holds secrets, which a diagnostic would quote.
    return !target.dropFirst(root.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Lists an open folder and closes it.
  private mutating func scanFolder(_ descriptor: Int32, path: String) {
    guard let folder = fdopendir(descriptor) else {
      close(descriptor)
      return failReading(path)
    }
    defer { closedir(folder) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return failReading(path) }
    guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.depthLimit else {
      return fail("content/depth", "the folder is too deep", at: path)
    }
    guard seen.insert(FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))).inserted else {
      return fail("content/loop", "the files of this folder are read already, under another name", at: path)
    }
    while let entry = readdir(folder) { take(entry, in: descriptor, path: path) }
  }

  private mutating func take(_ entry: UnsafeMutablePointer<dirent>, in folder: Int32, path: String) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
    guard let name else { return fail("content/name", "a file's name is not UTF-8", at: path) }
    if name.hasPrefix(".") { return }
    let filePath = "\(path)/\(name)"
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_DIR): takeFolder(name, in: folder, path: filePath)
    case Int32(DT_REG): takeFile(name, in: folder, path: filePath)
    case Int32(DT_LNK): links.append(filePath)
    case Int32(DT_UNKNOWN): takeUnknown(name, in: folder, path: filePath)
    default: break
    }
  }

  private mutating func takeFolder(_ name: String, in folder: Int32, path: String) {
    let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return failReading(path) }
    scanFolder(descriptor, path: path)
  }

  private mutating func takeFile(_ name: String, in folder: Int32, path: String) {
    var status = stat()
    guard fstatat(folder, name, &status, 0) == 0 else { return failReading(path) }
    files.append(
      ContentFile(
        path: path, size: Int(status.st_size), modified: Self.nanoseconds(status.modificationTime),
        changed: Self.nanoseconds(status.changeTime), inode: UInt64(status.st_ino)))
  }

  private mutating func followLinks() {
    while !links.isEmpty {
      let found = links.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      links.removeAll()
      for path in found { follow(path) }
    }
  }

  private mutating func follow(_ path: String) {
    let link = "\(siteFolder)/\(path)"
    guard let target = Self.resolved(link) else {
      return fail("content/link", "the symbolic link leads nowhere", at: path)
    }
    guard isInSite(target) else {
      return fail("content/link", "the symbolic link leads out of the site's folder", at: path)
    }
    var status = stat()
    guard stat(link, &status) == 0 else { return failReading(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: takeFolder(link, in: AT_FDCWD, path: path)
    case S_IFREG: takeFile(link, in: AT_FDCWD, path: path)
    default: break
    }
  }

  /// Takes an entry whose kind the folder doesn't tell.
  private mutating func takeUnknown(_ name: String, in folder: Int32, path: String) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return failReading(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: takeFolder(name, in: folder, path: path)
    case S_IFREG: takeFile(name, in: folder, path: path)
    case S_IFLNK: links.append(path)
    default: break
    }
  }

  private mutating func failReading(_ path: String) {
    fail("system/read", "the file can't be read: \(String(cString: strerror(errno)))", at: path)
  }

  private mutating func fail(_ id: String, _ message: String, at path: String) {
    diagnostics.append(Diagnostic(.error, id, message, path: path))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
