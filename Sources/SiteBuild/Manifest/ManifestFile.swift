import ByteText

/// What is remembered of the last build.
struct LastBuild: Sendable {
  /// What it wrote.
  var outputs = OutputTable()
  /// What the file system said of its sources, nil where that is not to be relied on.
  var sources: Fingerprint?
  /// What it found odd.
  var warnings: [Diagnostic] = []
  /// When it had written everything, in nanoseconds since 1970; 0 where that is not known.
  var finished: Int64 = 0
}

/// The form of a manifest on disk: a magic number, the hash of the program, the snapshot of the sources, the time, the
/// warnings, the table, a hash of it all.
///
/// A file that is cut off, altered or of another program reads as no manifest, which means a full build.
enum ManifestFile {
  private static let magic: UInt64 = 0x0004_6e65_6765_7469
  private static let headerSize = 48

  /// Gives the bytes of a manifest piece by piece: there may be tens of megabytes of them.
  static func withPieces<Result>(
    of build: LastBuild, program: Fingerprint, _ body: ([UnsafeRawBufferPointer]) -> Result
  ) -> Result {
    var warnings = ByteBuffer()
    StoredWarnings.write(build.warnings, into: &warnings)
    var head = ByteBuffer()
    head.append(littleEndian: magic)
    head.append(littleEndian: program.value)
    head.append(littleEndian: build.sources == nil ? 0 : 1)
    head.append(littleEndian: build.sources?.value ?? 0)
    head.append(littleEndian: UInt64(bitPattern: build.finished))
    head.append(littleEndian: UInt64(warnings.count))
    head.append(warnings.span)
    return head.withUnsafeBytes { head in
      build.outputs.withSections { sections in
        let pieces = [head] + sections
        let check = check(of: pieces).value.littleEndian
        return withUnsafeBytes(of: check) { body(pieces + [$0]) }
      }
    }
  }

  private static func check(of pieces: [UnsafeRawBufferPointer]) -> Fingerprint {
    var check = Fingerprint()
    for piece in pieces { check.combine(piece) }
    return check
  }

  /// What the head of a manifest says of the sources, whether the rest is whole or not.
  static func sources(_ bytes: UnsafeRawBufferPointer) -> Fingerprint? {
    guard bytes.count >= headerSize, number(bytes, at: 16) == 1 else { return nil }
    return Fingerprint(value: number(bytes, at: 24))
  }

  /// What the bytes hold, or nil where they are none of this program.
  static func read(_ bytes: UnsafeRawBufferPointer, program: Fingerprint) -> LastBuild? {
    guard bytes.count >= headerSize + 8, number(bytes, at: 0) == magic, number(bytes, at: 8) == program.value else {
      return nil
    }
    let end = bytes.count - 8
    let tableStart = headerSize + min(Int(clamping: number(bytes, at: 40)), bytes.count)
    guard tableStart <= end else { return nil }
    let table = UnsafeRawBufferPointer(rebasing: bytes[tableStart..<end])
    guard let sections = OutputTable.sections(of: table),
      number(bytes, at: end) == check(of: [UnsafeRawBufferPointer(rebasing: bytes[..<tableStart])] + sections).value,
      let warnings = StoredWarnings.read(UnsafeRawBufferPointer(rebasing: bytes[headerSize..<tableStart])),
      let outputs = OutputTable(sections)
    else { return nil }
    let finished = Int64(bitPattern: number(bytes, at: 32))
    return LastBuild(outputs: outputs, sources: sources(bytes), warnings: warnings, finished: finished)
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
