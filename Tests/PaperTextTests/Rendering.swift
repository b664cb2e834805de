import ByteText

@testable import PaperText

/// All forms of one text.
struct Rendering {
  /// The HTML as it is.
  var rawHTML = ""
  /// The HTML with `<code>` and the source in place of each formula that was set, and of the span around it.
  var html = ""
  var plain = ""
  var tex = ""
  var markdown = ""
  var links: [String] = []
  var warnings: [TextWarning] = []

  /// Reads a text and writes all its forms.
  init(_ source: String, as format: TextFormat = .tex, role: TextRole = .inline) {
    self.init(bytes: Array(source.utf8), as: format, role: role)
  }

  /// Reads bytes and writes all forms of the text.
  init(bytes: [UInt8], as format: TextFormat = .tex, role: TextRole = .inline) {
    var parser = PaperTextParser()
    parser.parse(bytes.span, as: format, role: role)
    var out = ByteBuffer()
    parser.writeHTML(into: &out)
    rawHTML = String(bytes: out.span)
    html = Self.withoutMathML(rawHTML)
    out.removeAll()
    parser.writePlain(into: &out)
    plain = String(bytes: out.span)
    out.removeAll()
    parser.writeTeX(into: &out)
    tex = String(bytes: out.span)
    out.removeAll()
    parser.writeMarkdown(into: &out)
    markdown = String(bytes: out.span)
    links = parser.links.map { "\($0.kind) \(String(bytes: parser.bytes(of: $0.url)))" }
    warnings = parser.warnings
  }

  private static func withoutMathML(_ html: String) -> String {
    let display =
      /<span class="math display"><math .*?<annotation [^>]*>(.*?)<\/annotation><\/semantics><\/math><\/span>/
    let inline = /<math.*?<annotation [^>]*>(.*?)<\/annotation><\/semantics><\/math>/
    return html.replacing(display.dotMatchesNewlines()) { "<code class=\"math display\">\($0.1)</code>" }
      .replacing(inline.dotMatchesNewlines()) { "<code class=\"math\">\($0.1)</code>" }
      .replacing(/<span class="nobr">(.*?)<\/span>/.dotMatchesNewlines()) { $0.1 }
  }
}

/// The HTML of a TeX title.
func html(_ source: String, as format: TextFormat = .tex, role: TextRole = .inline) -> String {
  Rendering(source, as: format, role: role).html
}

/// The plain text of a TeX title.
func plain(_ source: String, as format: TextFormat = .tex) -> String {
  Rendering(source, as: format, role: .inline).plain
}
