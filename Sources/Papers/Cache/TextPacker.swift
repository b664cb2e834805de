internal import ByteText

/// Puts the texts of rows one behind the other in the order in which they are moved, without what lies between them.
///
/// Titles, abstracts and summaries are left for a second packer, whose texts stand behind those of the first.
struct TextPacker: TextMover {
  /// Which texts are moved.
  enum Part {
    /// Names, tags, addresses: what every build reads of every paper.
    case short
    /// Titles, abstracts and summaries: what only their pages show.
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

  /// A packer that puts the first text behind `start` bytes.
  init(_ part: Part, from source: Range<Int>, at start: Int = 0) {
    (self.part, self.source, end) = (part, source, start)
  }

  mutating func move(_ text: inout TextRef) {
    if part == .short { text = packed(text) }
  }

  mutating func move(_ text: inout FormattedText) {
    guard part == .long else { return }
    let old = text
    text.html = packed(old.html)
    text.source = shared(old.source, in: old.html, text.html) ?? packed(old.source)
    text.plain =
      shared(old.plain, in: old.html, text.html) ?? shared(old.plain, in: old.source, text.source)
      ?? packed(old.plain)
  }

  /// Where a text stands that is a part of one that was moved; nil where it isn't.
  private func shared(_ text: TextRef, in old: TextRef, _ new: TextRef) -> TextRef? {
    guard !text.isEmpty, !new.isEmpty, old.range.contains(text.range) else { return nil }
    let offset = Int(new.offset) + text.range.lowerBound - old.range.lowerBound
    return TextRef(segment: 0, offset: offset, length: text.range.count)
  }

  private mutating func packed(_ text: TextRef) -> TextRef {
    guard !text.isEmpty else { return .empty }
    let range = text.range
    guard range.lowerBound >= source.lowerBound, range.upperBound <= source.upperBound else {
      isClean = false
      return .empty
    }
    defer { end += range.count }
    add(range.lowerBound - source.lowerBound..<range.upperBound - source.lowerBound)
    return TextRef(segment: 0, offset: end, length: range.count)
  }

  private mutating func add(_ range: Range<Int>) {
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
}
