import Testing

@testable import PaperText

@Suite struct MarkdownTests {
  private func page(_ source: String) -> String { Rendering(source, as: .markdown, role: .page).html }

  @Test(arguments: [
    ("a *b* **c** `d` e", "<p>a <em>b</em> <strong>c</strong> <code>d</code> e</p>"),
    ("\"q\" isn't 'x' -- a---b AIME'24", "<p>“q” isn’t ‘x’ – a—b AIME’24</p>"),
    ("\\\"q\\\" \\-- \\*a\\*", "<p>&#34;q&#34; -- *a*</p>"),
    ("line one\nline two\n\npara", "<p>line one line two</p><p>para</p>"),
    ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
    ("- a\n- b\n  - c\n", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
    ("- a\n\n- b\n", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
    ("> q\n> r\n\n---", "<blockquote><p>q r</p></blockquote><hr>"),
    (
      "```swift\nlet a = \"$x$ 'y'\"\n\n  b\n```",
      "<pre><code class=\"language-swift\">let a = &#34;$x$ &#39;y&#39;&#34;\n\n  b</code></pre>"
    ),
    ("    x_$y$_\n", "<pre><code>x_$y$_</code></pre>"),
    (
      "[a](/b \"t 'x'\") [c](d\\(e\\)) [f](g\\.h)",
      "<p><a href=\"/b\" title=\"t &#39;x&#39;\">a</a> <a href=\"d(e)\">c</a> <a href=\"g.h\">f</a></p>"
    ),
    (
      "[t](https://a.b/c_d) <https://e.f> https://g.h/i_j_k.",
      "<p><a href=\"https://a.b/c_d\">t</a> <a href=\"https://e.f\">https://e.f</a> <a href=\"https://g.h/i_j_k\">https://g.h/i_j_k</a>.</p>"
    ),
    ("![a *b*](i.png \"t\")", "<p><img src=\"i.png\" title=\"t\" alt=\"a b\"></p>"),
    ("&lt;b&gt; &amp; a<b & <3", "<p>&lt;b&gt; &amp; a&lt;b &amp; &lt;3</p>"),
    ("*foo `*` bar*", "<p><em>foo <code>*</code> bar</em></p>"),
    ("", ""),
  ])
  func commonMark(source: String, expected: String) {
    #expect(html(source, as: .markdown, role: .block) == expected)
  }

  @Test(arguments: [
    ("$x_i*y_j*$ is *no* emphasis", "<p><code class=\"math\">x_i*y_j*</code> is <em>no</em> emphasis</p>"),
    (
      "**$x$** and _$y$_",
      "<p><strong><code class=\"math\">x</code></strong> and <em><code class=\"math\">y</code></em></p>"
    ),
    ("`$x$` and `` $y$ ` ``", "<p><code>$x$</code> and <code>$y$ `</code></p>"),
    ("$$\na_b\n$$", "<p><code class=\"math display\">\na_b\n</code></p>"),
    ("costs $20,000 and $30,000 or \\$5", "<p>costs $20,000 and $30,000 or $5</p>"),
    ("\\(x^2\\) \\[not\\] \\[y=1\\] \\[^1\\]", "<p>(x^2) [not] [y=1] [^1]</p>"),
    (
      "[$x$](https://a.b) $a\\$b$",
      "<p><a href=\"https://a.b\"><code class=\"math\">x</code></a> <code class=\"math\">a\\$b</code></p>"
    ),
    ("$ x$ and $y $ stay", "<p>$ x$ and $y $ stay</p>"),
    ("```\n$x$ `\n```\n\n$y$", "<pre><code>$x$ `</code></pre><p><code class=\"math\">y</code></p>"),
    ("<https://a.b/$x$>", "<p><a href=\"https://a.b/$x$\">https://a.b/$x$</a></p>"),
  ])
  func protectedMath(source: String, expected: String) {
    #expect(html(source, as: .markdown, role: .block) == expected)
  }

  @Test func pagesHaveHeadings() {
    #expect(
      page("# A *b*\n## A b\nx\n### $x$!") == """
        <h1 id="a-b">A <em>b</em></h1><h2 id="a-b-1">A b</h2><p>x</p><h3 id="x"><code class="math">x</code>!</h3>
        """)
    #expect(html("# A\n\nb", as: .markdown, role: .block) == "<p><strong>A</strong></p><p>b</p>")
    #expect(html("# A\n\n- b\n- c", as: .markdown) == "A b c")
  }

  @Test func tables() {
    #expect(
      page("| a | b |\n|---|:-:|\n| *1* | `|` |\n| x \\| y |\n") == """
        <table><thead><tr><th>a</th><th class="align-center">b</th></tr></thead><tbody>\
        <tr><td><em>1</em></td><td class="align-center"><code>|</code></td></tr>\
        <tr><td>x | y</td><td></td></tr></tbody></table>
        """)
    #expect(
      page("a | b\n--|--:\n| | 2\n1 | | 3") == """
        <table><thead><tr><th>a</th><th class="align-right">b</th></tr></thead><tbody>\
        <tr><td></td><td class="align-right">2</td></tr><tr><td>1</td><td class="align-right">3</td></tr></tbody></table>
        """)
    #expect(page("a | b\n---|") == "<p>a | b —|</p>")
    #expect(page("a | b\nc") == "<p>a | b c</p>")
  }

  @Test(arguments: [
    ("a<sub>1</sub><sup>2</sup> <kbd>x</kbd>", "<p>a<sub>1</sub><sup>2</sup> <kbd>x</kbd></p>"),
    (
      "<abbr title=\"A &lt; 'b'\" style=\"x\" onclick='y' id=z>c</abbr>",
      "<p><abbr title=\"A &lt; &#39;b&#39;\">c</abbr></p>"
    ),
    (
      "<details>\n<summary>S</summary>\n\nb *c*\n\n</details>\n\nd",
      "<details><summary>S</summary><p>b <em>c</em></p></details><p>d</p>"
    ),
    ("<details>\n\nb\n\n</details>", "<details><summary>Details</summary><p>b</p></details>"),
    (
      "<table><tr><th scope=col colspan=2>a<td>b</table>",
      "<table><tr><th scope=\"col\" colspan=\"2\">a</th><td>b</td></tr></table>"
    ),
    ("<td>x</td>", "<p>x</p>"),
    ("<ul>x<li>y</ul>", "<ul><li>x</li><li>y</li></ul>"),
    ("<script>alert(1)</script>\n\nb", "<p>b</p>"),
    ("a <script>alert(1)</script> b", "<p>a b</p>"),
    ("a <style>b", "<p>a</p>"),
    (
      "<img src=\"javascript:x\" alt=\"A\"> <img src=x.png width=5 height=\"1e3\" onerror=y>",
      "<p>A <img src=\"x.png\" width=\"5\" alt=\"\"></p>"
    ),
    ("<a href=\"java&#10;script:x\">a</a> <a href=\"/b?c=d&amp;e\">f</a>", "<p>a <a href=\"/b?c=d&amp;e\">f</a></p>"),
    ("[a](javascript:x) [b](data:x) [c](vbscript:x) ![d](data:x)", "<p>a b c d</p>"),
    ("<b>a *b</b> c*", "<p><b>a <em>b</em></b> c</p>"),
    ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>"),
    ("<think> and <EOS>", "<p>&lt;think&gt; and &lt;EOS&gt;</p>"),
    ("a <font color=red>b</font> <!-- c --> d", "<p>a b d</p>"),
    ("<div class=x>\n\na\n\n</div>", "<p>a</p>"),
    ("<pre>a\n  b &lt;</pre>", "<pre><code>a\n  b &lt;</code></pre>"),
    ("a<br>b<hr>c", "<p>a<br>b</p><hr><p>c</p>"),
    ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
    ("<h2 id=x>a</h2>", "<p><strong>a</strong></p>"),
    (
      "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>",
      "<figure><p><img src=\"a.png\" alt=\"b\"></p><figcaption>c</figcaption></figure>"
    ),
  ])
  func rawHTML(source: String, expected: String) {
    #expect(html(source, as: .markdown, role: .block) == expected)
  }

  @Test func warningsNameTheirPlace() {
    let text = "é $x\n+y$ \u{202E}a <font>b</font>\n\n[x](javascript:y) <i onclick=z>k</i>"
    let bytes = Array(text.utf8)
    let rendering = Rendering(text, as: .markdown, role: .block)
    #expect(
      rendering.warnings.map { String(decoding: bytes[$0.offset...].prefix(6), as: UTF8.self) }.first == "\u{202E}a <")
    #expect(rendering.warnings.count == 5)
    #expect(rendering.warnings.filter { $0.message.contains("font") }.allSatisfy { bytes[$0.offset] == 0x3C })
  }

  @Test func entitiesBringNothingForbidden() {
    #expect(
      html("a&#x202E;b &#0; &#xFDD0;0&#xFDD1; &nbsp; &#7; `&#7;`", as: .markdown)
        == "a\u{FFFD}b \u{FFFD} \u{FFFD}0\u{FFFD} \u{A0} \u{FFFD} <code>&amp;#7;</code>")
    #expect(html("a&#x200B;b&shy;c&ZeroWidthSpace;d &#x85; e &amp; &eacute;", as: .markdown) == "abcd e &amp; é")
    #expect(html("a&#x200B;b&shy;c &#x2028; e") == "abc e")
  }

  @Test(arguments: [
    "a *b* **c** `d` $x_1$ “q” – don’t", "\\emph{a \\textbf{b}}c \\textsc{d} 1\\textsuperscript{st}",
    "https://a.b/c_d \\href{https://e.f/(g)}{h *i*} [j](k)", "p one\n\n1. p two\n\n# p - three\n\n+ x\n\n2) y",
    "\\begin{itemize}\\item a\\item b \\begin{enumerate}\\item c\\end{enumerate}\\end{itemize} d",
    "5\" <b> & &lt; |x| \\$5 --",
    "[a+b], \\href{https://a.b}{[x] y}, (z=1)", "\\textbf{(x)}y {\\it a}{\\bf b} $$z$$ a\\\\b",
    "\\texttt{a`b} \\texttt{x_y--z}", "in $0.1\\ $eV and $x \\rightarrow \\ $Spec",
    "100$\\times$200 l\u{27}art `a 'e \"o",
    "\\href{https://a.b}{~~x~~} ~~y~~ \\verb|'e|",
  ])
  func markdownFormIsReadAgain(source: String) {
    let first = Rendering(source, role: .block)
    let second = Rendering(first.markdown, as: .markdown, role: .block)
    #expect(second.plain == first.plain, "\(first.markdown)")
    #expect(second.html == first.html, "\(first.markdown)")
  }

  /// What a Markdown program would take for something else in a formula is spelled otherwise, and reads the same.
  @Test(arguments: [
    ("a $`b$ c", "a $\\lq{}b$ c"), ("$x<y$ $x<1$", "$x\\lt y$ $x<1$"),
    ("$<img src=x onerror=y>$", "${\\lt img src=x onerror=y>}$"),
    ("($\\mathrm{data, criterion is met}$)", "(${\\mathrm{data, criterion is met}}$)"),
    ("$30 FPS$", "${30 FPS}$"), ("$x$2", "$x$&#50;"),
  ])
  func formulasInMarkdown(source: String, expected: String) {
    let first = Rendering(source, role: .block)
    #expect(first.markdown == expected)
    #expect(Rendering(first.markdown, as: .markdown, role: .block).plain == first.plain)
  }

  @Test func aFenceIsLongerThanWhatIsInIt() {
    let first = Rendering("`````\n~~~~\n<b>\n~~~~\n`````", as: .markdown, role: .page)
    #expect(first.markdown == "~~~~~\n~~~~\n<b>\n~~~~\n~~~~~")
  }
}
