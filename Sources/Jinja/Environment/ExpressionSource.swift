public import ByteText

/// An expression before it is compiled: its text, the variables that it may use, and where it is in a file.
public struct ExpressionSource: Sendable {
  /// The text, without the signs of a tag.
  let text: String
  /// The names that the expression may use; those of functions need not be named.
  let variables: [String]
  let file: SourceFile
  let place: ExpressionPlace

  /// An expression that was read from a file.
  ///
  /// - Parameters:
  ///   - text: the expression, as `paper.upvotes >= 100`.
  ///   - variables: the names that the expression may use. Any other name is reported when it is compiled.
  ///   - file: the file in which it is written.
  ///   - range: the bytes of the file in which it is written. They may have quotes around them; where they have
  ///     escapes, too, a diagnostic shows the range as a whole.
  public init(_ text: String, variables: [String], in file: SourceFile, at range: Range<Int>) {
    self.text = text
    self.variables = variables
    self.file = file
    place = ExpressionPlace(of: text, in: file, at: range)
  }

  /// An expression that has no file; its text is shown in diagnostics.
  public init(_ text: String, variables: [String]) {
    let file = SourceFile(path: "expression", text: FrozenBytes(copying: text.utf8.span))
    self.init(text, variables: variables, in: file, at: 0..<text.utf8.count)
  }
}

/// An expression of an environment, which a `Renderer` evaluates.
public struct CompiledExpression: Hashable, Sendable {
  /// The number of its function.
  let function: Int
}

/// Where an expression is in its file.
struct ExpressionPlace: Sendable {
  private let whole: Range<Int>
  /// Where its first byte is, if the file has it as it is.
  private let start: Int?

  init(of text: String, in file: SourceFile, at range: Range<Int>) {
    whole = range.clamped(to: 0..<file.text.bytes.count)
    let written = file.text.span.extracting(whole)
    let quotes = written.count == text.utf8.count ? 0 : 1
    let fits = quotes + text.utf8.count <= written.count
    let isVerbatim = fits && written.extracting(quotes..<quotes + text.utf8.count).isEqual(to: text.utf8.span)
    start = isVerbatim ? whole.lowerBound + quotes : nil
  }

  /// The range of the file for a part of the expression's text.
  func range(of span: SourceSpan) -> Range<Int> {
    guard let start else { return whole }
    return start + span.range.lowerBound..<start + span.range.upperBound
  }
}
