/// The walk through a folder at any depth.
///
/// There is one rule for symbolic links. What the user names, as a site's folder or the folder after `--output`, may be
/// a link, and any part of its path. What is found inside a folder may come from strangers: there a link is never
/// followed to anything outside the site or to anything hidden, since the machine's files must not be published. The
/// caller chooses what becomes of the others:
///
/// - `report`: no link is followed; each is reported. So are the links in themes and in content/pages.
/// - `followInside`: a link counts as what it leads to. So do the links in content/papers, so that one archive of
///   records can have several names. Each folder is read once, or links to folders with links would make its files
///   countless.
public struct FolderWalk {
  /// What becomes of symbolic links.
  public enum Links: Sendable {
    case report
    case followInside(RootFolder)
  }

  /// What was found at a path.
  public enum Entry: Sendable {
    case file(FileStatus)
    /// A folder, which is walked through.
    case folder
    /// Neither, as a pipe.
    case other
    /// A link that isn't followed.
    case link
    /// A link that leads out of the root folder or to what is hidden there.
    case linkOutside
    /// A link that leads nowhere.
    case linkNowhere
    /// A folder that lies too deep to be looked into.
    case tooDeep
    /// A folder that was read already under another name.
    case repeated
    /// What can't be read: it must not count as missing.
    case unreadable(FileError)
    /// A folder with a name that is not UTF-8.
    case unreadableName
  }

  /// How deep folders may usually nest.
  public static let usualDepthLimit = 32

  private let links: Links
  private let depthLimit: Int
  private var seen: Set<FileIdentity> = []
  /// The links that were found, which are followed when all else is read.
  private var found: [String] = []

  private struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// A walk through one folder.
  ///
  /// - Parameter depthLimit: how many folders may be above a file, besides the one that the walk begins in.
  public init(links: Links = .report, depthLimit: Int = usualDepthLimit) {
    (self.links, self.depthLimit) = (links, depthLimit)
  }

  /// Walks through an open folder. What is found comes in no particular order, links last.
  ///
  /// - Parameters:
  ///   - path: what paths begin with, without a slash at its end; empty for none. From the root folder, if there is one.
  ///   - visitor: is told of each path that was found.
  public consuming func walk(
    _ folder: borrowing FileDescriptor, path: String = "", _ visitor: inout some FolderVisitor
  ) {
    enter(folder, path: path, depth: 0, &visitor)
    followLinks(belowPathOf: path, &visitor)
  }

  private mutating func enter(
    _ folder: borrowing FileDescriptor, path: String, depth: Int, _ visitor: inout some FolderVisitor
  ) {
    guard depth <= depthLimit else { return visitor.visit(path, .tooDeep) }
    do throws(FileError) {
      guard try isNew(folder) else { return visitor.visit(path, .repeated) }
      let prefix = path.isEmpty ? "" : path + "/"
      try folder.forEachEntry { name, kind in
        guard let name = String(validating: name, as: UTF8.self) else { return visitor.visit(path, .unreadableName) }
        let path = prefix + name
        if !visitor.skips(name, path) { take(name, kind, in: folder, path: path, depth: depth, &visitor) }
      }
    } catch {
      visitor.visit(path, .unreadable(error))
    }
  }

  /// Whether a folder was not read yet; without links, none can be read twice.
  private mutating func isNew(_ folder: borrowing FileDescriptor) throws(FileError) -> Bool {
    guard case .followInside = links else { return true }
    let status = try folder.status()
    return seen.insert(FileIdentity(device: status.device, inode: status.inode)).inserted
  }

  private mutating func take(
    _ name: String, _ kind: FileStatus.Kind?, in folder: borrowing FileDescriptor, path: String, depth: Int,
    _ visitor: inout some FolderVisitor
  ) {
    do throws(FileError) {
      let name = PathName(name)
      // Of a file more is to be known than that it is one, of others nothing.
      let status = kind == nil || kind == .file ? try folder.status(of: name) : nil
      switch status?.kind ?? kind {
      case .file: if let status { visitor.visit(path, .file(status)) }
      case .folder where depth == depthLimit: visitor.visit(path, .tooDeep)
      case .folder:
        let inner = try folder.folder(name)
        visitor.visit(path, .folder)
        enter(inner, path: path, depth: depth + 1, &visitor)
      case .link: takeLink(path, &visitor)
      case .other, nil: visitor.visit(path, .other)
      }
    } catch {
      visitor.visit(path, .unreadable(error))
    }
  }

  private mutating func takeLink(_ path: String, _ visitor: inout some FolderVisitor) {
    if case .report = links { visitor.visit(path, .link) } else { found.append(path) }
  }

  private mutating func followLinks(belowPathOf base: String, _ visitor: inout some FolderVisitor) {
    guard case .followInside(let root) = links else { return }
    while !found.isEmpty {
      let links = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      found.removeAll()
      for path in links { follow(path, in: root, depth: Self.depth(of: path) - Self.depth(of: base), &visitor) }
    }
  }

  private mutating func follow(
    _ path: String, in root: RootFolder, depth: Int, _ visitor: inout some FolderVisitor
  ) {
    guard let target = Paths.resolved("\(root.path)/\(path)") else { return visitor.visit(path, .linkNowhere) }
    guard let inner = root.visiblePath(of: target) else { return visitor.visit(path, .linkOutside) }
    do throws(FileError) {
      let opened = try root.open()
      let status = try opened.status(of: PathName(inner))
      switch status.kind {
      case .file: visitor.visit(path, .file(status))
      case .folder: enter(try opened.folder(below: inner.utf8.span), path: path, depth: depth, &visitor)
      case .link, .other: break
      }
    } catch {
      visitor.visit(path, .unreadable(error))
    }
  }

  private static func depth(of path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}

/// Gets what a walk finds.
public protocol FolderVisitor {
  /// Whether a name and all below it is left out.
  func skips(_ name: String, _ path: String) -> Bool
  /// Takes what was found at a path.
  mutating func visit(_ path: String, _ entry: FolderWalk.Entry)
}

/// A folder that links may not lead out of.
public struct RootFolder: Sendable {
  /// The path as the user knows it.
  public let path: String
  private let resolved: String

  /// The root at a path that the user named.
  public init(_ path: String) {
    self.path = path
    let resolved = Paths.resolved(path) ?? path
    self.resolved = resolved.hasSuffix("/") ? resolved : resolved + "/"
  }

  /// The path from the root of what has a path without links; nil where it lies outside or is hidden: `.git` has secrets,
  /// which a diagnostic would quote.
  public func visiblePath(of target: String) -> String? {
    guard target.hasPrefix(resolved) else { return nil }
    let inner = target.dropFirst(resolved.count)
    return inner.split(separator: "/").contains { $0.hasPrefix(".") } ? nil : String(inner)
  }

  /// Whether a path, links followed, leads to something of the root that isn't hidden.
  public func shows(_ path: String) -> Bool { Paths.resolved(path).flatMap(visiblePath) != nil }

  func open() throws(FileError) -> FileDescriptor { try FileDescriptor.folder(at: resolved) }
}
