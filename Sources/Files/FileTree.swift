public import ByteText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Lists the files of a folder and reads them. No symbolic link is followed, by the rule of `FolderWalk`.
public enum FileTree {
  /// What is in a folder, at any depth: paths relative to it, sorted by their bytes.
  public struct Listing: FolderVisitor {
    /// The files.
    public var files: [String] = []
    /// The symbolic links, which nothing follows.
    public var links: [String] = []
    /// The folders that are too deep to be looked into.
    public var deep: [String] = []
    /// What can't be read, for want of a right or of anything else: it must not count as missing. The folder itself is
    /// the empty path.
    public var unreadable: [String] = []

    /// See `FolderWalk`.
    public func skips(_ name: String, _ path: String) -> Bool { isHidden(name) }

    /// See `FolderWalk`.
    public mutating func visit(_ path: String, _ entry: FolderWalk.Entry) {
      switch entry {
      case .file: files.append(path)
      case .link: links.append(path)
      case .tooDeep: deep.append(path)
      case .unreadable: unreadable.append(path)
      case .folder, .other, .linkOutside, .linkNowhere, .repeated, .unreadableName: break
      }
    }

    fileprivate mutating func sort() {
      for part in [\Listing.files, \.links, \.deep, \.unreadable] {
        self[keyPath: part].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
    }
  }

  /// What a diagnostic says of a folder that is there, where it can't be listed.
  public static let unreadableFolder = "the folder or the file can't be opened"
  /// What a diagnostic says of a file that is there, where `read` gives nothing of it.
  public static let unreadable =
    "the file is a symbolic link, larger than \(ReadableFile.sizeLimit >> 20) MB or can't be opened"

  /// What is in a folder. Names that begin with a dot are left out, save `.well-known` and `.nojekyll`. Empty where
  /// there is no such folder, or a link to one.
  public static func listing(of folder: String) -> Listing {
    var found = Listing()
    guard !isLink(folder), exists(folder) else { return found }
    do throws(FileError) {
      let root = try FileDescriptor.folder(at: folder, followingLink: false)
      FolderWalk().walk(root, &found)
    } catch {
      if !error.isNoFolder { found.unreadable = [""] }
    }
    found.sort()
    return found
  }

  /// A file's text; nil where it can't be read or is larger than content may be.
  ///
  /// - Parameter follows: whether the file may be a link to one: only where the user named it.
  public static func read(_ path: String, follows: Bool = false) -> FrozenBytes? {
    guard let file = try? FileDescriptor.file(at: path, followingLink: follows), let status = try? file.status(),
      status.kind == .file, status.size <= ReadableFile.sizeLimit
    else { return nil }
    var bytes = ByteBuffer()
    guard (try? file.read(into: &bytes)) != nil else { return nil }
    return FrozenBytes(bytes)
  }

  /// Whether there is, or may be, anything at a path.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT && errno != ENOTDIR
  }

  /// Whether there is a symbolic link at a path.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether there is a folder at a path.
  public static func isFolder(_ path: String) -> Bool { (try? FileDescriptor.folder(at: path)) != nil }

  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && name != ".well-known" && name != ".nojekyll"
  }
}

extension FileTree {
  /// Why a file can't be read; nil where that has nothing to do with the system.
  public static func refusal(of path: String) -> FileError? {
    do throws(FileError) {
      _ = try FileDescriptor.file(at: path)
      return nil
    } catch { return error }
  }
}
