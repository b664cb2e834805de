package import ByteText

/// What the last build wrote, found by path. It says which files of the output folder are the program's own, and
/// which pages need not be rendered again.
package struct Manifest: Sendable {
  /// The files.
  package let table: OutputTable
  private let index: HashIndex

  /// The manifest of a build's outputs.
  package init(_ table: OutputTable = OutputTable()) {
    self.table = table
    var index = HashIndex(capacity: table.count)
    for (position, entry) in table.entries.enumerated() {
      let path = table.path(of: entry)
      let hash = Fingerprint(of: path).value
      // Only in a damaged table a path is there twice; to note each would take a look at all that were noted before.
      let isKnown = index.position(of: hash) { table.path(of: table.entries[$0]).isEqual(to: path) } != nil
      if !isKnown { index.insert(position, hash: hash) }
    }
    self.index = index
  }

  /// The number of files.
  package var count: Int { table.count }

  /// The position in the table of the file with a path, or nil.
  package func position(of path: Span<UInt8>) -> Int? { position(of: path, hash: Fingerprint(of: path)) }

  /// The position in the table of the file with a path, whose hash is known, or nil.
  package func position(of path: Span<UInt8>, hash: Fingerprint) -> Int? {
    index.position(of: hash.value) { table.path(of: table.entries[$0]).isEqual(to: path) }
  }

  /// The position of the file with a path, which most likely is `expected`: then no look at the index is needed.
  package func position(of path: Span<UInt8>, hash: Fingerprint, expected: Int) -> Int? {
    if expected < table.count, table.path(of: table.entries[expected]).isEqual(to: path) { return expected }
    return position(of: path, hash: hash)
  }

  /// The file with a path, or nil.
  package func entry(for path: Span<UInt8>) -> OutputTable.Entry? { position(of: path).map { table.entries[$0] } }
}
