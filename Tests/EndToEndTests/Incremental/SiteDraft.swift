/// A small site in memory, as the random edits see it.
struct SiteDraft: Equatable {
  /// The members of a record by name.
  typealias Record = [String: FieldValue]

  /// A file of records.
  struct File: Equatable {
    /// The forms in which records are written.
    enum Form: CaseIterable { case object, array, lines, markdown, daily }

    /// The path below content/papers, without the extension; of a daily file a day.
    var name: String
    var form: Form
    var records: [Record]

    var isFull: Bool { (form == .object || form == .markdown) && !records.isEmpty }
  }

  var settings: [String: FieldValue] = [:]
  var outputs: [String: FieldValue] = [:]
  var files: [File] = []
  /// Definitions by file (tags, orgs, authors) and name.
  var terms: [String: [String: FieldValue]] = ["tags": [:], "orgs": [:], "authors": [:]]
  /// Front matter and text of free pages by path.
  var pages: [String: (matter: Record, text: String)] = [:]
  /// Files of the theme by path below its folder.
  var theme: [String: String] = [:]
  /// Whether drafts are built.
  var includesDrafts = false
  /// An address that replaces the one of the settings.
  var baseURL: String?
  /// How many records were ever made.
  var made = 0

  static func == (left: SiteDraft, right: SiteDraft) -> Bool { left.contents == right.contents }

  /// Every file of the site with its text.
  var contents: [String: String] {
    var contents: [String: String] = [:]
    contents["site.yml"] = FieldValue.yaml(settings.merging(["outputs": .map(outputs)]) { $1 })
    for file in files where !file.records.isEmpty { contents["content/papers/\(file.path)"] = file.text }
    for (name, definitions) in terms where !definitions.isEmpty {
      contents["content/\(name).yml"] = FieldValue.yaml(definitions)
    }
    for (path, page) in pages {
      contents["content/pages/\(path)"] = "---\n\(FieldValue.yaml(page.matter))---\n\(page.text)\n"
    }
    for (path, text) in theme { contents["themes/mine/\(path)"] = text }
    return contents
  }
}

extension SiteDraft.File {
  /// The path below content/papers.
  var path: String {
    switch form {
    case .object, .array, .daily: "\(name).json"
    case .lines: "\(name).jsonl"
    case .markdown: "\(name).md"
    }
  }

  /// The text of the file.
  var text: String {
    switch form {
    case .object: FieldValue.map(records[0]).json
    case .array: "[\n" + records.map { FieldValue.map($0).json }.joined(separator: ",\n") + "\n]\n"
    case .lines: records.map { FieldValue.map($0).json + "\n" }.joined()
    case .markdown: Self.markdown(records[0])
    case .daily: "[\n" + records.map { Self.dailyItem($0).json }.joined(separator: ",\n") + "\n]\n"
    }
  }

  private static func markdown(_ record: SiteDraft.Record) -> String {
    var matter = record
    guard case .text(let body)? = matter.removeValue(forKey: "abstract") else { return "" }
    return "---\n\(FieldValue.yaml(matter))---\n\(body)\n"
  }

  /// The record as the `daily_papers` API gives it; fields that the API doesn't have are left out.
  private static func dailyItem(_ record: SiteDraft.Record) -> FieldValue {
    var paper: SiteDraft.Record = [:]
    let names = [
      "id": "id", "title": "title", "abstract": "summary", "summary": "ai_summary", "keywords": "ai_keywords",
      "upvotes": "upvotes", "stars": "githubStars",
    ]
    for (own, theirs) in names { paper[theirs] = record[own] }
    if case .list(let authors)? = record["authors"] { paper["authors"] = .list(authors.map(dailyAuthor)) }
    if case .text(let day)? = record["published"] { paper["publishedAt"] = .text("\(day.prefix(10))T00:00:00.000Z") }
    if case .map(let links)? = record["links"] {
      paper["githubRepo"] = links["code"]
      paper["projectPage"] = links["project"]
    }
    var item: SiteDraft.Record = ["paper": .map(paper)]
    item["title"] = record["title"]
    item["numComments"] = record["comments"]
    if case .map(let organization)? = record["organization"] { item["organization"] = .map(organization) }
    return .map(item)
  }

  private static func dailyAuthor(_ author: FieldValue) -> FieldValue {
    guard case .map(let fields) = author, let name = fields["name"] else { return ["name": author] }
    return ["name": name]
  }
}
