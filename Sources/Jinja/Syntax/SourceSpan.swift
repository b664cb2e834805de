/// A range of bytes of a template's text.
struct SourceSpan: BitwiseCopyable, Hashable, Sendable {
  var start: Int32
  var end: Int32

  init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The span from the start of this one to the end of another.
  func to(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(Int(start), max(Int(start), Int(other.end)))
  }

  var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}
