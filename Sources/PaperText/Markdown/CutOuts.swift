/// What was cut out of Markdown before cmark sees it.
struct CutOuts {
}

/// A character run that stands for what was cut out of Markdown.
enum Placeholder {
  /// The first byte of its first character, U+FDD0.
  static let leadByte: UInt8 = 0xEF
}

extension TextReader {
  mutating func readPlaceholder() { readLiteral() }
}
