import ByteText

/// Paths below the output folder, in a run of bytes: a build makes a hundred thousand of them.
struct PathTable: Sendable {
  /// The paths, each closed by a zero byte.
  private var text: [UInt8] = []

  /// Adds a path.
  mutating func append(_ path: Span<UInt8>) {
    path.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    text.append(0)
  }

  /// The paths, in the order in which they were added.
  var strings: [String] { text.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
}
