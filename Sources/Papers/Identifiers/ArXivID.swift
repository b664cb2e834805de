internal import ByteText

/// An identifier of arXiv: `2401.00001`, `0704.0001`, `math/0309136`, `math.GT/0309136`, each with or without `v2`.
public struct ArXivID: BitwiseCopyable, Hashable, Sendable {
  /// How many bytes of the text are the identifier without its version.
  public let baseLength: Int
  /// The version, or nil where the text has none.
  public let version: Int?

  /// The identifier that a whole text is, or nil where it is none.
  public init?(_ text: Span<UInt8>) {
    guard let end = Self.newStyleEnd(text) ?? Self.oldStyleEnd(text) else { return nil }
    baseLength = end
    guard end < text.count else {
      version = nil
      return
    }
    guard text[end] == UInt8(ascii: "v"), let version = text.decimal(end + 1..<text.count), version > 0 else {
      return nil
    }
    self.version = version
  }

  /// `YYMM.NNNN`, since 2015 `YYMM.NNNNN`.
  private static func newStyleEnd(_ text: Span<UInt8>) -> Int? {
    guard text.count >= 9, isYearAndMonth(text, at: 0), text[4] == UInt8(ascii: ".") else { return nil }
    let end = digitsEnd(text, from: 5)
    return end == 9 || end == 10 ? end : nil
  }

  /// `archive/YYMMNNN` or `archive.XX/YYMMNNN`.
  private static func oldStyleEnd(_ text: Span<UInt8>) -> Int? {
    var slash = 0
    while slash < text.count, isArchiveByte(text[slash]) { slash += 1 }
    guard slash >= 2, text.count >= slash + 8, text[slash] == UInt8(ascii: "/") else { return nil }
    guard ASCII.isLetter(text[0]), isYearAndMonth(text, at: slash + 1) else { return nil }
    let end = digitsEnd(text, from: slash + 1)
    return end == slash + 8 ? end : nil
  }

  private static func isArchiveByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isYearAndMonth(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard text.decimal(start..<start + 4) != nil, let month = text.decimal(start + 2..<start + 4) else { return false }
    return (1...12).contains(month)
  }

  private static func digitsEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, ASCII.isDigit(text[end]) { end += 1 }
    return end
  }
}
