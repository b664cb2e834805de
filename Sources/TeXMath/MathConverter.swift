public import ByteText

/// Turns TeX formulas into MathML Core and into plain text.
///
/// ```swift
/// var converter = MathConverter()
/// var out = ByteBuffer()
/// converter.convert(#"\frac{1}{2}"#.utf8.span, style: .inline, into: &out)  // true; <math>…</math>
/// converter.plainText(#"x_i \le 10^5"#.utf8.span, into: &out)                // x_i ≤ 10^5
/// ```
///
/// One converter belongs to one worker and keeps its memory between formulas. It understands the formulas of LaTeX and
/// amsmath as they occur in titles and abstracts. A control word that it doesn't know is set as an upright word, so a
/// formula is refused only where it has no structure: unbalanced braces or delimiters, missing arguments, or more
/// than two hundred groups within each other. Any bytes are safe; time and memory are linear in their number.
public struct MathConverter: ~Copyable {
  /// How a formula is set.
  public enum Style: Sendable {
    /// In a line of text.
    case inline
    /// As a block of its own.
    case display
  }

  private var parser = Parser()
  private var source: [UInt8] = []
  /// The plain text of a formula.
  private var plain = ByteBuffer()
  private var macros = MacroExpander()

  /// Whether what one formula defines (`\newcommand`, `\def`, `\let`, `\DeclareMathOperator`) holds for the formulas
  /// after it too, up to `forgetDefinitions()`. Else it holds for that formula alone.
  public var keepsDefinitions = false

  /// A converter.
  public init() {}

  /// Forgets the definitions of the formulas so far.
  public mutating func forgetDefinitions() { macros.removeAll() }

  /// Begins another text: all its formulas together may grow by their definitions to 64 KB, and each of them to 16 KB
  /// and eight times its length. One that would grow beyond that has no structure that can be set.
  public mutating func allowExpansions() { macros.allowance = MacroExpander.textAllowance }

  /// Appends the formula (without its delimiters) as a `<math>` element with its source as annotation.
  ///
  /// - Returns: false where the formula has no structure that can be set; then nothing was appended.
  public mutating func convert(_ source: Span<UInt8>, style: Style, into out: inout ByteBuffer) -> Bool {
    guard let first = parse(source) else { return false }
    write(first, style, into: &out)
    return true
  }

  /// Appends the formula in both forms from one reading: as `convert(_:style:into:)` and as `plainText(_:into:)` do.
  ///
  /// - Returns: false where the formula has no structure that can be set; then `out` is as it was.
  public mutating func convert(
    _ source: Span<UInt8>, style: Style, into out: inout ByteBuffer, plainText: inout ByteBuffer
  ) -> Bool {
    let first = parse(source)
    writePlainText(first, into: &plainText)
    guard let first else { return false }
    write(first, style, into: &out)
    return true
  }

  private mutating func write(_ first: NodeID, _ style: Style, into out: inout ByteBuffer) {
    let setting = Setting(isDisplay: style == .display)
    out.append(style == .display ? "<math display=\"block\"><semantics>" : "<math><semantics>")
    parser.tree.writeElement(first, setting, into: &out)
    out.append("<annotation encoding=\"application/x-tex\">")
    self.source.withUnsafeBytes { out.append(escaping: $0) }
    out.append("</annotation></semantics></math>")
  }

  /// Appends the formula as plain text, for places that have no markup. Always succeeds.
  ///
  /// A formula without structure is given as what its characters and commands stand for, one after the other.
  public mutating func plainText(_ source: Span<UInt8>, into out: inout ByteBuffer) {
    let first = parse(source)
    writePlainText(first, into: &out)
  }

  private mutating func writePlainText(_ first: NodeID?, into out: inout ByteBuffer) {
    plain.removeAll()
    if let first {
      parser.tree.writePlainText(first, into: &plain)
    } else {
      parser.writeReadableSource(source: source, into: &plain)
    }
    out.append(plain.span)
  }

  /// Parses a source; nil where it has no structure.
  private mutating func parse(_ source: Span<UInt8>) -> NodeID? {
    SourceText.clean(source, into: &self.source)
    parser.text.removeAll(keepingCapacity: true)
    parser.text.append(contentsOf: self.source)
    if !macros.definitions.isEmpty, !macros.expand(&parser.text) { return nil }
    do { return try parser.parseFormula() } catch {
      guard error == .hasDefinitions else { return nil }
      return parseExpanded()
    }
  }

  private mutating func parseExpanded() -> NodeID? {
    let isExpanded = macros.expand(&parser.text)
    if !keepsDefinitions { macros.removeAll() }
    guard isExpanded else { return nil }
    do { return try parser.parseFormula() } catch { return nil }
  }
}
