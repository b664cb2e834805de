import Testing

@testable import PaperText

/// What Markdown texts have beyond CommonMark: GitHub's marks, TeX, the tags of publishers.
@Suite struct MarkdownExtensionTests {
  private func block(_ source: String) -> String { html(source, as: .markdown, role: .block) }
  private func words(_ source: String) -> String { plain(source, as: .markdown) }

  @Test(arguments: [
    ("~~a~~ b~~c~~d ~~_e_~~ *~~f~~*", "<p><s>a</s> b<s>c</s>d <s><em>e</em></s> <em><s>f</s></em></p>"),
    ("~~a ~~ b~~ ~c~ ~~~d~~~ `~~e~~`", "<p><s>a ~~ b</s> ~c~ ~~~d~~~ <code>~~e~~</code></p>"),
    ("~~a\n\nb~~ \\~~c~~", "<p>~~a</p><p>b~~ ~~c~~</p>"),
    (
      "- [ ] a\n- [x] b\n- [X] *c*\n- [y] d\n- x [ ] e",
      "<ul><li>☐ a</li><li>☑ b</li><li>☑ <em>c</em></li><li>[y] d</li><li>x [ ] e</li></ul>"
    ),
    ("[ ] a\n\n1. [x] b", "<p>[ ] a</p><ol><li>☑ b</li></ol>"),
    (
      "a[^1] b[^x].\n\n[^x]: X *y*\n[^1]: One\n    more\n\nc",
      "<p>a<sup>1</sup> b<sup>2</sup>.</p><p>c</p><ol><li>One more</li><li>X <em>y</em></li></ol>"
    ),
    (
      "a[^n] [^n]\n\n[^n]: b\n\n    c\n\nd",
      "<p>a<sup>1</sup> <sup>1</sup></p><p>d</p><ol><li><p>b</p><p>c</p></li></ol>"
    ),
    ("a[^1] \\[^1\\] `[^1]` [^2]", "<p>a[^1] [^1] <code>[^1]</code> [^2]</p>"),
    ("```\n[^1]: b\n```\n\na[^1]", "<pre><code>[^1]: b</code></pre><p>a[^1]</p>"),
  ])
  func gitHub(source: String, expected: String) {
    #expect(block(source) == expected)
  }

  @Test func aPageLeadsToItsFootnotes() {
    let page = Rendering("a[^1]\n\n[^1]: b", as: .markdown, role: .page)
    #expect(page.html == "<p>a<sup><a href=\"#note-1\">1</a></sup></p><ol><li id=\"note-1\">b</li></ol>")
    #expect(Rendering("a\n\n[^1]: b", as: .markdown, role: .page).warnings.map(\.offset) == [3])
  }

  @Test(arguments: [
    ("Poincar\\'e, Erd\\H{o}s and Schr\\\"odinger met.", "Poincaré, Erdős and Schrödinger met."),
    (
      "Stra\\ss{}e {\\ss} {\\'E}tienne \\'Etienne Erd\\o s \\c{c} {\\\"o}x \\v{s} na\\\"{\\i}ve",
      "Straße ß Étienne Étienne Erdøs ç öx š naïve"
    ),
    (
      "it\\'s we\\'re \\\"over\\\" a\\`b\\` x\\=y 1\\. C:\\o C:\\Users",
      "it's we're \"over\" a`b` x=y 1. C:\\o C:\\Users"
    ),
    ("Espa\\~na r\\^ole Ka\\.zmierz voil\\`a x\\u{q}", "España rôle Każmierz voilà xq\u{306}"),
    ("\\emph{a} \\textbf{b *c*} \\mbox{d} e \\cite{f}.", "a b c d e."),
    ("5 \\times 3 \\alpha{}b \\ldots", "5 × 3 αb …"),
    ("86\\% \\& \\_ \\#", "86% & _ #"),
  ])
  func texInMarkdown(source: String, expected: String) {
    #expect(words(source) == expected)
  }

  @Test func texMarkupInMarkdown() {
    #expect(block("\\emph{a *b* \\textbf{c}}") == "<p><em>a <em>b</em> <strong>c</strong></em></p>")
    #expect(block("`\\emph{a}`\n\n    \\'e") == "<p><code>\\emph{a}</code></p><pre><code>\\&#39;e</code></pre>")
    #expect(block("\\emph{a\n\nb}") == "<p>\\emph{a</p><p>b}</p>")
    let warnings = Rendering("a \\foo{b} \\href{c}{d} `\\foo{e}` C:\\Foo", as: .markdown).warnings
    #expect(warnings.map(\.offset) == [2, 10] && warnings.allSatisfy { $0.message.contains("TeX") })
  }

  @Test(arguments: [
    ("<jats:p>All is <jats:italic>well</jats:italic>.</jats:p>", "<p>All is <i>well</i>.</p>"),
    (
      "<jats:title>T</jats:title><jats:p>a<jats:sup>2</jats:sup> <jats:ext-link xlink:href=\"u\">b</jats:ext-link></jats:p>",
      "<p><strong>T</strong></p><p>a<sup>2</sup> b</p>"
    ),
    ("<jats:list><jats:list-item><jats:p>a</jats:p></jats:list-item></jats:list>", "<ul><li><p>a</p></li></ul>"),
    (
      "x <jats:sc>a</jats:sc> <jats:bold>b</jats:bold> <jats:break/>c",
      "<p>x <span class=\"tex-smallcaps\">a</span> <b>b</b> c</p>"
    ),
  ])
  func jats(source: String, expected: String) {
    #expect(block(source) == expected)
  }

  @Test func mergeConflicts() {
    let source = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n\nT\n=======\n"
    #expect(Rendering(source, as: .markdown, role: .page).warnings.map(\.offset) == [2, 17, 27])
    #expect(Rendering("T\n=======\n\n    <<<<<<< x\n", as: .markdown).warnings.isEmpty)
  }

  @Test func superscriptsInPlainText() {
    #expect(
      words("10<sup>-3</sup> m<sup>2</sup> x<sup>n</sup> 1<sup>st</sup> H<sub>2</sub>O") == "10^-3 m^2 x^n 1st H2O")
    #expect(
      plain("A rate of 10\\textsuperscript{-3} 2\\textsuperscript{nd} a\\textsuperscript{*}")
        == "A rate of 10^-3 2nd a*")
  }

  @Test func addressesOfVersionSix() {
    #expect(
      block("http://[::1]/x [a](http://[2001:db8::1]:80/[b])")
        == "<p><a href=\"http://[::1]/x\">http://[::1]/x</a> <a href=\"http://[2001:db8::1]:80/%5Bb%5D\">a</a></p>")
  }
}
