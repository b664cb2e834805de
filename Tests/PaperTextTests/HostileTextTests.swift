import ByteText
import Testing

@testable import PaperText

/// Text that nobody means well with.
@Suite struct HostileTextTests {
  private static let formats: [TextFormat] = [.tex, .markdown, .plain, .daily]

  @Test func controlsAndOverrides() {
    let text = Rendering("a\0b\u{1}c\u{202E}d\u{2066}e\u{7F}\u{85}f\r\ng\rh\u{200B}\u{FEFF}\u{FFFE}", as: .plain)
    #expect(text.html == "abcde f g h\u{FFFD}")
    #expect(text.warnings.map(\.offset) == [1, 3, 5, 9, 13])
  }

  @Test func invalidUTF8() {
    let text = Rendering(bytes: [
      0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63, 0xED, 0xA0, 0x80, 0xC0, 0x80, 0xF4, 0x90, 0x80, 0x80,
    ])
    #expect(text.html == "a\u{FFFD}b\u{FFFD}c" + String(repeating: "\u{FFFD}", count: 9))
    #expect(text.warnings.map(\.offset) == [1, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  }

  @Test func unbalanced() {
    #expect(html("}}}{{{a \\textbf{b \\emph{c") == "a <strong>b <em>c</em></strong>")
    #expect(html("$$$a") == "$$$a")
    #expect(html("\\begin{itemize} a \\end{x} b }", role: .block) == "<ul><li>a</li></ul><p>b</p>")
    #expect(html("\\end{itemize} \\item a") == "• a")
    #expect(html("\\textbf") == "" && html("\\href{x") == "x" && html("\\verb|") == "|" && html("\\'") == "’")
    #expect(Rendering("ab {c").warnings.map(\.offset) == [3])
    #expect(Rendering("ab }c").warnings.map(\.offset) == [3])
  }

  @Test(arguments: [
    "{", "}", "\\textbf{", "$", "$a", "$1 a ", "\\(", "\\[", "\\begin{align}", "\\begin{itemize}\\item ", "`", "``",
    "'", " 'a", "\"",
    "$\\mbox{", "\\'{", "https://a.b/", "https://a.b/)", "www.", ".github.io", "a-", "--", "~", "\\cite{",
    "\\footnote{", "^{", "\\frac{",
    "&#1", "<b>", "</b>", "<i><b></i>", "<a href='", "<!--", "<table><tr><td>", "<details>", "<div>", "> ", "- ", "1. ",
    "* a\n", "**a", "_a_",
    "[", "![", "[a](", "[a](b)", "|a|b|\n|-|-|\n", "# a\n", "```\n", "`` ` ", "\\$", "\u{202E}", "\n\n", "\n  ",
    "\u{E9}", "\\end{a}",
    "$$", "$$a$$", "\\item ", "\\\\", "{\\bf ", "\\it{", "\\ion{", "\\verb|", "\\char", "<script>", "<pre>", "<ul>",
    "</ul>",
  ])
  func repeatedEndlessly(piece: String) {
    let full = Environment.isFull
    let source = String(repeating: piece, count: (full ? 200_000 : 3_000) / piece.utf8.count)
    for format in Self.formats {
      for role in [TextRole.inline, .block, .page] {
        let text = Rendering(source, as: format, role: role)
        #expect(wellFormedness(of: text.rawHTML) == nil)
        #expect(text.warnings.count <= 20)
      }
    }
  }

  /// What is open is counted, not searched, and of nested links a few words are read: else this would take hours.
  @Test func whatIsNeverClosedIsNotSearched() {
    let braces = String(repeating: "{", count: 400_000) + String(repeating: "\\end{a} \\item ", count: 100_000)
    let isRead = html(braces, role: .block).hasPrefix("<p>•")
    #expect(isRead)
    let links = String(repeating: "\\href{a.b}{", count: 50_000) + String(repeating: "x}", count: 50_000)
    let areRead = html(links).contains("xxxx")
    #expect(areRead)
  }

  @Test func hugeFormula() {
    let source = "a $" + String(repeating: "x+", count: Environment.isFull ? 500_000 : 50_000) + "$ b"
    var parser = PaperTextParser()
    var out = ByteBuffer()
    parser.parse(source.utf8.span, as: .tex, role: .block)
    parser.writeHTML(into: &out)
    #expect(out.count > source.utf8.count)
    out.removeAll()
    parser.writePlain(into: &out)
    #expect(String(bytes: out.span).hasSuffix(" b"))
  }

  @Test func prefixesAndMutations() {
    var random = Random(seed: Random.freshSeed)
    print("prefixes and mutations: seed \(random.seed)")
    let samples = HostileTextTests.samples
    for round in 0..<(Environment.isFull ? 40_000 : 600) {
      var bytes = Array(samples[round % samples.count].utf8)
      if random.below(3) == 0 { bytes = Array(bytes.prefix(random.below(bytes.count + 1))) }
      for _ in 0..<random.below(4) where !bytes.isEmpty { mutate(&bytes, &random) }
      for format in Self.formats {
        let text = Rendering(bytes: bytes, as: format, role: [.inline, .block, .page][random.below(3)])
        let problem = wellFormedness(of: text.rawHTML)
        #expect(problem == nil, "\(bytes) as \(format): \(problem ?? "")")
        #expect(!text.plain.utf8.contains(0x0A))
      }
    }
  }

  @Test func piecesInAnyOrder() {
    var random = Random(seed: Random.freshSeed)
    print("pieces in any order: seed \(random.seed)")
    for _ in 0..<(Environment.isFull ? 20_000 : 400) {
      let source = (0..<random.below(30)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
      for format in [TextFormat.markdown, .tex] {
        let role = [TextRole.inline, .block, .page][random.below(3)]
        let text = Rendering(source, as: format, role: role)
        if role == .inline {
          #expect(!text.html.contains(/<(p|ul|ol|table|h\d|pre|img|br|hr|dl|details|blockquote)\b/))
        }
        let problem = wellFormedness(of: text.rawHTML)
        #expect(problem == nil, "\(source.debugDescription) as \(format): \(problem ?? "")")
      }
    }
  }

  private static let pieces = [
    "<table>", "<tr>", "<td>", "</table>", "<details>", "<summary>", "</details>", "<ul>", "<li>", "</ul>", "<b>",
    "</b>", "<p>", "</p>", "*a*", "**", "\n\n", "- x\n", "> ", "| a | b |\n|---|---|\n| 1 | 2 |\n", "<figure>",
    "<figcaption>", "<dl>", "<dt>", "<dd>", "</dl>", "<h2>", "</h2>", "# t\n", "$x^2$", "word ",
    "<img src=a.png alt=z>",
    "<a href=\"/x\">", "</a>", "<kbd>", "<sub>", "<blockquote>", "</blockquote>", "<caption>", "<thead>", "<tbody>",
    "<th scope=col>", "<pre>", "</pre>", "<br>", "<hr>", "`c`", "<q>", "<abbr title=x>", "</abbr>", "[l](u)",
    "![i](s.png)", "<ol start=3 type=a>", "</ol>", "1. y\n", "\\textbf{", "}", "\\begin{itemize}", "\\item ",
    "\\end{itemize}", "\\\\", "\\cite{k}", "~", "\\href{https://a.b}{", "https://c.d.", "$", "\\footnote{", "{\\it ",
  ]

  private func mutate(_ bytes: inout [UInt8], _ random: inout Random) {
    let place = random.below(bytes.count)
    let alphabet = Array("{}$\\`'\"<>&-~_^[]()|#*!:/. \n\u{202E}a1".utf8) + [0, 0xFF, 0xEF, 0xB7, 0x90]
    switch random.below(4) {
    case 0: bytes.remove(at: place)
    case 1: bytes[place] = alphabet[random.below(alphabet.count)]
    case 2: bytes.insert(alphabet[random.below(alphabet.count)], at: place)
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(12))], at: place)
    }
  }

  private static let samples = [
    "We \\textbf{show \\emph{that}} $x_i^2$ is ``good'' at https://a.b/c_d. See \\cite{k}.",
    "\\begin{itemize}\\item a $b$ \\item \\href{https://a.b}{c}\\end{itemize} d\\\\e\\footnote{f}",
    "# T\n\n| a | b |\n|---|:-:|\n| `c` | $d$ |\n\n<details><summary>x</summary>\n\n- y\n  1. z\n\n</details>",
    "a<sub>1</sub> <img src=\"a.png\" alt='b'> <table><tr><td colspan=2>c</table> [d](https://e.f \"g\") ![h](i)",
    "\\'{e}\\\"o\\c{c} {\\it a} \\(x\\) \\[y\\] $5 and $6 \\begin{equation*}z\\end{equation*} {\\mu}m 10^{-3}",
    "> q\n> `r` **s** _t_\n\n```sw\nu\n```\n***\n<b>v</b> &amp; &#x41; <!-- w --> \\$ \\(x^2\\) $$y$$",
  ]
}
