internal import ByteText
internal import Files

/// Paths below the output folder, in a run of bytes: a build makes a hundred thousand of them.
///
/// In a file the list says which files are the site's, or may be. That form depends on no version of the program, so that
/// another version still knows what to remove. A hash at its end tells a list that is whole.
struct PathList: Sendable {
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

  /// The paths, each closed by a zero byte.
  private var bytes: [UInt8] = []

  /// Adds a path.
  mutating func append(_ path: Span<UInt8>) {
    path.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    bytes.append(0)
  }

  /// The paths, in the order in which they were added.
  var strings: [String] { Self.strings(bytes.span) }

  private static func strings(_ bytes: Span<UInt8>) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  // MARK: The form in a file

  /// Puts the list in the place of a file at once.
  func replace(_ name: String, in folder: FolderPlace) throws(SystemFailure) {
    let check = Fingerprint(lastingOf: bytes.span).value.littleEndian
    try bytes.span.withUnsafeBytes { bytes throws(SystemFailure) in
      try withUnsafeBytes(of: check) { check throws(SystemFailure) in
        try folder.replace(name, with: [bytes, check])
      }
    }
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
    return .paths(Set(strings(list)))
  }
}
