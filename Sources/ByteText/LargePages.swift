#if canImport(Glibc)
  internal import Glibc
#endif

/// Memory in large pages.
///
/// The system hands out memory page by page, each at its first touch, which can take longer than to fill the page. Where
/// it has large pages, memory that is soon to be filled as a whole is better had in those.
enum LargePages {
  /// From so many bytes on it is worth it: four of the usual large pages.
  private static let leastSize = 8 << 20

  /// Asks for large pages for memory that has not been touched yet. What follows is the time that it takes to fill it,
  /// and that the last page is had as a whole.
  static func use(for memory: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc)
      guard memory.count >= leastSize, let start = memory.baseAddress else { return }
      let page = Int(getpagesize())
      let first = start.alignedUp(toMultipleOf: page)
      let end = (start + memory.count).alignedDown(toMultipleOf: page)
      madvise(first, end - first, MADV_HUGEPAGE)
    #endif
  }
}

extension Array where Element: BitwiseCopyable {
  /// Makes room for a number of elements, which are all soon to be filled in.
  public mutating func reserveFilled(_ count: Int) {
    reserveCapacity(count)
    withUnsafeMutableBufferPointer { elements in
      let size = count * MemoryLayout<Element>.stride
      LargePages.use(for: UnsafeMutableRawBufferPointer(start: elements.baseAddress, count: size))
    }
  }
}
