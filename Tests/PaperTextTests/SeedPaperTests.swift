import Testing

@testable import PaperText

/// The five kinds of dirt in the papers of the demo site.
@Suite struct SeedPaperTests {
  private func block(_ source: String) -> Rendering { Rendering(source, as: .tex, role: .block) }

  @Test func quotes() {
    let text = block("hidden embeddings (termed ``implicit reasoning'') rather than explicit tokens.")
    #expect(text.html == "<p>hidden embeddings (termed “implicit reasoning”) rather than explicit tokens.</p>")
    #expect(text.plain == "hidden embeddings (termed “implicit reasoning”) rather than explicit tokens.")
    #expect(text.tex == "hidden embeddings (termed ``implicit reasoning'') rather than explicit tokens.")
    #expect(text.markdown == "hidden embeddings (termed “implicit reasoning”) rather than explicit tokens.")
  }

  @Test func percent() {
    let text = block("more than a 27.3\\% improvement")
    #expect(text.html == "<p>more than a 27.3% improvement</p>")
    #expect(text.tex == "more than a 27.3\\% improvement")
  }

  @Test func addressBeforeFullStop() {
    let text = block("The code is available at https://aka.ms/icl.")
    #expect(
      text.html
        == "<p>The code is available at <a href=\"https://aka.ms/icl\">https://aka.ms/icl</a>.</p>")
    #expect(text.plain == "The code is available at https://aka.ms/icl.")
    #expect(text.tex == "The code is available at \\href{https://aka.ms/icl}{https://aka.ms/icl}.")
    #expect(text.markdown == "The code is available at <https://aka.ms/icl>.")
  }

  @Test func addressBeforeBraces() {
    let text = block("available on the https://steinate.github.io/logoplanner.github.io/{project page}.")
    let url = "https://steinate.github.io/logoplanner.github.io/"
    #expect(text.html == "<p>available on the <a href=\"\(url)\">\(url)</a> project page.</p>")
    #expect(text.plain == "available on the \(url) project page.")
    #expect(text.links == ["project \(url)"])
  }

  @Test func apostropheBeforeYear() {
    let text = block("(i.e., AIME'24, AMC'23, Minerva)")
    #expect(text.html == "<p>(i.e., AIME’24, AMC’23, Minerva)</p>")
    #expect(text.tex == "(i.e., AIME'24, AMC'23, Minerva)")
  }

  @Test func repository() {
    let text = block("Our code can be found at https://github.com/YinhanHe123/SemCoT/.")
    #expect(text.links == ["code https://github.com/YinhanHe123/SemCoT/"])
    #expect(text.plain.hasSuffix("https://github.com/YinhanHe123/SemCoT/."))
  }
}
