internal import ByteText

/// Gives references to texts the places that these have afterwards.
protocol TextMover {
  mutating func move(_ text: inout TextRef)
  mutating func move(_ text: inout FormattedText)
}

extension TextMover {
  mutating func move(_ text: inout FormattedText) {
    move(&text.source)
    move(&text.html)
    move(&text.plain)
  }
}

/// A range of bytes with texts, and where it is afterwards.
struct TextShift: TextMover {
  /// The bytes as the references have them.
  let source: Range<Int>
  /// The segment and the offset at which the first of the bytes will be.
  let segment: UInt16
  let target: Int
  /// Whether no reference leads out of the range.
  private(set) var isClean = true

  init(from source: Range<Int>, toSegment segment: UInt16, at target: Int) {
    (self.source, self.segment, self.target) = (source, segment, target)
  }

  mutating func move(_ text: inout TextRef) {
    guard !text.isEmpty else { return text = .empty }
    let (start, overflow) = text.offset.subtractingReportingOverflow(UInt64(source.lowerBound))
    guard !overflow, start <= UInt64(source.count), UInt64(text.length) <= UInt64(source.count) - start else {
      isClean = false
      return text = .empty
    }
    text = TextRef(segment: segment, offset: target + Int(start), length: Int(text.length))
  }
}
