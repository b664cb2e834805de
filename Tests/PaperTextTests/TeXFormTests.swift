import Testing

@testable import PaperText

@Suite struct TeXFormTests {
  @Test(arguments: [
    ("27.3\\% \\& \\_ \\# \\$5 \\{ \\} ~10", "27.3\\% \\& \\_ \\# \\$5 \\{ \\} \\textasciitilde{}10"),
    ("``q'' it's a--b---c Fig.~1", "``q'' it's a--b---c Fig.~1"),
    ("\\emph{a} {\\bf b} \\texttt{c} \\textsc{d}", "\\emph{a} \\textbf{b} \\texttt{c} \\textsc{d}"),
    ("$x_1$ and \\'e \\\"{o}", "$x_1$ and é ö"),
    ("\\href{https://a.b/c_d%20~}{t}", "\\href{https://a.b/c\\_d\\%20\\~{}}{t}"),
    ("a\n\n  b $$y$$", "a b $y$"),
    ("$a}b$ <think>", "a\\}b \\textless{}think\\textgreater{}"),
    ("N --> M $%x$", "N -{}-\\textgreater{} M $\\%x$"),
    ("x \\textbackslash y", "x \\textbackslash{}y"),
  ])
  func escaping(source: String, expected: String) {
    #expect(Rendering(source, role: .block).tex == expected)
  }
}
