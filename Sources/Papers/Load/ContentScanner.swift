internal import ByteText
public import Files

/// Lists the files under a folder of the site: any depth, sorted by path, hidden ones left out.
///
/// A symbolic link counts as what it leads to, but may not lead out of the site's folder: content that comes from
/// strangers must not publish the machine's files.
public struct ContentScanner {
  private let root: RootFolder
  private var files: [ContentFile] = []
  private var diagnostics: [Diagnostic] = []

  /// So many folders may be above a file, those above the scanned one included.
  private static let depthLimit = 63

  /// A scanner of a site.
  public init(siteFolder: String) { root = RootFolder(siteFolder) }

  /// All files under `folder`, a path from the site's folder; none where there is no such folder.
  public mutating func scan(_ folder: String) -> ContentListing {
    (files, diagnostics) = ([], [])
    do throws(FileError) {
      let opened = try FileDescriptor.folder(at: "\(root.path)/\(folder)")
      if root.shows("\(root.path)/\(folder)") {
        walk(opened, path: folder)
      } else {
        fail("content/link", "the folder leads out of the site's folder", at: folder)
      }
    } catch {
      if error != .missing { failReading(folder, error) }
    }
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return ContentListing(files: sorted, diagnostics: diagnostics)
  }

  private mutating func walk(_ folder: borrowing FileDescriptor, path: String) {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    FolderWalk(links: .followInside(root), depthLimit: Self.depthLimit - depth).walk(folder, path: path, &self)
  }

  private mutating func failReading(_ path: String, _ error: FileError) {
    fail("system/read", "the file can't be read: \(error.message)", at: path)
  }

  private mutating func fail(_ id: String, _ message: String, at path: String) {
    diagnostics.append(Diagnostic(.error, id, message, path: path))
  }
}

extension ContentFile {
  fileprivate init(path: String, _ status: FileStatus) {
    self.init(
      path: path, size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }
}

extension ContentScanner: FolderVisitor {
  /// See `FolderWalk`.
  public func skips(_ name: String, _ path: String) -> Bool { name.hasPrefix(".") }

  /// See `FolderWalk`.
  public mutating func visit(_ path: String, _ entry: FolderWalk.Entry) {
    switch entry {
    case .file(let status): files.append(ContentFile(path: path, status))
    case .folder, .other, .link: break
    case .linkOutside: fail("content/link", "the symbolic link leads out of the site's folder", at: path)
    case .linkNowhere: fail("content/link", "the symbolic link leads nowhere", at: path)
    case .tooDeep: fail("content/depth", "the folder is too deep", at: path)
    case .repeated: fail("content/loop", "the files of this folder are read already, under another name", at: path)
    case .unreadable(let error): failReading(path, error)
    case .unreadableName: fail("content/name", "a file's name is not UTF-8", at: path)
    }
  }
}
