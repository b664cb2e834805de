/// A paper that has a term, and how much the term says about it.
struct Posting: BitwiseCopyable, Sendable {
  /// The number of the term.
  var term: UInt32
  /// The position of the paper in its segment, times sixteen, plus the impact.
  var value: UInt32

  /// The bits of an impact.
  static let impactBits: UInt32 = 4

  /// A posting of a paper by its position in the segment.
  init(term: Int, paper: Int, impact: UInt32) {
    self.term = UInt32(term)
    value = UInt32(paper) << Self.impactBits | impact
  }
}
