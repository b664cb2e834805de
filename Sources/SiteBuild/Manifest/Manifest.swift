import ByteText

/// What the last build wrote, found by path. It says which files of the output folder are the program's own, and
/// which pages need not be rendered again.
struct Manifest: Sendable {
  /// The files.
  let table: OutputTable
  private let index: [Fingerprint: UInt32]

  /// The manifest of a build's outputs.
  init(_ table: OutputTable = OutputTable()) {
    self.table = table
    var index: [Fingerprint: UInt32] = [:]
    index.reserveCapacity(table.count)
    for (position, entry) in table.entries.enumerated() {
      index[Fingerprint(of: table.path(of: entry))] = UInt32(position)
    }
    self.index = index
  }

  /// The number of files.
  var count: Int { table.count }

  /// The file with a path, or nil.
  func entry(for path: Span<UInt8>) -> OutputTable.Entry? {
    guard let position = index[Fingerprint(of: path)] else { return nil }
    let entry = table.entries[Int(position)]
    return table.path(of: entry).isEqual(to: path) ? entry : nil
  }
}
