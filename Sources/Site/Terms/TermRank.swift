import ByteText

/// What orders the terms of a taxonomy: whether a term has a page, then the first bytes of its sort key.
///
/// An archive has hundreds of thousands of authors: their keys lie far apart in memory, and few need to be read.
struct TermRank: BitwiseCopyable {
  /// The position of the term before they were ordered.
  let term: UInt32
  private let isPublished: Bool
  private let prefix: BytePrefix

  /// The rank of a term.
  init(of term: Term, at index: Int, key: Span<UInt8>) {
    self.term = UInt32(index)
    isPublished = term.isPublished
    prefix = BytePrefix(of: key)
  }

  /// Whether a term comes before another one; nil where the whole keys have to be compared.
  func isBefore(_ other: TermRank) -> Bool? {
    isPublished == other.isPublished ? prefix.isBefore(other.prefix) : isPublished
  }
}
