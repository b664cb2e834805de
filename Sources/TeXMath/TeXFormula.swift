internal import ByteText

/// A TeX formula, for use without a converter of one's own.
///
/// ```swift
/// TeXFormula("e^{i\\pi} = -1").mathML    // <math>…</math>
/// TeXFormula("x_i \\le 10^5").plainText  // x_i ≤ 10^5
/// ```
///
/// Each property converts anew; for many formulas use one `MathConverter`.
public struct TeXFormula: Hashable, Sendable {
  /// The formula's source, without delimiters.
  public var source: String
  /// Whether the formula is a block of its own.
  public var isDisplay: Bool

  /// A formula by its source, without delimiters such as `$`.
  public init(_ source: String, isDisplay: Bool = false) {
    self.source = source
    self.isDisplay = isDisplay
  }

  /// The `<math>` element, or nil where the formula has no structure that can be set.
  public var mathML: String? {
    var converter = MathConverter()
    var out = ByteBuffer()
    let style: MathConverter.Style = isDisplay ? .display : .inline
    return converter.convert(source.utf8.span, style: style, into: &out) ? String(bytes: out.span) : nil
  }

  /// The formula as one line of text.
  public var plainText: String {
    var converter = MathConverter()
    var out = ByteBuffer()
    converter.plainText(source.utf8.span, into: &out)
    return String(bytes: out.span)
  }
}
