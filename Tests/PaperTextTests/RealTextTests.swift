import ByteText
import TestSupport
import Testing

@testable import PaperText

/// What must hold for every text that an author ever wrote.
@Suite(.enabled(if: SharedData.contains("arxiv"), "\(SharedData.reason)")) struct RealTextTests {
  @Test func samples() throws {
    for sample in try SharedTexts.samples() {
      for (text, format) in [(sample.context, TextFormat.tex), (sample.snippet, .tex), (sample.context, .markdown)] {
        let rendering = Rendering(text, as: format, role: .block)
        #expect(wellFormedness(of: rendering.rawHTML) == nil, "\(text)")
        if format == .tex { check(text, rendering) }
      }
    }
  }

  @Test func records() throws {
    let seed = Random.freshSeed
    let step = Environment.isFull ? 1 : 2500
    print("arXiv records: seed \(seed), every \(step)")
    var signs = Tally()
    for record in try SharedTexts.records(every: step, from: Int(seed % UInt64(step))) {
      for (text, role) in [(record.title, TextRole.inline), (record.abstract, .block)] {
        let rendering = Rendering(text, as: .tex, role: role)
        #expect(wellFormedness(of: rendering.rawHTML) == nil, "\(record.id)")
        check(text, rendering)
        signs.count(rendering.rawHTML)
      }
    }
    print(signs.summary)
    if Environment.isFull { #expect(signs.strayDollars * 1000 <= signs.texts) }
  }

  @Test func summaries() throws {
    for (index, text) in try SharedTexts.summaries().enumerated() where Environment.isFull || index % 100 < 2 {
      let rendering = Rendering(text, as: .daily, role: index % 2 == 0 ? .inline : .block)
      #expect(wellFormedness(of: rendering.rawHTML) == nil)
      check(text, rendering)
    }
  }

  private func check(_ source: String, _ rendering: Rendering) {
    let missing = NaiveReading.words(of: source).filter { !rendering.plain.contains($0) }
    #expect(missing.isEmpty, "\(missing) of \(source)")
    let visible = visibleText(of: rendering.rawHTML)
    if !source.contains("\\textbackslash"), !source.contains("\\backslash") {
      #expect(!visible.contains("\\"), "\(source)")
    }
    // A formula that can't be set may be code in Markdown.
    if !rendering.rawHTML.contains("<code class=\"math\">") {
      let again = Rendering(rendering.markdown, as: .markdown, role: .block)
      #expect(again.plain == rendering.plain, "\(rendering.markdown)")
    }
    #expect(!rendering.plain.contains("\n"))
    #expect(!rendering.plain.contains("  "))
  }
}

/// Counts what is left in visible texts.
private struct Tally {
  var texts = 0
  var formulas = 0
  var fallbacks = 0
  /// Dollars that no digit follows.
  var strayDollars = 0

  mutating func count(_ html: String) {
    texts += 1
    formulas += html.matches(of: /<math/).count
    fallbacks += html.matches(of: /<code class="math/).count
    strayDollars += visibleText(of: html).matches(of: /\$(?!\d)/).count
  }

  var summary: String {
    "\(texts) texts, \(formulas) formulas set, \(fallbacks) shown as their source, \(strayDollars) dollars without a number"
  }
}

/// What a reader sees of HTML, without formulas and their sources.
private func visibleText(of html: String) -> String {
  guard html.contains("<") else { return html }
  return html.replacing(/(?s)<math.*?<\/math>|<code class="math.*?<\/code>/, with: " ")
    .replacing(/<[^>]*>/, with: "")
}
