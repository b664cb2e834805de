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
  static let venues = ["ICLR 2015", "NeurIPS 2025", "Workshop on Y"]
  static let journals = ["Neurocomputing 568 (2024) 127063", "J. Mach. Learn. Res. 3 (2003) 1137-1155"]
  static let licenses = ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"]
  static let resources = ["https://img.example/a.png", "https://img.example/b.mp4", "/icon.svg"]
  static let words = ["alpha", "beta", "gamma", "delta", "epsilon"]
}

/// Random values of the fields of a record.
enum RandomField {
  typealias Maker = @Sendable (inout SeededRandom) -> FieldValue?

  /// Every field that an edit may change with the values it may get; nil removes it.
  static let makers: KeyValuePairs<String, Maker> = [
    "title": { .text($0.pick(Vocabulary.titles) + " " + $0.pick(Vocabulary.words)) },
    "abstract": { .text($0.pick(Vocabulary.abstracts) + " " + $0.pick(Vocabulary.words)) },
    "summary": { random in random.chance(30) ? nil : .text(random.pick(Vocabulary.summaries)) },
    "text": { random in random.chance(30) ? nil : .text(random.pick(["tex", "markdown", "plain"])) },
    "authors": { random in .list(random.some(of: Vocabulary.people, 0..<5).map { author($0, &random) }) },
    "author_count": { random in random.chance(60) ? nil : .number(random.number(5..<9)) },
    "organization": organization,
    "submitted_by": { $0.chance(60) ? nil : ["name": "akhaliq", "fullname": .text($0.pick(["AK", "A. K."]))] },
    "published": moment,
    "updated": { $0.chance(50) ? nil : moment(&$0) },
    "featured": featured,
    "tags": { .texts($0.some(of: Vocabulary.tags, 0..<4)) },
    "keywords": { $0.chance(40) ? nil : .texts($0.some(of: Vocabulary.keywords, 1..<3)) },
    "links": links,
    "upvotes": { $0.chance(20) ? nil : .number($0.number(0..<4) * 17) },
    "comments": { $0.chance(50) ? nil : .number($0.number(0..<4)) },
    "stars": { $0.chance(50) ? nil : .number($0.number(0..<3000)) },
    "discussion": { $0.chance(50) ? nil : .text("https://forum.example/\($0.number(0..<3))") },
    "thumbnail": { $0.chance(50) ? nil : .text($0.pick(Vocabulary.resources)) },
    "media": { $0.chance(50) ? nil : .texts($0.some(of: Vocabulary.resources, 1..<3)) },
    "venue": { $0.chance(50) ? nil : .text($0.pick(Vocabulary.venues)) },
    "journal_ref": { $0.chance(50) ? nil : .text($0.pick(Vocabulary.journals)) },
    "license": { $0.chance(50) ? nil : .text($0.pick(Vocabulary.licenses)) },
    "versions": versions,
    "withdrawn": { $0.chance(60) ? nil : .flag($0.chance(70)) },
    "aliases": { random in random.chance(50) ? nil : .texts(["old-\(random.number(0..<300))"]) },
    "draft": { $0.chance(60) ? nil : .flag($0.chance(70)) },
  ]

  private static func author(_ name: String, _ random: inout SeededRandom) -> FieldValue {
    guard random.chance(40) else { return .text(name) }
    var fields: SiteDraft.Record = ["name": .text(name)]
    if random.chance(50) { fields["orcid"] = .text(random.pick(Vocabulary.orcids)) }
    if random.chance(50) { fields["affiliation"] = .text(random.pick(Vocabulary.affiliations)) }
    if random.chance(30) { fields["url"] = .text("https://people.example/\(random.number(0..<3))") }
    return .map(fields)
  }

  @Sendable private static func organization(_ random: inout SeededRandom) -> FieldValue? {
    let name = random.pick(Vocabulary.organizations)
    if random.chance(30) { return nil }
    guard random.chance(50) else { return .text(name) }
    var fields: SiteDraft.Record = ["name": .text(name)]
    if random.chance(50) { fields["fullname"] = .text("The \(random.pick(Vocabulary.words)) \(name)") }
    if random.chance(30) { fields["avatar"] = .text(random.pick(Vocabulary.resources)) }
    if random.chance(30) { fields["url"] = "https://org.example/" }
    return .map(fields)
  }

  @Sendable private static func moment(_ random: inout SeededRandom) -> FieldValue? {
    let day = random.pick(Vocabulary.days)
    return .text(random.chance(70) ? day : "\(day)T09:3\(random.number(0..<10)):00Z")
  }

  @Sendable private static func featured(_ random: inout SeededRandom) -> FieldValue? {
    switch random.number(0..<4) {
    case 0: nil
    case 1: .texts(random.some(of: Vocabulary.days, 2..<4))
    default: .text(random.pick(Vocabulary.days))
    }
  }

  @Sendable private static func links(_ random: inout SeededRandom) -> FieldValue? {
    var links: SiteDraft.Record = [:]
    if random.chance(50) { links["code"] = .text("https://github.com/example/r\(random.number(0..<4))") }
    if random.chance(30) { links["project"] = "https://example.org/project" }
    if random.chance(30) { links["doi"] = .text("10.1000/\(random.number(100..<104))") }
    if random.chance(30) { links["slides"] = "https://example.org/slides" }
    if random.chance(20) { links["pdf"] = "https://example.org/paper.pdf" }
    return links.isEmpty ? nil : .map(links)
  }

  @Sendable private static func versions(_ random: inout SeededRandom) -> FieldValue? {
    let count = random.number(0..<4)
    let versions = (0..<count).map { number -> FieldValue in
      ["name": .text("v\(number + 1)"), "date": .text(random.pick(Vocabulary.days))]
    }
    return versions.isEmpty ? nil : .list(versions)
  }
}
