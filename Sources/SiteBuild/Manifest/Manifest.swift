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

/// The form of a manifest on disk: a magic number, the hash of the program, the table, a hash of it all.
///
/// A file that is cut off, altered or of another program reads as no manifest, which means a full build.
enum ManifestFile {
  private static let magic: UInt64 = 0x0002_6e65_6765_7469

  /// The bytes of a manifest.
  static func write(_ table: OutputTable, program: Fingerprint, into out: inout ByteBuffer) {
    out.append(littleEndian: magic)
    out.append(littleEndian: program.value)
    table.write(into: &out)
    out.append(littleEndian: Fingerprint(of: out.span).value)
  }

  /// The table that the bytes hold, or nil where they are none of this program.
  static func read(_ bytes: UnsafeRawBufferPointer, program: Fingerprint) -> OutputTable? {
    guard bytes.count >= 48, number(bytes, at: 0) == magic, number(bytes, at: 8) == program.value else { return nil }
    let end = bytes.count - 8
    let whole = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    guard number(bytes, at: end) == Fingerprint(of: whole).value else { return nil }
    return OutputTable(UnsafeRawBufferPointer(rebasing: bytes[16..<end]))
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
