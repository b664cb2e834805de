import ByteText
import TeXMath

/// Writes the formulas of one text after the other. Where a text is written as HTML first, its formulas aren't read
/// again for the plain text.
struct FormulaWriter: ~Copyable {
  private var converter = MathConverter()
  /// The plain text of the formulas that were set, in their order.
  private var spelled = ByteBuffer()
  private var ends: [Int] = []
  /// How many of these have been asked for.
  private var used = 0

  /// Begins another text.
  mutating func forget() {
    converter.allowExpansions()
    spelled.removeAll()
    ends.removeAll(keepingCapacity: true)
    used = 0
  }

  /// Turns back to the first formula.
  mutating func rewind() { used = 0 }

  /// Appends the next formula of the text as MathML.
  ///
  /// - Returns: false where it can't be set; then nothing was appended.
  mutating func set(_ source: Span<UInt8>, _ style: MathConverter.Style, into out: inout ByteBuffer) -> Bool {
    let isSet = converter.convert(source, style: style, into: &out, plainText: &spelled)
    ends.append(spelled.count)
    return isSet
  }

  /// Calls `body` with the plain text of the next formula of the text.
  mutating func spell(_ source: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    if used == ends.count {
      converter.plainText(source, into: &spelled)
      ends.append(spelled.count)
    }
    let start = used == 0 ? 0 : ends[used - 1]
    body(spelled.span.extracting(start..<ends[used]))
    used += 1
  }
}
