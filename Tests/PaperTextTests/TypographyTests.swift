import ByteText
import Testing

@testable import PaperText

@Suite struct TypographyTests {
  @Test(arguments: [
    ("``implicit reasoning''", "“implicit reasoning”"),
    ("a ``b `x' c'' d", "a “b ‘x’ c” d"),
    ("''both''", "“both”"),
    ("``both``, and", "“both”, and"),
    ("\"hard negatives\" in", "“hard negatives” in"),
    ("(\"a\")", "(“a”)"),
    ("``a\" b", "“a” b"),
    ("Bourgain's 'word' isn't", "Bourgain’s ‘word’ isn’t"),
    ("AIME'24, AMC'23", "AIME’24, AMC’23"),
    ("the '90s and authors' code", "the ’90s and authors’ code"),
    ("pages 1--5 --- or so", "pages 1–5 — or so"),
    ("S--> X <-- Y ---- -", "S--&gt; X &lt;-- Y ---- -"),
    ("Fig.~3", "Fig.\u{A0}3"),
    ("(~100) and ~4 of", "(~100) and ~4 of"),
    ("27.3\\% \\& \\_ \\$1 \\# \\{x\\}", "27.3% &amp; _ $1 # {x}"),
    ("et al.\\ recently", "et al. recently"),
    ("1\\,600", "1\u{202F}600"),
    ("in\\-vestigate a\\/ b\\@ c", "investigate a b c"),
    ("mAP\\@0.5", "mAP@0.5"),
    ("5\" wide, 35'' field", "5″ wide, 35″ field"),
    ("P=\"a\", \"b\",\"c\" d", "P=“a”, “b”,“c” d"),
    ("`code_x` is", "<code>code_x</code> is"),
    ("a `single' quote", "a ‘single’ quote"),
    ("100% of {braces} stay", "100% of braces stay"),
    ("F&#248;lner &lt;b&gt; \\&gt; &ndash; &unknown; AT&T", "Følner &lt;b&gt; &gt; – &amp;unknown; AT&amp;T"),
    ("<think> a<b & <script>", "&lt;think&gt; a&lt;b &amp; &lt;script&gt;"),
  ])
  func punctuation(source: String, expected: String) {
    #expect(html(source) == expected)
  }

  @Test(arguments: [
    ("\\'etale M\\\"obius \\`a S\\^int \\~n \\=a \\.Z", "étale Möbius à Sînt ñ ā Ż"),
    ("\\'{e} {\\'e} \\' e \\\"{\\i} na\\\"{\\i}ve \\'\\i", "é é é ï naïve í"),
    (
      "\\c{c} \\c c \\v{C}esnavi\\v{c}ius \\u{a} \\H{o} Erd\\H os \\r{a} \\k{a} \\d{a} \\b{b}",
      "ç ç Česnavičius ă ő Erdős å ą ạ ḇ"
    ),
    ("{\\ss} Maa{\\ss} \\o \\O \\l{\\l} {\\L}ukasz \\ae \\oe \\aa", "ß Maaß øØłł Łukasz æœå"),
    ("4--8 {\\AA} and 3 \\AA wide, 2\\AA\\ x", "4–8 Å and 3 Å wide, 2Å x"),
    ("Fl\\o ystad, formul\\ae\\ for, Sierpi{\\'n}ski", "Fløystad, formulæ for, Sierpiński"),
    ("\\'{Elie} \\'{\\^a}", "Élie ấ"),
    ("\\\"quoted\\\" text", "“quoted” text"),
    ("10 {\\mu}m, {\\beta}-VAE, \\b{eta}, \\r{ho}, \\c{opyright}", "10 μm, β-VAE, β, ρ, ©"),
    ("Bird\\u2019s", "Bird’s"),
    ("\\t{oo} \\v{q}", "o\u{361}o q\u{30C}"),
    ("\\'{} \\^{} \\~{}", "’ ^ ~"),
    ("speakers\\' intentions, Fr\\' echet, M\\\" obius, end\\. A", "speakers’ intentions, Fréchet, Möbius, end. A"),
    ("\\b geometric Ond\\v rejov \\v Cech", "b geometric Ondřejov Čech"),
  ])
  func letters(source: String, expected: String) {
    #expect(html(source) == expected)
    #expect(Array(html(source).unicodeScalars) == Array(expected.unicodeScalars))
  }

  /// Astronomers set units like this all the time.
  @Test(arguments: [
    ("at 6$\\,$kpc and 10$\\,\\mu$m", "at 6 kpc and 10 μm"), ("$a$ b$\\ c$, $\\,$d", "a b c, d"),
    ("$\\quad x$ of", "x of"), ("a $\\,x$", "a x"),
  ])
  func spaceAtTheBeginningOfAFormula(source: String, expected: String) {
    #expect(plain(source) == expected)
    var parser = PaperTextParser()
    parser.parse(source.utf8.span, as: .tex, role: .inline)
    for _ in 0..<2 {
      var out = ByteBuffer()
      parser.writePlain(into: &out)
      #expect(String(bytes: out.span) == expected, "without HTML before it")
    }
  }

  @Test func plainTextKeepsNoTies() {
    #expect(plain("Fig.~3 has 1\\,600  things\nand more") == "Fig. 3 has 1 600 things and more")
  }
}
