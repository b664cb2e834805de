internal import ByteText
internal import DataFiles

/// A block that was found in the cache.
struct FoundBlock {
  /// The rows.
  let rows: BlockRows
  /// What was odd.
  private(set) var issues: [LoadIssue] = []

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - cache: the first segment of a store.
  ///   - range: the block in it.
  ///   - file, base: where in the content the records are.
  /// - Returns: nil where the bytes are no block.
  init?(_ cache: FrozenBytes, _ range: Range<Int>, file: UInt32, base: Int) {
    var reader = CacheReader(cache.bytes, range)
    let counts = (0..<CachedBlock.countOfCounts).map { _ in reader.number() }
    guard reader.isGood, counts.allSatisfy({ $0 >= 0 && $0 <= range.count }),
      let rows = BlockRows(
        counts, warnings: counts[8], &reader, of: cache, end: range.upperBound, file: file, base: base)
    else { return nil }
    self.rows = rows
    let end = reader.position + counts[8]
    for _ in 0..<counts[7] where reader.isGood { issues.append(LoadIssue(from: &reader).moved(by: base, file: file)) }
    guard reader.isGood, reader.position == end else { return nil }
  }
}
