import ByteText

/// What the last build wrote, found by path. It says which files of the output folder are the program's own, and
/// which pages need not be rendered again.
struct Manifest: Sendable {
  /// The files.
  let table: OutputTable
  /// Positions in the table plus one by the hash of the path; 0 for a free place. A power of two.
  private let index: [UInt32]

  /// The manifest of a build's outputs.
  init(_ table: OutputTable = OutputTable()) {
    self.table = table
    var size = 16
    while size < table.count * 2 { size *= 2 }
    var index = [UInt32](repeating: 0, count: size)
    for (position, entry) in table.entries.enumerated() {
      let path = table.path(of: entry)
      var slot = Self.slot(of: Fingerprint(of: path), in: size)
      // Only in a damaged table a path stands twice; to note each would take a look at all that were noted before.
      while index[slot] != 0, !table.path(of: table.entries[Int(index[slot]) - 1]).isEqual(to: path) {
        slot = (slot + 1) & (size - 1)
      }
      if index[slot] == 0 { index[slot] = UInt32(position + 1) }
    }
    self.index = index
  }

  /// The number of files.
  var count: Int { table.count }

  /// Where the file with a path stands in the table, or nil.
  func position(of path: Span<UInt8>) -> Int? { position(of: path, hash: Fingerprint(of: path)) }

  /// Where the file with a path, whose hash is known, stands in the table, or nil.
  func position(of path: Span<UInt8>, hash: Fingerprint) -> Int? {
    var slot = Self.slot(of: hash, in: index.count)
    while index[slot] != 0 {
      let position = Int(index[slot]) - 1
      if table.path(of: table.entries[position]).isEqual(to: path) { return position }
      slot = (slot + 1) & (index.count - 1)
    }
    return nil
  }

  /// Where the file with a path stands, which most likely is `expected`: then no look at the index is needed.
  func position(of path: Span<UInt8>, hash: Fingerprint, expected: Int) -> Int? {
    if expected < table.count, table.path(of: table.entries[expected]).isEqual(to: path) { return expected }
    return position(of: path, hash: hash)
  }

  /// The file with a path, or nil.
  func entry(for path: Span<UInt8>) -> OutputTable.Entry? { position(of: path).map { table.entries[$0] } }

  private static func slot(of path: Fingerprint, in size: Int) -> Int {
    Int(truncatingIfNeeded: path.value) & (size - 1)
  }
}
