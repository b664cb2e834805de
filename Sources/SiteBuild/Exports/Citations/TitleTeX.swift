import ByteText
import PaperText
import Papers

/// Turns titles into TeX for `.bib` files. It keeps a parser, so it belongs to one worker.
final class TitleTeX {
  private let site: Site
  private var parser = PaperTextParser()
  private var buffer = ByteBuffer()

  /// The titles of a site's papers.
  init(of site: Site) { self.site = site }

  /// Appends the title of a paper, capitals protected.
  func append(of paper: Paper, to out: inout ByteBuffer) {
    let source = site.bytes(paper.title.source)
    let plain = site.bytes(paper.title.plain)
    buffer.removeAll()
    if !isPlain(paper.title, plain, source) {
      source.withMemoryRebound(to: UInt8.self) { parser.parse($0.span, as: paper.format, role: .inline) }
      parser.writeTeX(into: &buffer)
    }
    if buffer.isEmpty { buffer.append(escapingTeX: plain) }
    let isWhole = buffer.withUnsafeBytes { ProtectedTitle($0).append(to: &out) }
    if !isWhole { out.append(escapingTeX: plain) }
  }

  /// Whether the text was written as it is shown, so that there is nothing to parse.
  private func isPlain(
    _ title: FormattedText, _ plain: UnsafeRawBufferPointer, _ source: UnsafeRawBufferPointer
  ) -> Bool {
    (title.plain == title.source || plain.isEqual(to: source)) && !plain.contains("$") && !plain.contains("\\")
  }
}
