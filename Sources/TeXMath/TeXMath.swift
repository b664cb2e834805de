public import ByteText

/// Turns TeX formulas into MathML Core.
///
/// One converter belongs to one worker and keeps its memory between formulas.
public struct MathConverter: ~Copyable {
  /// How a formula is set.
  public enum Style: Sendable {
    /// In a line of text.
    case inline
    /// As a block of its own.
    case display
  }

  /// A converter.
  public init() {}

  /// Appends the formula (without its delimiters) as a `<math>` element with its source as annotation.
  ///
  /// - Returns: false where the formula has no structure that can be set; then nothing was appended.
  public mutating func convert(_ source: Span<UInt8>, style: Style, into out: inout ByteBuffer) -> Bool { false }

  /// Appends the formula as plain text, for places that have no markup. Always succeeds.
  public mutating func plainText(_ source: Span<UInt8>, into out: inout ByteBuffer) {}
}
