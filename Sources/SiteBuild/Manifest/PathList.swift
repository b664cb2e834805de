import ByteText

/// A file that lists paths below the output folder: which files are the site's, or may be.
///
/// It depends on no version of the program, so that another version still knows what to remove. A hash at its end
/// tells a list that is whole.
struct PathList: ~Copyable {
  /// What a file says.
  enum Reading: Equatable {
    case missing
    /// It was cut off or altered, so that nobody knows what it said.
    case damaged
    case paths(Set<String>)

    /// The paths; nil where they are not known.
    var paths: Set<String>? {
      if case .paths(let paths) = self { paths } else { nil }
    }
  }

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

  /// The size of the file of such a list.
  static func size(pathBytes: Int, count: Int) -> Int { pathBytes + count + MemoryLayout<UInt64>.size }

  /// The paths that a file lists.
  static func read(_ path: String) -> Reading {
    guard let text = FileTree.read(path) else { return FileTree.exists(path) ? .damaged : .missing }
    let end = text.span.count - MemoryLayout<UInt64>.size
    guard end >= 0 else { return .damaged }
    let list = text.span.extracting(0..<end)
    var hash = ByteBuffer()
    hash.append(littleEndian: Fingerprint(lastingOf: list).value)
    guard text.span.extracting(end...).isEqual(to: hash.span) else { return .damaged }
    return .paths(Set(String(bytes: list).split(separator: "\0").map(String.init)))
  }
}
