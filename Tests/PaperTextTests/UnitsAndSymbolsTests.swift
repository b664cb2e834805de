import Testing

@testable import PaperText

/// Units, symbols and chemistry in text: the same as in formulas where there is a formula for them.
@Suite struct UnitsAndSymbolsTests {
  @Test(arguments: [
    ("\\SIrange{100}{200}{\\ms} \\SI{6}{\\gram\\per\\square\\meter}.", "100 ms to 200 ms 6 g/m²."),
    ("\\SI{150}{\\degreeCelsius}, \\SI{60}{\\degree} and \\SI{5000}[\\$]{} each", "150 °C, 60° and $5000 each"),
    ("\\qty{3}{\\meter\\per\\second} \\SI[per-mode=power]{2}{\\um}", "3 m/s 2 μm"),
    ("\\num{1e5} \\ang{4;5;6} \\numlist{1;2;3} \\unit[5]{kg}", "1 × 10^5 4°5′6″ 1, 2 and 3 5 kg"),
    ("100~\\micron\\ is 0.02\\textmu m, 3\\um{} or 5\\micro m", "100 μm is 0.02µm, 3μm or 5µm"),
    ("0\\farcs25, 8\\farcm42, 3\\fdg5, 5\\degr, 3\\arcsec", "0.″25, 8.′42, 3.°5, 5°, 3″"),
    ("semide\\fi nite \\Nu, $(R,\\fm)$ and 5\\fm3 \\else", "semidefi nite Nu, (R, fm) and 5.ᵐ3 else"),
    ("\\varGamma \\gtrsim \\textnumero 5 \\quotesinglbase{}a \\textinterrobang", "𝛤 ≳ № 5 ‚a ‽"),
    ("Ond\\ifmmode \\check{r}\\else \\v{r}\\fi{}ej \\ifmmode a\\fi{}b", "Ondřej b"),
    ("\\makebox[1cm]{b} \\raisebox{1ex}[2pt]{c} \\framebox[1cm][l]{d} \\resizebox{1cm}{!}{e}", "b c d e"),
    ("86\\\\% and a\\\\& b, c\\\\_d", "86% and a& b, c_d"),
    ("{\\TeX book} and \\LaTeX or \\TeX{}s", "TeXbook and LaTeX or TeXs"),
    ("Methodology\\hyphen independent \\textcircled{a} \\textcircled{ab}", "Methodology-independent ⓐ ab"),
    ("Adam Kowalczy\\' nski, the speakers\\' notes", "Adam Kowalczyński, the speakers’ notes"),
    ("\\ce{H2O}, \\ce{SO4^2-} and \\ce", "H2O, SO4^(2−) and ce"),
    ("\\SI{5} \\num \\ours \\and \\R", "5 num ours and R"),
  ])
  func inText(source: String, expected: String) {
    #expect(plain(source) == expected)
  }

  @Test func chemistryIsAFormula() {
    #expect(
      html("\\ce{H2O} \\num{1e5}") == "<code class=\"math\">\\ce{H2O}</code> <code class=\"math\">\\num{1e5}</code>")
    #expect(html("\\texttt{\\num{1e5}}") == "<code>1 × 10^5</code>")
  }
}
