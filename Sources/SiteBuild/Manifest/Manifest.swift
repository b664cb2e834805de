import ByteText

/// What the last build wrote: every output by its path, with the hash of its bytes and what the system knew of the
/// file. It says which files of the output folder are the program's own.
struct Manifest: Sendable {
  /// One written file.
  struct Entry: Sendable {
    /// The path relative to the output folder, in the manifest's text.
    var path: Range<UInt32>
    /// The hash of the bytes.
    var content: Fingerprint
    /// Bytes.
    var size: Int
    /// The modification time after writing, in nanoseconds since 1970.
    var modified: Int64
  }

  private(set) var entries: [Entry] = []
  private var text: [UInt8] = []
  private var index: [Fingerprint: Int] = [:]

  /// The number of outputs.
  var count: Int { entries.count }

  /// Makes room for a number of outputs.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    index.reserveCapacity(count)
    text.reserveCapacity(count * 32)
  }

  /// Adds an output.
  mutating func add(path: Span<UInt8>, content: Fingerprint, size: Int, modified: Int64) {
    let start = UInt32(text.count)
    path.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    index[Fingerprint(of: path)] = entries.count
    entries.append(Entry(path: start..<UInt32(text.count), content: content, size: size, modified: modified))
  }

  /// Adds all outputs of another manifest.
  mutating func merge(_ other: Manifest) {
    for entry in other.entries {
      add(path: other.path(of: entry), content: entry.content, size: entry.size, modified: entry.modified)
    }
  }

  /// The output with a path, or nil.
  func entry(for path: Span<UInt8>) -> Entry? {
    guard let found = index[Fingerprint(of: path)] else { return nil }
    let entry = entries[found]
    return self.path(of: entry).isEqual(to: path) ? entry : nil
  }

  /// The path of an entry.
  @_lifetime(borrow self)
  func path(of entry: Entry) -> Span<UInt8> {
    text.span.extracting(Int(entry.path.lowerBound)..<Int(entry.path.upperBound))
  }
}
