import Testing

@testable import PaperText

/// No text makes a page that is out of proportion to it, and what is left out is said.
@Suite struct LimitTests {
  private static let texts: [(name: String, make: @Sendable (Int) -> String)] = [
    ("short rows", { many("|a", $0) + "|\n" + many("|-", $0) + "|" + many("\n|x", $0) }),
    ("wide heads", { many("|a", $0) + "|\n" + many("|-", $0) + "|" }),
    ("a head without end", { many("|a", $0) }),
    ("headers", { many("<th>", $0) }),
    ("tables in tables", { many("<table><tr><th>", $0) }),
    ("attributes", { size in "<b " + (0..<size).map { "a\($0)=b" }.joined(separator: " ") + ">x" }),
    ("images", { many("![[]()", $0) }),
    ("images without end", { many("![", $0) }),
    ("dollars", { many("$", $0) }),
    ("formulas", { many("$x$ ", $0) }),
    ("addresses", { many("https://(", $0) }),
    ("brackets in addresses", { many("https://a.b/((((", $0) + many("))))", $0) }),
    ("definitions", { "[a]: " + many("x", $0) + "\n\n" + many("[a]", $0) }),
    ("footnotes", { many("[^a] ", $0) + "\n\n[^a]: b [^a]" }),
    ("nested items", { many("- ", $0) + "a" + many("\n", $0) }),
    ("macros", { many("$\\def\\a{xxxxxxxxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\b\\b\\b\\b$ ", $0 / 8) }),
    ("loops", { many("$\\def\\a{\\a\\a}\\a$ ", $0 / 8) }),
    ("struck out", { many("~~a", $0) }),
    ("styles", { many("\\emph{", $0) }),
    ("tags without end", { many("<a b='", $0) }),
  ]

  /// Four times the text is four times the page at most, and a page is at most thirty times its text.
  @Test(arguments: texts.map(\.name)) func growsInProportion(name: String) throws {
    let make = try #require(Self.texts.first { $0.name == name }).make
    for (format, role) in [(TextFormat.markdown, TextRole.page), (.tex, .block)] {
      let sizes = [1_000, 4_000].map { size in
        let source = make(size)
        let text = Rendering(source, as: format, role: role)
        let sum = text.rawHTML.utf8.count + text.plain.utf8.count + text.tex.utf8.count + text.markdown.utf8.count
        #expect(sum < 300_000 + 120 * source.utf8.count, "\(name) as \(format): \(source.utf8.count) gives \(sum)")
        return sum
      }
      #expect(sizes[1] <= 5 * sizes[0] + 300_000, "\(name) as \(format): \(sizes)")
    }
  }

  private static let warned: [(String, String)] = {
    let attributes = (0..<65).map { "a\($0)" }.joined(separator: " ")
    let table = many("|a", 300) + "|\n" + many("|-", 300) + "|" + many("\n|x", 300)
    return [
      (many("![", 501), "images"), (many("- ", 101) + "a", "deep"), (table, "short"),
      ("<b \(attributes)>", "attributes"), (many("$x$ ", 20_000), "formulas"),
    ]
  }()

  @Test(arguments: warned)
  func theWarningNamesItsPlace(source: String, word: String) {
    let warnings = Rendering(source, as: .markdown, role: .page).warnings.filter { $0.message.contains(word) }
    #expect(warnings.count == 1)
    #expect(warnings.allSatisfy { $0.offset <= source.utf8.count })
  }

  @Test func manyFormulasAreShownByTheirSource() {
    let text = Rendering(many("$x$ ", 20_000), role: .block)
    #expect(text.rawHTML.contains("<math>") && text.rawHTML.hasSuffix("<code class=\"math\">x</code></p>"))
    #expect(text.plain == (many("x ", 20_000)).dropLast())
  }
}

private func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
