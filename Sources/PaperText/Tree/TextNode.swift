/// One step through the tree of a text, in reading order.
struct TextNode: BitwiseCopyable {
  /// What the step is.
  enum Kind: UInt8, BitwiseCopyable {
    case text
    /// A formula in the line; its bytes are the TeX source.
    case math
    /// A formula on its own line.
    case displayMath
    case lineBreak
    /// A horizontal rule.
    case rule
    /// An element begins; its bytes are the address of a link, else attributes ready for HTML.
    case open
    case close
  }

  var kind: Kind
  /// What is opened or closed; a formula that is `code` is shown by its source.
  var element: Element = .emphasis
  /// Where its bytes begin in the tree's text.
  var start: UInt32 = 0
  /// Where they end.
  var end: UInt32 = 0

  /// Its bytes, as a range of the tree's text.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// A step with bytes. Without any its range is no place: text that ended there may be taken back.
  init(_ kind: Kind, _ element: Element = .emphasis, bytes: Range<Int> = 0..<0) {
    self.kind = kind
    self.element = element
    guard !bytes.isEmpty else { return }
    start = UInt32(truncatingIfNeeded: bytes.lowerBound)
    end = UInt32(truncatingIfNeeded: bytes.upperBound)
  }
}
