/// Changes of what is said of tags, organizations and authors.
enum TermEdits {
  static let all: KeyValuePairs<String, SiteEdit> = [
    "define a tag": { define("tags", Vocabulary.tags, &$0, &$1) },
    "define an organization": { define("orgs", Vocabulary.organizations, &$0, &$1) },
    "define an author": { define("authors", Vocabulary.people, &$0, &$1) },
    "forget a tag": { forget("tags", &$0, &$1) },
    "forget an organization": { forget("orgs", &$0, &$1) },
    "forget an author": { forget("authors", &$0, &$1) },
  ]

  private static func define(
    _ file: String, _ names: [String], _ site: inout SiteDraft, _ random: inout SeededRandom
  ) {
    var fields: SiteDraft.Record = [:]
    if random.chance(60) { fields["title"] = .text("The \(random.pick(Vocabulary.words))") }
    if random.chance(60) { fields["description"] = .text("About \(random.pick(Vocabulary.words)).") }
    if random.chance(20) { fields["slug"] = .text("\(random.pick(Vocabulary.words))-\(random.number(0..<9))") }
    if random.chance(30) { fields["aliases"] = .texts([random.pick(names)]) }
    if file != "tags", random.chance(30) { fields["avatar"] = .text("/\(random.pick(Vocabulary.words)).png") }
    if file != "tags", random.chance(30) { fields["url"] = .text("https://\(random.pick(Vocabulary.words)).example/") }
    if file == "authors", random.chance(50) { fields["orcid"] = .text(random.pick(Vocabulary.orcids)) }
    if file == "authors", random.chance(50) { fields["affiliation"] = .text(random.pick(Vocabulary.affiliations)) }
    site.terms[file]?[random.pick(names)] = .map(fields)
  }

  private static func forget(_ file: String, _ site: inout SiteDraft, _ random: inout SeededRandom) {
    guard let name = site.terms[file]?.keys.sorted().randomElement(using: &random) else { return }
    site.terms[file]?[name] = nil
  }
}

/// Changes of free pages.
enum PageEdits {
  static let all: KeyValuePairs<String, SiteEdit> = [
    "write a page": { site, random in
      var matter: SiteDraft.Record = ["title": .text("Page \(random.pick(Vocabulary.words))")]
      if random.chance(40) { matter["description"] = .text("Of \(random.pick(Vocabulary.words)).") }
      if random.chance(40) { matter["weight"] = .number(random.number(-2..<3)) }
      if random.chance(50) { matter["menu"] = .flag(random.chance(60)) }
      if random.chance(20) { matter["draft"] = true }
      site.pages[random.pick(["about.md", "submit.md", "manual/index.md", "manual/use.md"])] =
        (matter, random.pick(Vocabulary.abstracts))
    },
    "delete a page": { site, random in
      if let path = site.pages.keys.sorted().randomElement(using: &random) { site.pages[path] = nil }
    },
    "rename a page": { site, random in
      guard let path = site.pages.keys.sorted().randomElement(using: &random) else { return }
      site.pages["page-\(site.made).md"] = site.pages.removeValue(forKey: path)
      site.made += 1
    },
  ]
}

/// Changes of site.yml and of the command line.
enum SettingEdits {
  static let all: KeyValuePairs<String, SiteEdit> = [
    "change the title": { $0.settings["title"] = .text("Papers \($1.pick(Vocabulary.words))") },
    "change the tagline": { $0.settings["tagline"] = $1.chance(40) ? nil : .text($1.pick(Vocabulary.words)) },
    "change the description": {
      $0.settings["description"] = $1.chance(40) ? nil : .text($1.pick(Vocabulary.summaries))
    },
    "change the language": { $0.settings["language"] = .text($1.pick(["en", "pt-BR"])) },
    "change the address": { $0.settings["base_url"] = .text($1.pick(["https://a.example/", "https://b.example/x/"])) },
    "override the address": { $0.baseURL = $1.chance(50) ? nil : "https://preview.example/p/" },
    "change the page size": { $0.settings["listing"] = ["page_size": .number($1.number(1..<6))] },
    "change params": { $0.settings["params"] = ["word": .text($1.pick(Vocabulary.words)), "list": [1, 2]] },
    "change the theme": { $0.settings["theme"] = .text($1.pick(["mine", "mine", "default"])) },
    "switch drafts": { $0.includesDrafts = $1.chance(50) },
    "change feeds": changeFeeds,
    "change the least papers": { site, random in
      let least: FieldValue = random.chance(20) ? false : ["min_papers": .number(random.number(1..<4))]
      site.outputs[random.pick(["authors", "organizations"])] = least
    },
    "switch an output": { site, random in
      let names = ["weeks", "months", "years", "archive", "trending", "tags", "code", "linksets", "search", "sitemap"]
      site.outputs[random.pick(names)] = .flag(random.chance(60))
    },
    "switch a group of outputs": { site, random in
      let (group, names) = random.pick(groups)
      let switches = random.some(of: names, 0..<names.count + 1).map { ($0, FieldValue.flag(random.chance(60))) }
      site.outputs[group] = .map(Dictionary(switches) { $1 })
    },
  ]

  private static let groups: [(String, [String])] = [
    ("citations", ["papers", "listings", "site"]), ("api", ["papers", "days", "dump"]),
    ("markdown", ["papers", "listings", "pages", "llms"]), ("redirects", ["file", "aliases", "versions", "abs"]),
  ]

  @Sendable private static func changeFeeds(_ site: inout SiteDraft, _ random: inout SeededRandom) {
    var feeds: SiteDraft.Record = ["limit": .number(random.number(1..<6))]
    for name in ["rss", "atom", "json"] where random.chance(30) { feeds[name] = .flag(random.chance(50)) }
    if random.chance(20) { feeds["hub"] = "https://hub.example/" }
    let listings = ["home", "trending", "code", "digest", "tags", "authors", "organizations"]
    if random.chance(30) { feeds["for"] = .texts(random.some(of: listings, 1..<8)) }
    site.outputs["feeds"] = .map(feeds)
  }
}
