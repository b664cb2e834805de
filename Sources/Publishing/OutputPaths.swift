package import ByteText

/// The paths of all outputs and the hashes of these, worked out once: the check of routes, the journal, the manifest and
/// the writers all ask for them.
package struct OutputPaths: Sendable {
  /// The hash of each path.
  package private(set) var hashes: [Fingerprint] = []
  @usableFromInline package private(set) var text: [UInt8] = []
  /// Where each path ends in the text.
  @usableFromInline package private(set) var ends: [UInt32] = []

  /// No paths.
  package init() {}

  /// The paths of some parts, one after the other, with room for others.
  ///
  /// - Parameter count: the number of all paths.
  package init(_ parts: [OutputPaths], count: Int) {
    text.reserveCapacity(parts.reduce(0) { $0 + $1.text.count })
    ends.reserveCapacity(count)
    hashes.reserveCapacity(count)
    for part in parts { append(part) }
  }

  /// The number of outputs.
  @inlinable package var count: Int { ends.count }

  /// The path of an output, relative to the output folder.
  @inlinable @_lifetime(borrow self)
  package subscript(index: Int) -> Span<UInt8> {
    let start = index > 0 ? Int(ends[index - 1]) : 0
    return _overrideLifetime(text.span.extracting(start..<Int(ends[index])), borrowing: self)
  }

  /// Adds a path.
  package mutating func append(_ path: Span<UInt8>) {
    path.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    ends.append(UInt32(text.count))
    hashes.append(Fingerprint(of: path))
  }

  private mutating func append(_ other: OutputPaths) {
    let start = UInt32(text.count)
    text += other.text
    for end in other.ends { ends.append(start + end) }
    hashes += other.hashes
  }
}
