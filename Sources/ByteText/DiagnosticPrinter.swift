/// Writes diagnostics the way compilers do: one parsable line, the excerpt with a caret, notes and help.
public struct DiagnosticPrinter: Sendable {
  /// How many diagnostics are written before the rest is only counted.
  public static let limit = 50
  /// The most scalars of a line that are shown.
  private static let window = 100

  /// A printer.
  public init() {}

  /// All of them, and a line that counts what is over the limit.
  public func text(for diagnostics: Diagnostics) -> String {
    var out = diagnostics.list.prefix(Self.limit).map(text(for:)).joined()
    let rest = diagnostics.list.count - Self.limit
    if rest > 0 { out += "… and \(rest) more\n" }
    return out
  }

  /// One diagnostic, closed by a line break.
  public func text(for diagnostic: Diagnostic) -> String {
    var out =
      "\(Self.visible(diagnostic.place)): \(diagnostic.severity.rawValue): \(Self.visible(diagnostic.message))"
      + " [\(Self.visible(diagnostic.id))]\n"
    let gutter = String(repeating: " ", count: max(4, String(diagnostic.line).count + 1))
    if let excerpt = diagnostic.excerpt { out += self.excerpt(excerpt, of: diagnostic, gutter: gutter) }
    if let help = diagnostic.help { out += "\(gutter) = help: \(Self.visible(help))\n" }
    for note in diagnostic.notes {
      let place = note.place.map { "\(Self.visible($0)): " } ?? ""
      out += "\(gutter) = note: \(place)\(Self.visible(note.message))\n"
    }
    return out
  }

  private func excerpt(_ line: String, of diagnostic: Diagnostic, gutter: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let caret = min(max(0, diagnostic.column - diagnostic.excerptColumn), scalars.count)
    let start = max(0, min(caret - Self.window / 2, scalars.count - Self.window))
    let end = min(scalars.count, start + Self.window)
    let shown = scalars[start..<end].map(Self.visible).joined()
    let before = scalars[start..<min(caret, end)].map { $0 == "\t" ? "\t" : " " }.joined()
    let underline = String(repeating: "^", count: max(1, min(diagnostic.length, max(1, end - caret))))
    let lead = start > 0 || diagnostic.excerptColumn > 1 ? "…" : ""
    let number = String(diagnostic.line)
    let padding = String(repeating: " ", count: gutter.count - number.count)
    return "\(padding)\(number) | \(lead)\(shown)\(end < scalars.count ? "…" : "")\n"
      + "\(gutter) | \(lead.isEmpty ? "" : " ")\(before)\(underline)\n"
  }

  /// A text in one line of a terminal: a control character or a bidirectional override, with which a file could rewrite
  /// the terminal's lines, becomes U+FFFD.
  public static func visible(_ text: String) -> String {
    text.unicodeScalars.map(visible).joined()
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control where scalar != "\t", .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: String(scalar)
    }
  }
}
