import ByteText
import PaperText
import Papers
import Site

/// Turns titles into TeX for `.bib` files. It keeps a parser, so it belongs to one worker.
final class TitleTeX {
  private let view: SiteView
  private var parser = PaperTextParser()

  /// The titles of a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends the title of a paper, capitals protected.
  func append(of paper: PaperView, to out: inout ByteBuffer) {
    let view = view
    let (source, plain) = (paper.title.source, paper.title.plain)
    var title = ByteBuffer()
    if !isPlain(view.bytes(plain), view.bytes(source)) {
      parser.parse(view.bytes(source), as: paper.format, role: .inline)
      parser.writeTeX(into: &title)
    }
    if title.isEmpty { title.append(escapingTeX: view.bytes(plain)) }
    if !ProtectedTitle(title.span).append(to: &out) { out.append(escapingTeX: view.bytes(plain)) }
  }

  /// Whether the text was written as it is shown, so that there is nothing to parse.
  private func isPlain(_ plain: Span<UInt8>, _ source: Span<UInt8>) -> Bool {
    plain.isEqual(to: source) && !plain.contains("$") && !plain.contains("\\")
  }
}
