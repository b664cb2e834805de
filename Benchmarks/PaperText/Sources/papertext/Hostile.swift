import ByteText
import PaperText

extension Main {
  /// Prints the time of long repetitions of one piece each, so that anything worse than linear shows.
  static func measureHostile() {
    let pieces = [
      "{", "}", "\\textbf{", "$", "$a", "$1 a ", "\\(", "\\[", "\\begin{align}", "\\begin{itemize}\\item ", "`", "``",
      "'",
      " 'a", "\"", "$\\mbox{", "\\'{", "https://a.b/", "https://a.b/)", "www.", ".github.io", "a-", "--", "~",
      "\\cite{",
      "\\footnote{", "^{", "\\frac{", "&#1", "<b>", "</b>", "<i><b></i>", "<a href='", "<!--", "<table><tr><td>",
      "<details>", "<div>", "> ", "- ", "1. ", "* a\n", "**a", "_a_", "[", "![", "[a](", "[a](b)", "|a|b|\n|-|-|\n",
      "# a\n", "```\n", "`` ` ", "\\$", "\u{202E}", "\n\n", "\n  ", "\u{E9}", "\\end{a}", "$$", "$$a$$", "\\item ",
      "\\\\", "{\\bf ", "\\it{", "\\ion{", "\\verb|", "\\char", "<script>", "<pre>", "<ul>", "</ul>", "a", "*a ", "_a ",
      "<![CDATA[", "<?", "[a]: b\n", "[^a]", "a**b", "`a``b", "&", "<", "<a ", "x ", "$x$ ", "\\alpha ", "\\'e",
    ]
    for piece in pieces {
      for format in [TextFormat.tex, .markdown] {
        let small: Duration = time(piece, 50_000, format)
        let large: Duration = time(piece, 200_000, format)
        let marks = large > small * 8 && large > Duration.milliseconds(20) ? "  <-- not linear" : ""
        if large > Duration.milliseconds(60) || !marks.isEmpty {
          print("\(piece.debugDescription) \(format): 50 kB \(small), 200 kB \(large)\(marks)")
        }
      }
    }
  }

  private static func time(_ piece: String, _ bytes: Int, _ format: TextFormat) -> Duration {
    let text = String(repeating: piece, count: bytes / piece.utf8.count)
    return time([Text(role: .page, bytes: Array(text.utf8))], format, writes: true)
  }
}
