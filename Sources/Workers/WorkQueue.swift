internal import Synchronization

/// Hands out the numbers from 0 up to a count in chunks, to any number of workers.
package final class WorkQueue: Sendable {
  /// The end from which a worker takes.
  package enum End: Sendable {
    case front
    case back

    /// The end for a worker: half of them take from each, so that they seldom write into one folder at the same time,
    /// for which the system would let one wait for the other.
    package init(ofWorker number: Int) { self = number % 2 == 0 ? .front : .back }
  }

  private let count: Int
  private let chunk: Int
  private let chunks: Int
  /// How many chunks were taken at all, and at each end.
  private let taken = Atomic(0)
  private let front = Atomic(0)
  private let back = Atomic(0)

  /// A queue of `count` pieces of work, `chunk` at a time.
  package init(count: Int, chunk: Int) {
    self.count = count
    self.chunk = chunk
    chunks = (count + chunk - 1) / chunk
  }

  /// The next chunk, nil when there is no work left.
  package func take(from end: End = .front) -> Range<Int>? {
    guard taken.wrappingAdd(1, ordering: .relaxed).oldValue < chunks else { return nil }
    // As many chunks as there are places are given out, so the ends never meet.
    let number =
      switch end {
      case .front: front.wrappingAdd(1, ordering: .relaxed).oldValue
      case .back: chunks - 1 - back.wrappingAdd(1, ordering: .relaxed).oldValue
      }
    return number * chunk..<min((number + 1) * chunk, count)
  }

  /// Makes the queue empty, because the build has failed.
  package func close() { taken.store(chunks, ordering: .relaxed) }
}
