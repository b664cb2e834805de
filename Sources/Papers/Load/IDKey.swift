internal import ByteText

/// Where a paper stands, and the first sixteen bytes of its id as two numbers, which decide most comparisons.
struct IDKey: BitwiseCopyable, Sendable {
  private let prefix: BytePrefix
  /// The part that has the paper: among those of its chunk, and when all are put together among all.
  var part: UInt32
  /// The row in the part.
  let row: UInt32

  /// The key of the paper in a row of a part.
  init(id: Span<UInt8>, part: Int, row: Int) {
    prefix = BytePrefix(of: id)
    self.part = UInt32(part)
    self.row = UInt32(row)
  }

  /// Whether a paper stands before another one, nil where that is up to what follows.
  func isBefore(_ other: IDKey) -> Bool? { prefix.isBefore(other.prefix) }
}

extension IDKey {
  /// The keys of all papers of some parts, mostly in order, so that little is left to be sorted.
  ///
  /// - Parameter segments: gives the memory of any segment that the papers' ids are in.
  static func keys(of parts: [RecordPart], segments: (UInt16) -> FrozenBytes) -> [IDKey] {
    var keys: [IDKey] = []
    keys.reserveCapacity(parts.reduce(0) { $0 + $1.paperCount })
    for (part, rows) in parts.enumerated() {
      for row in 0..<rows.paperCount {
        let id = rows.id(ofPaper: row)
        let bytes = UnsafeRawBufferPointer(rebasing: segments(id.segment).bytes[id.range])
        keys.append(bytes.withMemoryRebound(to: UInt8.self) { IDKey(id: $0.span, part: part, row: row) })
      }
    }
    keys.sort { $0.isBefore($1) ?? (($0.part, $0.row) < ($1.part, $1.row)) }
    return keys
  }
}
