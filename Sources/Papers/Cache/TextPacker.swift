internal import ByteText

/// Puts the texts of rows one after the other, in the order in which they are moved, without what is between them.
///
/// Titles, abstracts and summaries are left for a second packer, whose texts follow those of the first. What
/// several rows share, and a text that is a part of another one, stays so.
struct TextPacker: TextMover {
  /// Which texts are moved.
  enum Part {
    /// Names, tags, addresses: what every build reads of every paper.
    case short
    /// Titles, abstracts and summaries: what is read where something that shows them is rendered.
    case long
  }

  private let part: Part
  /// The bytes as the references have them.
  private let source: Range<Int>
  /// The number of bytes up to the end of the packed texts.
  private(set) var end: Int
  /// What is to be copied, in order, in bytes from the beginning of the source.
  private(set) var ranges: [Range<Int>] = []
  /// Whether no reference leads out of the source.
  private(set) var isClean = true
  /// The texts that were packed last, and where they are now, in a ring.
  private var recent: [(range: Range<Int>, place: Int)] = []
  private var oldest = 0
  /// Up to here texts came one after the other: what begins before may have been packed already.
  private var highest = 0

  /// As many as the texts that a decoder shares between records, and some between them.
  private static let mostRecent = 64

  /// A packer that puts the first text after `start` bytes.
  init(_ part: Part, from source: Range<Int>, at start: Int = 0) {
    (self.part, self.source, end) = (part, source, start)
  }

  mutating func move(_ text: inout TextRef) {
    if part == .short { text = packed(text) }
  }

  mutating func move(_ text: inout FormattedText) {
    guard part == .long else { return }
    // The others may be parts of the HTML.
    text.html = packed(text.html)
    text.source = packed(text.source)
    text.plain = packed(text.plain)
  }

  private mutating func packed(_ text: TextRef) -> TextRef {
    guard !text.isEmpty else { return .empty }
    let range = text.range
    guard range.lowerBound >= source.lowerBound, range.upperBound <= source.upperBound else {
      isClean = false
      return .empty
    }
    if range.lowerBound < highest, let place = place(of: range) {
      return TextRef(segment: 0, offset: place, length: range.count)
    }
    highest = range.upperBound
    defer { end += range.count }
    add(range)
    return TextRef(segment: 0, offset: end, length: range.count)
  }

  /// Where a text is that is one of the recent ones, or a part of one.
  private func place(of range: Range<Int>) -> Int? {
    guard let known = recent.first(where: { $0.range.contains(range) }) else { return nil }
    return known.place + range.lowerBound - known.range.lowerBound
  }

  private mutating func add(_ range: Range<Int>) {
    if recent.count < Self.mostRecent {
      recent.append((range, end))
    } else {
      recent[oldest] = (range, end)
      oldest = (oldest + 1) % Self.mostRecent
    }
    let copied = range.lowerBound - source.lowerBound..<range.upperBound - source.lowerBound
    if let last = ranges.last, last.upperBound == copied.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<copied.upperBound
    } else {
      ranges.append(copied)
    }
  }
}
