import Testing

@testable import PaperText

@Suite struct MarkupTests {
  @Test(arguments: [
    ("\\emph{a} \\textit{b} {\\it c} {\\em d}e", "<em>a</em> <em>b</em> <em>c</em> <em>d</em>e"),
    ("\\textbf{a} {\\bf b} {\\bfseries c}", "<strong>a</strong> <strong>b</strong> <strong>c</strong>"),
    ("\\texttt{a--b 'x'} {\\tt c}", "<code>a--b &#39;x&#39;</code> <code>c</code>"),
    ("\\textsc{FastCuRL}", "<span class=\"tex-smallcaps\">FastCuRL</span>"),
    ("\\underline{a}\\uline{b} \\sout{c}", "<u>a</u><u>b</u> <s>c</s>"),
    ("PM\\textsuperscript{4} mAP\\textsubscript{50}", "PM<sup>4</sup> mAP<sub>50</sub>"),
    ("\\textbf{\\textsc{JustAsk}}", "<strong><span class=\"tex-smallcaps\">JustAsk</span></strong>"),
    ("\\textbf{We \\emph{out} x}", "<strong>We <em>out</em> x</strong>"),
    ("{\\bf a \\it b} c", "<strong>a </strong><em>b</em> c"),
    ("{\\it a {\\rm b} \\rm c}", "<em>a b </em>c"),
    ("\\it{Rev} x", "<em>Rev</em> x"),
    ("{\\bf104}, \\textbf{} x{\\bf }y", "<strong>104</strong>, xy"),
    ("{\\large F}aster \\noindent x", "Faster x"),
    ("\\textcolor{red}{a} \\mbox{b} \\textrm{c} {\\color{blue}d}", "a b c d"),
    ("\\color{inkD}ecoupled \\color{inkDDT}) \\color{Red}x \\color{ab_cD}y", "Decoupled DDT) x y"),
    ("\\textbf a b", "<strong>a</strong> b"),
    ("our \\ours, \\method{} and \\MC\\ adm \\foo{bar} \\x{}y", "our ours, method and MC adm bar xy"),
    ("\\eg text, \\ie, \\etal. show \\etc.", "e.g. text, i.e., et al. show etc."),
    ("\\ion{Fe}{ix} \\SI{25}{nm} \\ang{90} \\ding{182}", "Fe\u{A0}IX 25 nm 90° ❶"),
    ("\\enquote{a} \\verb|x_y| \\LaTeX{} x", "“a” <code>x_y</code> LaTeX x"),
    ("a\\footnote{See \\emph{b}.} c. \\footnote{}d", "a (See <em>b</em>.) c. d"),
    ("as \\cite{k} and~\\citep[p.~5]{a,b}, (\\cite{x}) [\\ref{y}] \\label{z}.", "as and,."),
    ("\\newcommand{\\kk}{\\mathbf k} \\def\\FL#1{\\lfloor #1} We", "We"),
    ("$a$ 36^\\circ and 0\\degree 6{\\deg}", "<code class=\"math\">a</code> 36° and 0° 6°"),
    ("rH**(-2) x^2 file_name snake", "rH**(-2) x^2 file_name snake"),
    ("M_\\odot 10^{-3}", "M<code class=\"math\">_\\odot</code> 10<code class=\"math\">^{-3}</code>"),
    ("GL(V)\\times GL(W) x \\in K", "GL(V)× GL(W) x ∈ K"),
    ("a} b {c", "a b c"),
    ("trailing \\", "trailing"),
  ])
  func commands(source: String, expected: String) {
    #expect(html(source) == expected)
  }

  @Test(arguments: [
    ("one\ntwo\n  three\nfour", "<p>one two</p><p>three four</p>"),
    ("one\n\ntwo", "<p>one</p><p>two</p>"),
    ("\\textbf{one\n\ntwo} x", "<p><strong>one</strong></p><p><strong>two</strong> x</p>"),
    ("a\\\\ b \\newline c\\\\[1mm]d", "<p>a<br>b<br>c<br>d</p>"),
    ("(1) a\n(2) b\n- c", "<p>(1) a (2) b - c</p>"),
    (
      "x: \\begin{itemize}\\item a \\item {\\em b} c\\end{itemize} after",
      "<p>x:</p><ul><li>a</li><li><em>b</em> c</li></ul><p>after</p>"
    ),
    ("\\begin{enumerate}[(i)] \\item a \\end{enumerate}", "<ol><li>a</li></ol>"),
    ("\\begin{center}a\\end{center}b", "<p>a</p><p>b</p>"),
    ("a\\\\\n\nb \\\\", "<p>a</p><p>b</p>"),
    ("a \\par b", "<p>a</p><p>b</p>"),
    ("", ""), ("  \n ", ""),
    ("a $$x$$ b", "<p>a <code class=\"math display\">x</code> b</p>"),
  ])
  func blocks(source: String, expected: String) {
    #expect(html(source, role: .block) == expected)
  }

  @Test func titleHasNoBlocks() {
    #expect(
      html("a\n  b\\\\c \\begin{itemize}\\item d\\item e\\end{itemize} $$x$$")
        == "a b c • d • e <code class=\"math\">x</code>")
  }
}
