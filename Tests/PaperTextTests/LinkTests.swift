import Testing

@testable import PaperText

@Suite struct LinkTests {
  private func link(_ url: String, _ text: String? = nil) -> String { "<a href=\"\(url)\">\(text ?? url)</a>" }

  @Test func fullStopStaysOutside() {
    #expect(html("at https://aka.ms/icl.") == "at \(link("https://aka.ms/icl")).")
    #expect(html("(see https://a.b/c), or") == "(see \(link("https://a.b/c"))), or")
    #expect(html("https://en.wikipedia.org/wiki/A_(b)!") == link("https://en.wikipedia.org/wiki/A_(b)") + "!")
    #expect(html("[https://a.b/c](https://a.b/c)") == "[\(link("https://a.b/c"))](\(link("https://a.b/c")))")
    #expect(html("``https://a.b/c''") == "“\(link("https://a.b/c"))”")
  }

  @Test func bracesBeginText() {
    #expect(
      html("on the https://steinate.github.io/logoplanner.github.io/{project page}.")
        == "on the \(link("https://steinate.github.io/logoplanner.github.io/")) project page.")
  }

  @Test func escapesInAddresses() {
    #expect(html("https://a.b/x\\_y\\%20z\\~{}u") == link("https://a.b/x_y%20z~u"))
    #expect(html("http://a.edu/$\\sim$me/ x") == link("http://a.edu/~me/") + " x")
    #expect(html("http://a.edu/~me/a--b'c") == link("http://a.edu/~me/a--b&#39;c"))
    #expect(html("\\url{https://a.b/ x_y}") == link("https://a.b/x_y"))
    #expect(html("\\url{github.com/o/r}") == link("https://github.com/o/r", "github.com/o/r"))
    #expect(
      html("\\href{https://a.b/c\\_d}{\\textbf{GitHub}}.") == link("https://a.b/c_d", "<strong>GitHub</strong>") + ".")
    #expect(html("\\href{https://a.b/c_d}{https://a.b/c\\_d}") == link("https://a.b/c_d"))
    #expect(
      html("\\href{https://a.b{t}, https://c.d{u}.} v") == link("https://a.b", "t") + ", " + link("https://c.d")
        + " u. v")
    #expect(html("$\\href{https://a.b}{t}$ x") == link("https://a.b", "t") + " x")
  }

  @Test func hostsWithoutScheme() {
    #expect(html("at github.com/o/r.") == "at \(link("https://github.com/o/r", "github.com/o/r")).")
    #expect(
      html("www.a.org/x, foo-bar.github.io/p") == link("https://www.a.org/x", "www.a.org/x") + ", "
        + link("https://foo-bar.github.io/p", "foo-bar.github.io/p"))
    #expect(html("e.g. x.com and me@github.com/x, v1.0.") == "e.g. x.com and me@github.com/x, v1.0.")
  }

  @Test func onlyHarmlessSchemes() {
    #expect(html("\\href{javascript:alert(1)}{x}") == "x")
    #expect(html("\\href{java\tscript:alert(1)}{x}") == "x")
    #expect(html("\\href{data:text/html,x}{x}") == "x")
    #expect(html("\\href{mailto:a@b.c}{mail}") == link("mailto:a@b.c", "mail"))
    #expect(Rendering("ab \\href{javascript:x}{y}").warnings.map(\.offset) == [8])
    #expect(html("javascript://a.b ftp://a.b/c") == "javascript://a.b ftp://a.b/c")
    #expect(html("https://a.b/\"onclick=x") == link("https://a.b/") + "“onclick=x")
  }

  @Test func kinds() {
    let text = """
      Code: https://github.com/o/r, model https://huggingface.co/o/m, paper https://huggingface.co/papers/1234.5678,
      page https://o.github.io/p and gitlab.com/a/b. Project page: https://x.org/p. Other https://x.org/q.
      \\href{https://y.org}{Project Page} https://github.com/only
      """
    #expect(
      Rendering(text).links == [
        "code https://github.com/o/r", "code https://huggingface.co/o/m",
        "other https://huggingface.co/papers/1234.5678",
        "project https://o.github.io/p", "code https://gitlab.com/a/b", "project https://x.org/p",
        "other https://x.org/q", "project https://y.org", "other https://github.com/only",
      ])
  }

  @Test func formatsWithoutTeX() {
    #expect(html("see https://a.b/c_d. $5 \\x 'y'", as: .plain) == "see \(link("https://a.b/c_d")). $5 \\x &#39;y&#39;")
    #expect(html("27.3\\% of $5 and $6, \\textit{x} 'y'", as: .daily) == "27.3% of $5 and $6, <em>x</em> ‘y’")
  }
}
