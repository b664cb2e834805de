/// What random records are made of: few names, so that papers share them, and every kind of markup.
enum Vocabulary {
  static let days = [
    "1969-12-31", "1970-01-05", "2024-02-29", "2024-12-30", "2025-11-30", "2025-12-28", "2025-12-29", "2025-12-31",
    "2026-01-01", "2026-01-02",
    "2026-01-05", "2026-01-07",
  ]
  static let titles = [
    "Attention with $O(n \\log n)$ Steps", "A \\emph{Very} Plain Title", "Graphs & Trees", "On <Tags> in Titles",
    "Ünïcödé and “Quotes”", "Why It Works", "$\\alpha$-Stable Training", "A Survey of Surveys",
  ]
  static let abstracts = [
    "We prove that $x^2 + y^2 = z^2$ holds.\n\nA second paragraph with \\textbf{bold} text.",
    "Code is at https://github.com/example/code and it runs.",
    "Short.",
    "A long abstract goes on and on. It says a lot, in many words, none of which matter much for this purpose, but "
      + "together they make a text that is longer than three hundred bytes, so that what cuts texts has something to "
      + "cut, which is the point of the whole exercise, as the reader will have guessed by now.",
    "With $$\\int_0^1 f(x)\\,dx$$ and https://example.org/project for details.",
  ]
  static let summaries = ["In short: yes.", "A $k$-fold gain.", "It is \\emph{fast}.", "Two sentences. Here."]
  static let people = [
    "Ada Lovelace", "Grace Hopper", "Alan Turing", "Émilie du Châtelet", "Kurt Gödel", "Li Wei", "Sofia Kovalevskaya",
    "J. v. Neumann",
  ]
  static let orcids = ["0000-0002-1825-0097", "0000-0001-5109-3700"]
  static let affiliations = ["Yale University", "University of X", "Institute of Y"]
  static let organizations = ["openai", "deepmind", "Freie Universität", "uc-berkeley"]
  static let tags = ["cs.CL", "cs.LG", "attention", "Vision", "math.CO", "rl", "Überblick"]
  static let keywords = ["transformer", "graph", "proof", "speed"]
  /// Values of plain texts by the names of their fields.
  static let lines = [
    "venue": ["ICLR 2015", "NeurIPS 2025", "Workshop on Y"],
    "journal_ref": ["Neurocomputing 568 (2024) 127063", "J. Mach. Learn. Res. 3 (2003) 1137-1155"],
    "license": ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
  ]
  static let resources = ["https://img.example/a.png", "https://img.example/b.mp4", "/icon.svg"]
  static let words = ["alpha", "beta", "gamma", "delta", "epsilon"]
}
