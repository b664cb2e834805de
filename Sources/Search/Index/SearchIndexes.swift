import Site
import Synchronization

/// The indexes of a site's segments, which the workers make together while they write the files.
///
/// Each segment has many files, which several workers write. Whoever needs a segment first begins to read its papers,
/// block after block; others that need it read other blocks instead of waiting. Only the few indexes that were used last
/// stay in memory.
final class SearchIndexes: Sendable {
  /// By the numbers of the segments.
  private let segments = Mutex<[Int: SegmentWork]>([:])
  /// The segments whose indexes are in memory, the one that was used last at the end.
  private let recent = Mutex<[Int]>([])
  /// Workers go through neighbouring files from both ends of the site, so they are at few segments at a time.
  private static let mostInMemory = 3

  /// No indexes yet.
  init() {}

  /// The index of a segment.
  func index(of segment: SearchSegmentView, number: Int) -> SegmentIndex {
    if let oldest = use(number) { segments.withLock { $0[oldest] }?.forget() }
    return work(on: segment, number).index(segment)
  }

  private func work(on segment: SearchSegmentView, _ number: Int) -> SegmentWork {
    segments.withLock { segments in
      if let work = segments[number] { return work }
      let work = SegmentWork(segment)
      segments[number] = work
      return work
    }
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
  private let next = Atomic(0)
  private let blocks: [BlockWork]
  private let joined = Mutex<SegmentIndex?>(nil)

  init(_ segment: SearchSegmentView) {
    let count = segment.count
    blocks = stride(from: 0, to: count, by: BlockIndex.size).map { start in
      BlockWork(positions: start..<min(start + BlockIndex.size, count))
    }
  }

  func index(_ segment: SearchSegmentView) -> SegmentIndex {
    if let ready = joined.withLock({ $0 }) { return ready }
    return readAndJoin(segment)
  }

  func forget() { joined.withLock { $0 = nil } }

  private func readAndJoin(_ segment: SearchSegmentView) -> SegmentIndex {
    var block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    while block < blocks.count {
      blocks[block].read(segment)
      block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    }
    return joined.withLock { joined in
      if let ready = joined { return ready }
      // Those that others read are waited for; those that are gone, since the index was forgotten, are read again.
      let ranges = TermRanges(papers: segment.count)
      let index = SegmentIndex(joining: blocks.map { $0.take(segment) }, ranges: ranges)
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

  func read(_ segment: SearchSegmentView) {
    index.withLock { index in
      if index == nil { index = BlockIndex(of: segment, positions: positions) }
    }
  }

  /// The index of the block, which is forgotten here.
  func take(_ segment: SearchSegmentView) -> BlockIndex {
    index.withLock { index in
      defer { index = nil }
      return index ?? BlockIndex(of: segment, positions: positions)
    }
  }
}
