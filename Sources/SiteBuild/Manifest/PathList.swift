import ByteText

/// A file that lists paths below the output folder: which files are the site's, or may be.
///
/// It depends on no version of the program, so that another version still knows what to remove. A hash at its end
/// tells a list that is whole; any other reads as none.
struct PathList: ~Copyable {
  private var bytes = ByteBuffer(capacity: 1 << 16)

  /// An empty list.
  init() {}

  /// Adds a path.
  mutating func append(_ path: Span<UInt8>) {
    bytes.append(path)
    bytes.append(0)
  }

  /// Puts the list in the place of a file at once.
  consuming func replace(_ name: String, in folder: String) throws(SystemFailure) {
    bytes.append(littleEndian: Fingerprint(lastingOf: bytes.span).value)
    try Folders.replace(name, in: folder, with: bytes.span)
  }

  /// The paths that a file lists; nil where there is no such file, empty where it is damaged.
  static func read(_ path: String) -> Set<String>? {
    guard let text = FileTree.read(path) else { return nil }
    let end = text.span.count - MemoryLayout<UInt64>.size
    guard end >= 0 else { return [] }
    let list = text.span.extracting(0..<end)
    var hash = ByteBuffer()
    hash.append(littleEndian: Fingerprint(lastingOf: list).value)
    guard text.span.extracting(end...).isEqual(to: hash.span) else { return [] }
    return Set(String(bytes: list).split(separator: "\0").map(String.init))
  }
}
