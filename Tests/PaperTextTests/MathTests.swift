import Testing

@testable import PaperText

@Suite struct MathTests {
  private func math(_ source: String) -> String { "<code class=\"math\">\(source)</code>" }

  @Test func delimiters() {
    #expect(html("a $x$ b \\(y\\) c") == "a \(math("x")) b \(math("y")) c")
    #expect(html("100$\\times$200") == "100\(math("\\times"))200")
    #expect(html("L$^2$M") == "L\(math("^2"))M")
    #expect(html("$ \\alpha $") == math("\\alpha"))
    #expect(html("$K \\mbox{ for $x$ }$.") == math("K \\mbox{ for $x$ }") + ".")
    #expect(
      html("\\begin{equation*} x \\end{equation*} \\begin{cases} a \\end{cases}", role: .block)
        == "<p><code class=\"math display\">x</code> <code class=\"math\">\\begin{cases} a \\end{cases}</code></p>")
    #expect(html("\\[x\\]", role: .block) == "<p><code class=\"math display\">x</code></p>")
    #expect(html("\\ensuremath{x}") == math("x"))
  }

  @Test(arguments: [
    ("($a$). b", "({a).} b"), ("$a$, $b$-means", "{a,} {b-}means"), ("$a$ , b", "a , b"), ("$a$b", "ab"),
    ("$a$&, b", "a&amp;, b"), ("\\emph{$a$}, b", "<em>a</em>, b"),
    ("$\\left( a$, b", "<code class=\"math\">\\left( a</code>, b"),
    ("$a$", "a"), ("$a$?!", "{a?!}"),
  ])
  func punctuationStaysBesideItsFormula(source: String, expected: String) {
    let formula = /<math.*?<annotation [^>]*>(.*?)<\/annotation><\/semantics><\/math>/
    let written = Rendering(source).rawHTML.replacing(formula.dotMatchesNewlines()) { $0.1 }
    #expect(written.replacing("<span class=\"nobr\">", with: "{").replacing("</span>", with: "}") == expected)
  }

  @Test(arguments: [
    "a $42 training cost", "at $200k and $300k of it", "$5-$10", "about $1,000, X", "cost ($/1k queries)",
    "$1.61/hour versus 5GB and $0.16/hour", "$132 million in 2014 to about US$155 million",
    "Fee: $30/seat/month (e.g., 5 seats = $1800/year).", "Plans cost $10–$25 a month.",
    "Budgets from $10^3 to $10^4 dollars.",
    "It costs 35$ or 36$ a day.", "35$ and 36$, or 5$ a day", "$5M to $10M", "$100, $200 and $300", "$5/$10",
    "(~$4 bn to $5 bn)",
    "$0.08) also reduced costs by ($4.2)", "of $.06 per", "~$20.", "1$% for", "in $",
  ])
  func money(source: String) {
    #expect(html(source) == source)
  }

  @Test func textBetweenDollars() {
    #expect(
      html("Sums of $21,500 and $33,800 and $\\frac{1}{2}$")
        == "Sums of $21,500 and $33,800 and \(math("\\frac{1}{2}"))")
    #expect(
      html("35$ and $x$ 100$\\times$200 $1.5\\cdot$10 5$ \\mu$m $10 $GeV")
        == "35$ and \(math("x")) 100\(math("\\times"))200 \(math("1.5\\cdot"))10 5\(math("\\mu"))m \(math("10"))GeV")
    #expect(
      html("forms$ with an automorphism and a derivation, $x$ b")
        == "forms$ with an automorphism and a derivation, \(math("x")) b")
    #expect(
      html("a $Fine-grained Forgery Annotations (FFA)$, $\\textbf{some words in a row}$")
        == "a <em>Fine-grained Forgery Annotations (FFA)</em>, <strong>some words in a row</strong>")
    #expect(html("\\$1 Today or \\$2") == "$1 Today or $2")
    #expect(html("10^{-3}$ x") == "10\(math("^{-3}"))$ x")
    #expect(html("$30 FPS$, $600 Myr$ after") == "\(math("30 FPS")), \(math("600 Myr")) after")
    #expect(html("\\( x") == "( x")
    #expect(html("\\begin{align} x") == "x")
  }
}
