import Testing

@testable import PaperText

/// Blocks and markup within each other, around the depth at which they are no longer shown.
@Suite struct DepthTests {
  private static let wrappers: [(open: String, close: String)] = [
    (">", ""), ("> ", ""), ("- ", ""), ("1. ", ""), ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"),
    ("<details>", "</details>"), ("<table><tr><td>", "</table>"), ("<dl><dd>", "</dl>"), ("<figure>", "</figure>"),
    ("<table><tfoot><tr><td>", "</table>"), ("**a *b ", "c* d**"), ("<b><i>", "</i></b>"),
    ("\\begin{itemize}\\item ", "\\end{itemize}"), ("\\begin{enumerate} ", "\\end{enumerate}"), ("{\\bf \\emph{", "}}"),
    ("\\href{https://a.b}{", "}"), ("\\emph{", "}"), ("~~", "~~"), ("[", "](u)"),
  ]

  private static let contents = [
    "- a\nx", "1. a\n\n   b", "|a|b|\n|-|-|\n|c", "<ul>x", "<table>x", "<table><tfoot></tfoot>x", "<dl>x", "<dl><dt>x",
    "<details>x", "<figure><figcaption>x", "```\nx\n```", "# x", "***\nx", "<pre>x", "\\begin{itemize} x", "$$x$$",
    "\\item x", "<table><tr>x", "<table><caption>x", "x\\\\y", "- [ ] a[^1]\n\n[^1]: b",
  ]

  /// One wrapper as deep as the limit and a little more or less, with everything in it.
  @Test func oneKindAroundTheLimit() {
    for wrapper in Self.wrappers {
      for depth in [18, 19, 20, 38, 39, 40, 41, 44] {
        for content in Self.contents { check(String(repeating: wrapper.open, count: depth) + content) }
      }
    }
  }

  @Test func kindsInAnyOrder() {
    var random = Random(seed: Random.freshSeed)
    print("kinds in any order: seed \(random.seed)")
    for _ in 0..<(Environment.isFull ? 40_000 : 1_500) {
      var opening = ""
      var closing = ""
      for _ in 0..<(10 + random.below(34)) {
        let wrapper = Self.wrappers[random.below(Self.wrappers.count)]
        opening += wrapper.open
        closing = wrapper.close + closing
      }
      check(opening + Self.contents[random.below(Self.contents.count)] + (random.below(2) == 0 ? closing : ""))
    }
  }

  private func check(_ source: String) {
    for format in [TextFormat.markdown, .tex] {
      for role in [TextRole.block, .page, .inline] {
        let problem = wellFormedness(of: Rendering(source, as: format, role: role).rawHTML)
        #expect(problem == nil, "\(source.debugDescription): \(problem ?? "")")
      }
    }
  }

  @Test func aListAtTheLimitHasItsItems() {
    let quotes = String(repeating: ">", count: 39)
    #expect(html(quotes + "- a\nb", as: .markdown, role: .block).contains("<ul><li>a b</li></ul>"))
    #expect(!html(quotes + ">- a\nb", as: .markdown, role: .block).contains("<ul>"))
    #expect(
      html("<table><tfoot><tr><td>a</td></tr></tfoot>b</table>", as: .markdown, role: .block).hasSuffix(
        "</table><p>b</p>"))
  }
}
