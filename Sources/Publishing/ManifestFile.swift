package import ByteText

/// What is remembered of the last build.
package struct LastBuild: Sendable {
  /// What it wrote.
  package var outputs = OutputTable()
  /// The file of a table that `outputs` differ little from; nil where there is none.
  package var table: Fingerprint?
  /// The positions of the outputs that this file doesn't have as they are, ascending.
  package var changed: [UInt32] = []
  /// What the file system said of its sources, nil where that is not to be relied on.
  package var sources: Fingerprint?
  /// What it found odd.
  package var warnings: [Diagnostic] = []
  /// When it had written everything, in nanoseconds since 1970; 0 where that is not known.
  package var finished: Int64 = 0

  /// A build of which these things are remembered.
  package init(
    outputs: OutputTable = OutputTable(), table: Fingerprint? = nil, changed: [UInt32] = [],
    sources: Fingerprint? = nil, warnings: [Diagnostic] = [], finished: Int64 = 0
  ) {
    (self.outputs, self.table, self.changed) = (outputs, table, changed)
    (self.sources, self.warnings, self.finished) = (sources, warnings, finished)
  }
}

/// The form of a manifest on disk: a head of numbers, the warnings, the positions of what the table has not, these
/// outputs as a table, and a hash of it all.
///
/// Most of what is remembered stays from build to build, in a file of its own, which the manifest names: so a build that
/// writes a few pages writes little besides. A file that is cut off, altered or of another program reads as no manifest,
/// which means a full build.
enum ManifestFile {
  private static let magic: UInt64 = 0x0005_6e65_6765_7469
  private static let headSize = 64

  /// Gives the bytes of the manifest of a build whose table is written.
  static func withPieces<Result, Failure: Error>(
    of build: LastBuild, program: Fingerprint, _ body: ([UnsafeRawBufferPointer]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var warnings = ByteBuffer()
    StoredWarnings.write(build.warnings, into: &warnings)
    var head = ByteBuffer()
    head.append(littleEndian: magic)
    head.append(littleEndian: program.value)
    head.append(littleEndian: build.sources == nil ? 0 : 1)
    head.append(littleEndian: build.sources?.value ?? 0)
    head.append(littleEndian: UInt64(bitPattern: build.finished))
    head.append(littleEndian: build.table?.value ?? 0)
    head.append(littleEndian: UInt64(warnings.count))
    head.append(littleEndian: UInt64(build.changed.count))
    head.append(warnings.span)
    for position in build.changed { head.append(littleEndian: UInt64(position)) }
    return try head.span.withUnsafeBytes { head throws(Failure) in
      try StoredTable.withPieces(of: build.changes) { changes throws(Failure) in
        let pieces = [head] + changes
        let check = StoredTable.check(pieces).value.littleEndian
        return try withUnsafeBytes(of: check) { check throws(Failure) in try body(pieces + [check]) }
      }
    }
  }

  /// What the head of a manifest says of the sources, whether the rest is whole or not.
  static func sources(_ bytes: UnsafeRawBufferPointer) -> Fingerprint? {
    guard bytes.count >= headSize, number(bytes, at: 16) == 1 else { return nil }
    return Fingerprint(value: number(bytes, at: 24))
  }

  /// What a file says, or nil where it is no manifest of this program.
  ///
  /// - Parameter table: gives the table in the file with a hash.
  static func read(
    _ file: FrozenBytes, program: Fingerprint, table: (Fingerprint) -> OutputTable?
  ) -> LastBuild? {
    let bytes = file.bytes
    guard bytes.count >= headSize + 8, number(bytes, at: 0) == magic, number(bytes, at: 8) == program.value else {
      return nil
    }
    let end = bytes.count - 8
    let warningsEnd = headSize + min(Int(clamping: number(bytes, at: 48)), bytes.count)
    let count = min(Int(clamping: number(bytes, at: 56)), bytes.count)
    let tableStart = warningsEnd + count * 8
    guard tableStart <= end, let pieces = StoredTable.pieces(of: bytes, tableStart..<end),
      number(bytes, at: end) == StoredTable.check(bytes, [0..<tableStart] + pieces).value,
      let warnings = StoredWarnings.read(UnsafeRawBufferPointer(rebasing: bytes[headSize..<warningsEnd])),
      let changes = StoredTable.table(of: file, pieces)
    else { return nil }
    let tableHash = Fingerprint(value: number(bytes, at: 40))
    let changed = (0..<count).map { UInt32(truncatingIfNeeded: number(bytes, at: warningsEnd + $0 * 8)) }
    guard var outputs = table(tableHash), outputs.apply(changes, at: changed) else { return nil }
    return LastBuild(
      outputs: outputs, table: tableHash, changed: changed, sources: sources(bytes), warnings: warnings,
      finished: max(0, Int64(bitPattern: number(bytes, at: 32))))
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension LastBuild {
  /// The outputs that the file of the table doesn't have as they are.
  fileprivate var changes: OutputTable {
    var changes = OutputTable()
    for position in changed {
      let entry = outputs.entries[Int(position)]
      changes.add(path: outputs.path(of: entry), entry.file, basis: entry.basis, read: outputs.read(by: entry))
    }
    return changes
  }
}

extension OutputTable {
  /// Brings the table to the state of later changes: each replaces the file at a position, or is a new one after all
  /// others.
  ///
  /// - Returns: false where there is no such position.
  fileprivate mutating func apply(_ changes: OutputTable, at positions: [UInt32]) -> Bool {
    guard changes.count == positions.count else { return false }
    for (entry, position) in zip(changes.entries, positions) {
      guard position <= count else { return false }
      if position < count {
        replace(at: Int(position), entry.file, basis: entry.basis, read: changes.read(by: entry))
      } else {
        add(path: changes.path(of: entry), entry.file, basis: entry.basis, read: changes.read(by: entry))
      }
    }
    return true
  }
}
