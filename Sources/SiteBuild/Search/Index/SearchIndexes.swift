import Synchronization

/// The indexes of a site's segments, which the workers make together while they write the files.
///
/// Each segment has many files, which several workers write. Whoever needs a segment first begins to read its papers,
/// block after block; others that need it read other blocks instead of waiting. Only the few indexes that were used last
/// stay in memory.
final class SearchIndexes: Sendable {
  private let site: Site
  private let segments: [SegmentWork]
  /// The segments whose indexes are in memory, the one that was used last at the end.
  private let recent = Mutex<[Int]>([])
  /// Workers go through neighbouring files from both ends of the site, so they are at few segments at a time.
  private static let mostInMemory = 3

  /// The indexes of a site's segments, none of which is there yet.
  init(of site: Site) {
    self.site = site
    segments = site.searchSegments.map { SegmentWork($0) }
  }

  /// The index of a segment.
  subscript(segment: Int) -> SegmentIndex {
    if let oldest = use(segment) { segments[oldest].forget() }
    return segments[segment].index(site)
  }

  /// Notes that a segment is used.
  ///
  /// - Returns: the segment to be forgotten for it.
  private func use(_ segment: Int) -> Int? {
    recent.withLock { recent in
      guard recent.last != segment else { return nil }
      recent.removeAll { $0 == segment }
      recent.append(segment)
      return recent.count > Self.mostInMemory ? recent.removeFirst() : nil
    }
  }
}

/// The making of one segment's index.
private final class SegmentWork: Sendable {
  private let segment: SearchSegment
  private let next = Atomic(0)
  private let blocks: [BlockWork]
  private let joined = Mutex<SegmentIndex?>(nil)

  init(_ segment: SearchSegment) {
    self.segment = segment
    let count = segment.papers.count
    blocks = stride(from: 0, to: count, by: BlockIndex.size).map { start in
      BlockWork(positions: start..<min(start + BlockIndex.size, count))
    }
  }

  func index(_ site: Site) -> SegmentIndex {
    if let ready = joined.withLock({ $0 }) { return ready }
    return readAndJoin(site)
  }

  func forget() { joined.withLock { $0 = nil } }

  private func readAndJoin(_ site: Site) -> SegmentIndex {
    var block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    while block < blocks.count {
      blocks[block].read(segment, site)
      block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    }
    return joined.withLock { joined in
      if let ready = joined { return ready }
      // Those that others read are waited for; those that are gone, since the index was forgotten, are read again.
      let index = SegmentIndex(joining: blocks.map { $0.take(segment, site) }, ranges: segment.ranges)
      joined = index
      return index
    }
  }
}

/// The reading of one block of a segment's papers.
private final class BlockWork: Sendable {
  private let positions: Range<Int>
  private let index = Mutex<BlockIndex?>(nil)

  init(positions: Range<Int>) { self.positions = positions }

  func read(_ segment: SearchSegment, _ site: Site) {
    index.withLock { index in
      if index == nil { index = BlockIndex(of: segment, positions: positions, in: site) }
    }
  }

  /// The index of the block, which is forgotten here.
  func take(_ segment: SearchSegment, _ site: Site) -> BlockIndex {
    index.withLock { index in
      defer { index = nil }
      return index ?? BlockIndex(of: segment, positions: positions, in: site)
    }
  }
}
