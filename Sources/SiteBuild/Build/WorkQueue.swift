import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hands out the numbers from 0 up to a count in chunks, to any number of workers.
final class WorkQueue: Sendable {
  private let count: Int
  private let chunk: Int
  private let next = Atomic(0)

  /// A queue of `count` pieces of work, `chunk` at a time.
  init(count: Int, chunk: Int) {
    self.count = count
    self.chunk = chunk
  }

  /// The next chunk, nil when there is no work left.
  func take() -> Range<Int>? {
    let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + chunk, count) : nil
  }

  /// Makes the queue empty, because the build has failed.
  func close() { next.store(count, ordering: .relaxed) }
}

/// The machine's processors.
enum Processors {
  /// How many this process may use.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
