/// A day of papers as plain values, the same for every engine. Dates and numbers are formatted ahead where an engine
/// can't do it: that is in its favour.
struct Day {
  struct Paper {
    let number: Int
    var url: String { "/papers/2601.\(10_000 + number)/" }
    var title: String { "Scaling laws for “everything” & then some: paper \(number)" }
    var votes: Int { 1_234 - number }
    var comments: Int { number % 7 }
    var authorCount: Int { 3 + number % 9 }
    var organization: (name: String, url: String)? {
      number % 3 == 0 ? ("A & B Lab \(number)", "/orgs/lab-\(number)/") : nil
    }
    var code: String? { number % 2 == 0 ? "https://github.com/a/b\(number)" : nil }
    var project: String? { number % 5 == 0 ? "https://a.github.io/b\(number)" : nil }
    var pdf: String { "https://arxiv.org/pdf/2601.\(10_000 + number)" }
    var thumbnail: String? { number % 4 == 0 ? "https://cdn.example/thumbnails/2601.\(10_000 + number).png" : nil }
    var coins: String {
      "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft.genre=article&amp;rft.atitle=\(number)\"></span>"
    }
    /// Markup: every engine copies it as it is.
    var abstract: String { "<p>" + String(repeating: Day.sentence, count: 8) + "Paper \(number).</p>" }
  }

  static let sentence =
    "We present a method for the analysis of large language models <em>in the wild</em> &amp; beyond, which improves "
    + "on the state of the art by 3.2 points; "

  let papers = (0..<40).map(Paper.init)
}

func grouped(_ number: Int) -> String {
  number < 1000 ? "\(number)" : "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())"
}

func plural(_ number: Int, _ one: String, _ many: String) -> String { number == 1 ? one : many }
