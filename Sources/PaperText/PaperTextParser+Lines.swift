public import ByteText

extension PaperTextParser {
  /// Appends a short text that authors wrote for one line, such as a venue, a journal reference, an affiliation, a
  /// keyword
  /// or the title of a tag, as plain text.
  ///
  /// It is read as titles are: accents, commands and formulas of TeX and entities of HTML mean what they mean,
  /// quotes and
  /// dashes are typographic, and what may not be in a text (bidirectional overrides, control characters of C0 and C1,
  /// noncharacters) is left out or U+FFFD. What is odd is in `warnings`. Any bytes are safe; time and memory are
  /// linear.
  ///
  /// ```swift
  /// var parser = PaperTextParser()
  /// var out = ByteBuffer()
  /// parser.appendLine(#"Beitr\"age zur Algebra &amp; Geometrie 61, 771--781"#.utf8.span, into: &out)
  /// // out: Beiträge zur Algebra & Geometrie 61, 771–781
  /// ```
  public mutating func appendLine(_ source: Span<UInt8>, as format: TextFormat = .tex, into out: inout ByteBuffer) {
    parse(source, as: format, role: .inline)
    writePlain(into: &out)
  }

  /// The plain text of a short text; see `appendLine(_:as:into:)`.
  ///
  /// ```swift
  /// PaperTextParser.line(#"Universit\'e de Paris \& CNRS"#)  // Université de Paris & CNRS
  /// ```
  public static func line(_ source: String, as format: TextFormat = .tex) -> String {
    var parser = PaperTextParser()
    var out = ByteBuffer()
    parser.appendLine(source.utf8.span, as: format, into: &out)
    return String(bytes: out.span)
  }
}
