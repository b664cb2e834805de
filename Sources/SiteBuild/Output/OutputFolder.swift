import ByteText

/// The output folder of one build and what the build before left in it.
final class OutputFolder: Sendable {
  /// The path, as the user gave it.
  let path: String
  /// What the last build wrote.
  let manifest: Manifest
  /// Whether sizes and times in the manifest can be believed: not after a build that was cut off.
  let trustsTimes: Bool
  private let ownsEverything: Bool
  /// Paths that a build which was cut off may have made.
  let begun: Set<String>

  /// What a file is called while it is being written in full, before it takes its name. There is never more than one,
  /// in the output folder itself, so the next build finds what a build that was cut off has left.
  static let temporaryName = ".sitegen-new"

  /// An output folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - manifest: what the last build wrote, or nil where that is not known: then every file that stands where the
  ///     site has a page counts as the program's own.
  ///   - begun: paths that a build which was cut off may have made.
  init(path: String, manifest: Manifest?, begun: Set<String>?, force: Bool) {
    self.path = path
    self.manifest = manifest ?? Manifest()
    self.begun = begun ?? []
    trustsTimes = begun == nil
    ownsEverything = manifest == nil || force
  }

  /// The open folder.
  func open() throws(SystemFailure) -> FileDescriptor {
    guard let folder = FileDescriptor.folder(at: path) else { throw SystemFailure("can't open \(path)") }
    return folder
  }

  /// Whether a file may be overwritten.
  func owns(_ path: Span<UInt8>) -> Bool { ownsEverything || isKnown(path) }

  /// Whether an earlier build wrote a file, or may have done so.
  func isKnown(_ path: Span<UInt8>) -> Bool {
    manifest.entry(for: path) != nil || begun.contains(String(bytes: path))
  }
}
