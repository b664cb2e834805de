internal import ByteText
internal import Files

/// The form of a table of outputs in a file: how many rows there are, then the rows as they are in memory. Only the
/// very program that wrote them may read them back, which the manifest that names the file makes sure of.
enum StoredTable {
  private static let strides = [
    MemoryLayout<OutputTable.Entry>.stride, MemoryLayout<StoredDependency>.stride, MemoryLayout<UInt32>.stride, 1,
  ]
  private static let headerSize = 32

  /// Gives the bytes of a table piece by piece: there may be tens of megabytes of them. No row may be in a file.
  static func withPieces<Result, Failure: Error>(
    of table: OutputTable, _ body: ([UnsafeRawBufferPointer]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try table.withMemory { sections throws(Failure) in
      let counts = zip(sections, strides).map { UInt64($0.count / $1).littleEndian }
      return try counts.span.withUnsafeBytes { counts throws(Failure) in try body([counts] + sections) }
    }
  }

  /// A hash of some pieces and of where they end.
  static func check(_ pieces: [UnsafeRawBufferPointer]) -> Fingerprint {
    var check = Fingerprint()
    for piece in pieces { piece.withMemoryRebound(to: UInt8.self) { check.combine($0.span) } }
    return check
  }

  /// A hash of the pieces in some ranges.
  static func check(_ bytes: UnsafeRawBufferPointer, _ ranges: [Range<Int>]) -> Fingerprint {
    check(ranges.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) })
  }

  /// The pieces of which a range of some bytes is made; nil where it is no table's.
  static func pieces(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [Range<Int>]? {
    guard range.count >= headerSize else { return nil }
    var pieces = [range.lowerBound..<range.lowerBound + headerSize]
    for (number, stride) in strides.enumerated() {
      let place = range.lowerBound + number * 8
      let count = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let start = pieces[number].upperBound
      guard count <= UInt64(range.upperBound - start) / UInt64(stride) else { return nil }
      pieces.append(start..<start + Int(count) * stride)
    }
    return pieces[strides.count].upperBound == range.upperBound ? pieces : nil
  }

  /// The table that a file has in some pieces, whose check is known to be right.
  static func table(of file: FrozenBytes, _ pieces: [Range<Int>]) -> OutputTable? {
    OutputTable(
      entries: array(UnsafeRawBufferPointer(rebasing: file.bytes[pieces[1]])), items: GrowingRows(file, pieces[2]),
      dependencies: GrowingRows(file, pieces[3]), text: GrowingRows(file, pieces[4]))
  }

  private static func array<Element: BitwiseCopyable>(_ bytes: UnsafeRawBufferPointer) -> [Element] {
    let count = bytes.count / MemoryLayout<Element>.stride
    return Array(unsafeUninitializedCapacity: count) { memory, initialized in
      UnsafeMutableRawBufferPointer(memory).copyMemory(from: bytes)
      initialized = count
    }
  }
}

/// The files of tables of outputs in a folder, each with the hash of its bytes in its name: what isn't what was written
/// is not there.
struct TableFiles {
  /// The folder.
  let folder: FolderPlace
  /// What the names begin with, before a hyphen and the hash.
  let prefix: String

  /// Writes a table, of which no row may be in a file.
  func write(_ table: OutputTable) throws(SystemFailure) -> Fingerprint {
    try StoredTable.withPieces(of: table) { pieces throws(SystemFailure) in
      let check = StoredTable.check(pieces)
      try folder.replace(name(check), with: pieces)
      return check
    }
  }

  /// Reads a table; nil where it isn't there.
  func read(_ check: Fingerprint) -> OutputTable? {
    guard let file = FrozenBytes(mappingFileAt: "\(folder.path)/\(name(check))"),
      let pieces = StoredTable.pieces(of: file.bytes, 0..<file.bytes.count),
      StoredTable.check(file.bytes, pieces) == check
    else { return nil }
    return StoredTable.table(of: file, pieces)
  }

  /// Removes all tables but one.
  func removeOthers(than check: Fingerprint) {
    guard let opened = try? folder.open() else { return }
    for found in (try? opened.names()) ?? [] where isTable(found) && found != name(check) {
      try? opened.removeFile(PathName(found))
    }
  }

  private func name(_ check: Fingerprint) -> String { "\(prefix)-\(check.hexadecimal)" }

  private func isTable(_ name: String) -> Bool {
    let hash = name.dropFirst(prefix.count + 1)
    return name.hasPrefix("\(prefix)-") && hash.utf8.count == 16 && hash.allSatisfy(\.isHexDigit)
  }
}
