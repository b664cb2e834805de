package import ByteText
package import Files
internal import Workers

extension SiteManifest {
  /// A manifest of a folder, and what of it can't be in one.
  package struct Scan: Sendable {
    /// The files.
    package let manifest: SiteManifest
    /// A warning for each symbolic link, as no link is followed.
    package let warnings: [Diagnostic]
  }

  /// Reads all files of an output folder. Linear in their bytes.
  ///
  /// - Throws: where something can't be read: a list that lacks it would have it removed from the host.
  package static func scan(_ folder: String) async throws(SystemFailure) -> Scan {
    let listing = FileTree.listing(of: folder)
    if let unreadable = (listing.unreadable + listing.deep).first {
      throw SystemFailure("can't read \(folder)/\(unreadable)", nil)
    }
    let files = try await hashed(listing.files, in: folder, jobs: Processors.count)
    let warnings = listing.links.map { path in
      Diagnostic(
        .warning, "manifest/link", "this is a symbolic link, which the manifest leaves out", path: "\(folder)/\(path)")
    }
    return Scan(manifest: SiteManifest(files), warnings: warnings)
  }

  private static func hashed(
    _ paths: [String], in folder: String, jobs: Int
  ) async throws(SystemFailure) -> [PublishedFile] {
    let queue = WorkQueue(count: paths.count, chunk: 64)
    return try await withTaskGroup(of: Result<[PublishedFile], SystemFailure>.self) { group in
      for _ in 0..<jobs { group.addTask { FolderHasher(folder: folder, paths: paths).run(queue) } }
      var all: [PublishedFile] = []
      var failure: SystemFailure?
      for await part in group {
        switch part {
        case .success(let files): all += files
        case .failure(let error): failure = failure ?? error
        }
      }
      return failure.map(Result.failure) ?? .success(all)
    }.get()
  }
}

/// Reads some files of a folder, for one worker.
private struct FolderHasher {
  let folder: String
  let paths: [String]

  func run(_ queue: WorkQueue) -> Result<[PublishedFile], SystemFailure> {
    do throws(SystemFailure) { return .success(try files(queue)) } catch { return .failure(error) }
  }

  private func files(_ queue: WorkQueue) throws(SystemFailure) -> [PublishedFile] {
    let root = try SystemFailure.naming("can't open the folder \(folder)") { () throws(FileError) in
      try FileDescriptor.folder(at: folder)
    }
    var bytes = ByteBuffer()
    var files: [PublishedFile] = []
    while let chunk = queue.take() {
      for path in paths[chunk] {
        bytes.removeAll()
        try SystemFailure.naming("can't read \(folder)/\(path)") { () throws(FileError) in
          try Self.file(path, in: root).read(into: &bytes)
        }
        files.append(PublishedFile(path: path, size: bytes.count, hash: ContentHash(of: bytes.span)))
      }
    }
    return files
  }

  /// Opens a file, on whose way no link may be.
  private static func file(
    _ path: String, in root: borrowing FileDescriptor
  ) throws(FileError) -> FileDescriptor {
    let bytes = path.utf8.span
    let name = bytes.lastComponent
    let folder = try root.folder(below: bytes.extracting(0..<bytes.count - name.count))
    return try folder.file(PathName(name))
  }
}
