import ByteText
import Testing

@testable import Search

/// The words of a text, as strings.
func words(of text: String) -> [String] {
  var scanner = WordScanner()
  var words = WordList()
  scanner.scan(text.utf8.span, into: &words)
  return (0..<words.count).map { String(bytes: words[$0]) }
}

@Suite struct WordScannerTests {
  @Test(arguments: [
    ("Attention Is All You Need", ["attention", "is", "all", "you", "need"]),
    ("one,two;three\tfour", ["one", "two", "three", "four"]),
    ("GPT-4", ["gpt", "4", "gpt4"]),
    ("LLaMA2", ["llama2", "llama", "2"]),
    ("Qwen2.5-7B", ["qwen2", "qwen", "2", "5", "7b", "7", "b", "qwen257b"]),
    ("state-of-the-art", ["state", "of", "the", "art", "stateoftheart"]),
    ("Navier–Stokes", ["navier", "stoke", "navierstoke"]),
    ("a--b a- b", ["a", "b", "a", "b"]),
    ("end. Next", ["end", "next"]),
    ("cs.CL", ["cs", "cl", "cscl"]),
    ("snake_case", ["snake", "case", "snakecase"]),
    ("Newton's don’t O'Brien", ["newton", "dont", "obrien"]),
    ("2212.10559", ["2212", "10559", "221210559"]),
    ("a-b-c-d-e-f-g-h", ["a", "b", "c", "d", "e", "f", "abcdef", "g", "h", "gh"]),
    ("-._ '", []), ("", []),
  ])
  func textsAreTakenApart(text: String, expected: [String]) { #expect(words(of: text) == expected) }

  @Test(arguments: [
    ("Émilie du Châtelet", ["emilie", "du", "chatelet"]),
    ("Łukasz Søren Weiß Ærø", ["lukasz", "soren", "weiss", "aero"]),
    ("cafe\u{301}", ["cafe"]),
    ("𝒩 = 4, 𝔽₂, ℝⁿ, 𝜶", ["n", "4", "f2", "f", "2", "rn", "α"]),
    ("ﬁne ＧＰＴ４", ["fine", "gpt4", "gpt", "4"]),
    ("Σίσυφος Ёлка Йод", ["σισυφοσ", "елка", "йод"]),
    ("机器学习 用 AI", ["机器", "器学", "学习", "用", "ai"]),
    ("한국어 テスト", ["한국", "국어", "テス", "スト"]),
    ("\u{FFFD}x\u{0}y", ["x", "y"]),
  ])
  func lettersAreFolded(text: String, expected: [String]) { #expect(words(of: text) == expected) }

  @Test(arguments: [
    ("models", "model"), ("studies", "study"), ("classes", "class"), ("losses", "loss"), ("boxes", "box"),
    ("approaches", "approach"), ("caches", "cache"), ("sizes", "size"), ("bias", "bia"), ("analysis", "analysis"),
    ("corpus", "corpus"), ("loss", "loss"), ("gas", "gas"), ("ties", "tie"), ("gpt4s", "gpt4s"),
  ])
  func pluralsBecomeSingulars(word: String, stem: String) { #expect(words(of: word).first == stem) }

  @Test func overlongWordsAreLeftOut() {
    let longest = String(repeating: "x", count: WordList.longestWord)
    #expect(words(of: "a \(longest) \(longest)x b") == ["a", longest, "b"])
    #expect(words(of: "\(longest)-y") == [longest, "y"])
  }

  @Test func anyBytesAreRead() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0 ... .max, using: &random)
    print("seed \(seed)")
    var state = seed
    for _ in 0..<2000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      var scanner = WordScanner()
      var words = WordList()
      scanner.scan(bytes.span, into: &words)
      #expect((0..<words.count).allSatisfy { words[$0].count > 0 }, "seed \(seed)")
    }
  }
}
