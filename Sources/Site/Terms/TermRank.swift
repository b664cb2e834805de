import ByteText

/// What decides the place of a term among those of its taxonomy, as far as the beginning of its sort key tells.
///
/// An archive has hundreds of thousands of authors: their keys lie far apart in memory, and few need to be read.
struct TermRank: BitwiseCopyable {
  /// The term, by its place before they were ordered.
  let term: UInt32
  private let isPublished: Bool
  private let prefix: BytePrefix

  /// The rank of a term.
  init(of term: Term, at index: Int, key: Span<UInt8>) {
    self.term = UInt32(index)
    isPublished = term.isPublished
    prefix = BytePrefix(of: key)
  }

  /// Whether a term stands before another one, nil where that is up to their keys.
  func isBefore(_ other: TermRank) -> Bool? {
    isPublished == other.isPublished ? prefix.isBefore(other.prefix) : isPublished
  }
}
