internal import ByteText

/// Where a paper stands, and the first sixteen bytes of its id as two numbers, which decide most comparisons.
struct IDKey: BitwiseCopyable, Sendable {
  private let first: UInt64
  private let second: UInt64
  /// The chunk that has the paper, known when all are put together.
  var chunk: UInt32 = 0
  /// The row in the chunk.
  let row: UInt32

  /// The key of the paper in a row.
  init(id: Span<UInt8>, row: Int) {
    (first, second) = (Self.number(id, from: 0), Self.number(id, from: 8))
    self.row = UInt32(row)
  }

  /// Whether a paper stands before another one, nil where that is up to what follows.
  func isBefore(_ other: IDKey) -> Bool? {
    if first != other.first { return first < other.first }
    return second == other.second ? nil : second < other.second
  }

  private static func number(_ id: Span<UInt8>, from start: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<start + 8 { number = number << 8 | (index < id.count ? UInt64(id[index]) : 0) }
    return number
  }
}

extension FrozenTables {
  /// The keys of all papers, mostly in order, so that little is left to be sorted.
  ///
  /// - Parameter segments: gives the memory of any segment that the papers' ids are in.
  func keys(segments: (UInt16) -> FrozenBytes) -> [IDKey] {
    var keys = rows.papers.indices.map { row in
      let id = rows.papers[row].id
      let bytes = UnsafeRawBufferPointer(rebasing: segments(id.segment).bytes[id.range])
      return bytes.withMemoryRebound(to: UInt8.self) { IDKey(id: $0.span, row: row) }
    }
    keys.sort { $0.isBefore($1) ?? ($0.row < $1.row) }
    return keys
  }
}
