import ByteText
import TeXMath

/// Gives the formulas in HTML of the program's own making as plain text, and leaves all else as it is.
///
/// Readers of feeds that don't know MathML drop its tags: what remains are letters run together, followed by the TeX.
final class ReadableFormulas {
  private var converter = MathConverter()
  private var known = SpelledFormulas()

  /// Appends the HTML that a buffer contains.
  func append(_ html: borrowing ByteBuffer, to out: inout ByteBuffer) { append(html.span, to: &out) }

  /// Appends the HTML.
  func append(_ html: Span<UInt8>, to out: inout ByteBuffer) {
    var rest = html
    while let start = rest.offset(of: "<math"), let end = rest.offset(of: "</math>", from: start) {
      let element = rest.extracting(start..<end)
      let before = rest.extracting(0..<start)
      rest = rest.extracting(end + 7..<rest.count)
      let isKeptTogether = before.ends(with: Self.unbroken)
      out.append(before.extracting(0..<before.count - (isKeptTogether ? Self.unbroken.utf8CodeUnitCount : 0)))
      append(formula: element, to: &out)
      if isKeptTogether { appendSpan(&rest, to: &out) }
    }
    out.append(rest)
  }

  /// The beginning of the span that keeps a formula and the punctuation after it on one line. Plain text needs none.
  private static let unbroken: StaticString = "<span class=\"nobr\">"

  /// Appends the rest of a span, and goes on after its end.
  private func appendSpan(_ rest: inout Span<UInt8>, to out: inout ByteBuffer) {
    guard let end = rest.offset(of: "</span>") else { return }
    out.append(rest.extracting(0..<end))
    rest = rest.extracting(end + 7..<rest.count)
  }

  /// Appends what the annotation of a `<math>` element says; a formula that is displayed has a line of its own.
  private func append(formula: Span<UInt8>, to out: inout ByteBuffer) {
    guard let annotation = formula.offset(of: "<annotation"),
      let start = formula.offset(of: ">", from: annotation).map({ $0 + 1 }),
      let end = formula.offset(of: "</annotation>", from: start)
    else { return }
    var spelled = ByteBuffer()
    spell(formula.extracting(start..<end), to: &spelled)
    let isDisplayed = formula.begins(with: "<math display")
    if isDisplayed { out.append("<br>") }
    let isParted = !out.isEmpty && out.span[out.count - 1] == 0x20 && !spelled.isEmpty && spelled.span[0] == 0x20
    out.append(escaping: spelled.span.extracting((isParted ? 1 : 0)..<spelled.count))
    if isDisplayed { out.append("<br>") }
  }

  /// Appends the plain text of a formula whose TeX is given escaped.
  private func spell(_ escaped: Span<UInt8>, to out: inout ByteBuffer) {
    known.append(escaped, to: &out) { out in
      var source = ByteBuffer()
      appendUnescaped(escaped, to: &source)
      converter.plainText(source.span, into: &out)
    }
  }

  /// Appends text with the entities undone that `ByteBuffer.append(escaping:)` makes.
  private func appendUnescaped(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    var index = 0
    while index < text.count {
      let rest = text.extracting(index..<text.count)
      let entity = rest.begins(with: "&") ? Self.entities.first { rest.begins(with: $0.name) } : nil
      out.append(entity?.byte ?? text[index])
      index += entity?.name.utf8CodeUnitCount ?? 1
    }
  }

  private static let entities: [(name: StaticString, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]
}
