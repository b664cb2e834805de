public import ByteText

/// Where a text stands, which decides what it may hold.
public enum TextRole: UInt8, BitwiseCopyable, Sendable {
  /// In a line: a title, a name. Blocks become inline.
  case inline
  /// On its own: an abstract. Paragraphs, lists and display formulas are blocks; headings are paragraphs in bold, so
  /// that the outline of the page around stays whole.
  case block
  /// A page of its own: headings stay headings and get an id that a link can lead to.
  case page
}

/// A link that is in a text.
public struct FoundLink: BitwiseCopyable, Sendable {
  /// What it leads to.
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A repository of code, models or data.
    case code
    /// The page of the project.
    case project
    case other
  }

  /// What it leads to.
  public var kind: Kind
  /// The address, ready for an attribute but for HTML's entities; `PaperTextParser.bytes(of:)` gives its bytes.
  public var url: TextRef
}

/// Something odd in a text that did not keep it from being shown.
public struct TextWarning: Hashable, Sendable {
  /// The byte offset in the source text.
  public var offset: Int
  /// What is odd, in one line.
  public var message: String

  /// A warning about a place.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

/// Reads one text after the other; from each parse come all its forms.
///
/// ```swift
/// var parser = PaperTextParser()
/// var html = ByteBuffer()
/// parser.parse(#"On \emph{Poincar\'e} and $x^2$; see https://a.b."#.utf8.span, as: .tex, role: .inline)
/// parser.writeHTML(into: &html)    // On <em>Poincaré</em> and <math>…</math>; see <a href="https://a.b">…
/// parser.links                     // https://a.b
/// ```
///
/// One parser belongs to one worker and keeps its memory between texts. Nothing a text holds can make it fail or take
/// more than linear time; what is odd is in `warnings`.
public struct PaperTextParser: ~Copyable {
  private var reader = TextReader()
  private var math = FormulaWriter()

  /// A parser without a text.
  public init() {}

  /// Reads a text; it replaces the one before.
  public mutating func parse(_ source: Span<UInt8>, as format: TextFormat, role: TextRole) {
    math.forget()
    switch format {
    case .tex: reader.read(source, by: .tex, role: role)
    case .daily: reader.read(source, by: .daily, role: role)
    case .plain: reader.read(source, by: .plain, role: role)
    case .markdown: reader.readMarkdown(source, role: role)
    }
  }

  /// The links in the text, in the order in which they are there.
  public var links: [FoundLink] { reader.tree.links }

  /// What is odd about the text, at most twenty.
  public var warnings: [TextWarning] { reader.tree.warnings }

  /// The bytes of a reference that this parser gave out, valid until the next parse.
  @_lifetime(borrow self)
  public borrowing func bytes(of reference: TextRef) -> Span<UInt8> {
    let text = reader.tree.text.span
    let range = reference.range.clamped(to: 0..<text.count)
    return _overrideLifetime(text.extracting(range), borrowing: self)
  }

  /// Appends the text as HTML that is safe to put into a page.
  ///
  /// In a line it is phrasing content, else flow content. Classes: `math display` (a formula on its own line, or its
  /// source where it can't be set), `math` (the source of a formula that can't be set), `tex-smallcaps`; in Markdown
  /// also
  /// `language-…` on the `<code>` of a fenced block, and `align-center` and `align-right` on the cells of a table. On a
  /// page, headings have ids made of their words, and footnotes have `note-1`, `note-2` and so on.
  public mutating func writeHTML(into out: inout ByteBuffer) {
    reader.tree.writeHTML(into: &out, math: &math)
  }

  /// Appends the text as plain text in one line: ties and thin spaces are spaces, formulas are spelled out.
  public mutating func writePlain(into out: inout ByteBuffer) {
    reader.tree.writePlain(into: &out, math: &math)
  }

  /// Appends the text as TeX that a `.bib` file can hold.
  public func writeTeX(into out: inout ByteBuffer) {
    reader.tree.writeTeX(into: &out)
  }

  /// Appends the text as Markdown.
  public func writeMarkdown(into out: inout ByteBuffer) {
    reader.tree.writeMarkdown(into: &out)
  }
}
