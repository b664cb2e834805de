package import ByteText

/// Where a text stands, which decides what it may hold.
package enum TextRole: UInt8, BitwiseCopyable, Sendable {
  /// In a line: a title, a name. Blocks become inline.
  case inline
  /// On its own: an abstract, a page. Paragraphs and display formulas are blocks.
  case block
}

/// A link that stands in a text.
package struct FoundLink: BitwiseCopyable, Sendable {
  /// What it leads to.
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    case code
    case project
    case other
  }

  /// What it leads to.
  package var kind: Kind
  /// The address.
  package var url: TextRef
}

/// Something odd in a text that did not keep it from being shown.
package struct TextWarning: Sendable {
  /// The byte offset in the source text.
  package var offset: Int
  /// What is odd, in one line.
  package var message: String
}

/// Reads one text after the other; from each parse come all its forms.
///
/// One parser belongs to one worker and keeps its memory between texts.
package struct PaperTextParser: ~Copyable {
  /// A parser without a text.
  package init() {}

  /// Reads a text; it replaces the one before.
  package mutating func parse(_ source: Span<UInt8>, as format: TextFormat, role: TextRole) {}

  /// Appends the text as HTML that is safe to put into a page.
  package func writeHTML(into out: inout ByteBuffer) {}

  /// Appends the text as plain text in one line.
  package func writePlain(into out: inout ByteBuffer) {}

  /// Appends the text as TeX that a `.bib` file can hold.
  package func writeTeX(into out: inout ByteBuffer) {}

  /// Appends the text as Markdown.
  package func writeMarkdown(into out: inout ByteBuffer) {}
}
