import ByteText
import Testing

@testable import Papers

private let good = #""id": "a", "title": "T", "abstract": "A", "published": "2024-01-02""#

/// What is said about one record in JSON, without its path.
private func messages(_ record: String) async throws -> [String] {
  try await TemporarySite(["content/papers/a.json": record]).diagnostics().map {
    String($0.dropFirst("content/papers/a.json:".count))
  }
}

@Test(arguments: [
  (#"{"title": "T", "abstract": "A", "published": "2024-01-02"}"#, "1:1: error: the record has no `id`"),
  (#"{"id": "a", "abstract": "A", "published": "2024-01-02"}"#, "1:1: error: the record has no `title`"),
  (#"{"id": "a", "title": "T", "published": "2024-01-02"}"#, "1:1: error: the record has no `abstract`"),
  (#"{"id": "a", "title": " ", "abstract": "A", "published": "2024-01-02"}"#, "1:22: error: `title` is empty"),
  (
    #"{"id": "a", "title": "T", "abstract": "A"}"#,
    "1:1: error: the record has neither `featured` nor `published`, so no day can show it"
  ),
  (#"[1]"#, "1:2: error: the whole text must be an object: a record, not an integer"),
])
func missingFields(_ record: String, _ message: String) async throws {
  #expect(try await messages(record) == [message])
}

@Test(arguments: [
  (#""updated": "2026-02-29""#, "error: `updated` is not a date: \"2026-02-29\""),
  (#""featured": ["2026-01-07", "2026-13-07"]"#, "error: `featured[1]` is not a date: \"2026-13-07\""),
  (#""featured": 20260107"#, "error: `featured` must be a string, not an integer"),
  (#""tags": "cs.CL""#, "error: `tags` must be an array of strings, not a string"),
  (#""tags": ["a", {}]"#, "error: `tags[1]` must be a string, not an object"),
  (#""authors": [{"name": 5}]"#, "error: `authors[0].name` must be a string, not an integer"),
  (#""authors": [{"affiliation": "x"}]"#, "error: `authors[0]` has no `name`"),
  (#""authors": [[]]"#, "error: `authors[0]` must be a name, or an object with `name`, not an array"),
  (#""authors": "A""#, "error: `authors` must be an array of names, not a string"),
  (#""upvotes": -1"#, "error: `upvotes` must be between 0 and 2147483647"),
  (#""upvotes": 1.5"#, "error: `upvotes` must be an integer, not a number"),
  (#""comments": "3""#, "error: `comments` must be an integer, not a string"),
  (#""draft": "yes""#, "error: `draft` must be true or false, not a string"),
  (#""text": "html""#, "error: `text` must be `tex`, `markdown` or `plain`, not \"html\""),
  (
    #""links": {"code": "javascript:alert(1)"}"#,
    "error: `links.code` is no address that a page can link to: \"javascript:alert(1)\""
  ),
  (#""links": ["https://a.b"]"#, "error: `links` must be an object of addresses, not an array"),
  (#""links": {"doi": "11.1/x"}"#, "error: `links.doi` is no DOI: \"11.1/x\""),
  (#""discussion": "d.html""#, "error: `discussion` is no address that a page can link to: \"d.html\""),
  (#""aliases": ["../x"]"#, "error: the id \"../x\" may not have `.` or `..` as a part"),
  (#""versions": [{"date": "2024-01-01"}]"#, "error: `versions[0]` has no `name`"),
  (#""upvote": 3"#, "warning: unknown field `upvote`"),
  (
    #""authors": [{"name": "A", "orcid": "0000-0002-1825-0098"}]"#,
    "warning: \"0000-0002-1825-0098\" is no ORCID iD: the digits or the check character are wrong"
  ),
  (
    #""authors": ["A", "B"], "author_count": 1"#,
    "warning: `author_count` is less than the number of authors that are listed"
  ),
  (#""authors": ["A", "*"]"#, "warning: `authors[1]` is left out: \"*\" is no name"),
])
func wrongFields(_ field: String, _ message: String) async throws {
  let messages = try await messages("{\(good), \(field)}")
  #expect(messages.count == 1)
  #expect(messages.first?.hasSuffix(": " + message) == true, "\(messages)")
}

@Test(arguments: ["..", "/a", "a//b", "a\\u0000b", "a b", ""])
func idsThatMayNotBePaths(_ id: String) async throws {
  let messages = try await messages(#"{"id": "\#(id)", "title": "T", "abstract": "A", "published": "2024-01-02"}"#)
  #expect(messages.count == 1)
  #expect(messages.first?.hasPrefix("1:8: error: the id ") == true)
}

@Test func allErrorsAreToldAtOnce() async throws {
  let site = try TemporarySite([
    "content/papers/a.json": #"{"id": "..", "title": 3, "published": "2024-02-30"}"#,
    "content/papers/b.json": "{",
    "content/papers/c.jsonl": "{\(good)}\n{\(good.replacing("\"a\"", with: "\"c\""))} x\n{\(good)}\n",
    "content/papers/d.md": "---\nid: d\ntitle: [T\n---\nA\n",
    "content/papers/e.md": "---\nid: e\ntitle: T\n",
    "content/papers/f.md": "id: f\n",
    "content/papers/g.md": "---\nid: g\ntitle: T\npublished: 2024-01-01\n---\n",
    "content/papers/h.txt": "x",
  ])
  let messages = await site.diagnostics()
  #expect(
    messages == [
      "content/papers/a.json:1:1: error: the record has no `abstract`",
      "content/papers/a.json:1:8: error: the id \"..\" may not have `.` or `..` as a part",
      "content/papers/a.json:1:23: error: `title` must be a string, not an integer",
      "content/papers/a.json:1:39: error: `published` is not a date: \"2024-02-30\"",
      "content/papers/b.json:1:2: error: the JSON ends before its value does",
      "content/papers/c.jsonl:2:71: error: nothing may follow the JSON value",
      "content/papers/c.jsonl:3:8: error: the id `a` stands twice",
      "content/papers/d.md:4:1: error: this list or mapping in brackets is not closed, or has no comma here",
      "content/papers/e.md:1:1: error: the front matter is not closed",
      "content/papers/f.md:1:1: error: the file does not begin with front matter",
      "content/papers/g.md:2:1: error: the record has no abstract",
      "content/papers/h.txt:1:1: warning: the file is not read: records are in .json, .jsonl and .md files",
    ])
}

@Test func bothPlacesOfARepeatedIdAreNamed() async throws {
  let site = try TemporarySite(["content/papers/a.json": "{\(good)}", "content/papers/b.json": "[\n  {\(good)}]"])
  do {
    _ = try await site.load()
    Issue.record("the id may not stand twice")
  } catch let error as Diagnostics {
    #expect(error.list.map(\.place) == ["content/papers/b.json:2:10"])
    #expect(error.list.first?.notes == [Diagnostic.Note("it stands here first", at: "content/papers/a.json:1:8")])
  }
}

@Test func unknownFieldsAreToldOnce() async throws {
  let lines = (0..<500).map {
    #"{"id": "p\#($0)", "title": "T", "abstract": "A", "published": "2024-01-02", "titel": 1}"#
  }
  let site = try TemporarySite(["content/papers/a.jsonl": lines.joined(separator: "\n")])
  let warnings = try await site.load().warnings
  #expect(warnings.map(\.help) == ["did you mean `title`?"])
  #expect(warnings.first?.notes.map(\.message) == ["and 499 times more in this file"])
}

@Test func invalidUTF8InAnyFile() async throws {
  let site = try TemporarySite()
  let bad = Array("{\(good), \"venue\": \"".utf8) + [0xE9] + Array("\"}".utf8)
  try site.write(bad, to: "content/papers/a.json")
  try site.write(Array("---\nid: m\ntitle: T\npublished: 2024-01-01\n---\nA ".utf8) + [0xE9], to: "content/papers/b.md")
  let messages = await site.diagnostics()
  #expect(
    messages == [
      "content/papers/a.json:1:\(bad.count - 2): error: this byte is not UTF-8",
      "content/papers/b.md:6:3: error: this byte is not UTF-8",
    ])
}

@Test func aFileOfNothingButErrorsEndsEarly() async throws {
  let site = try TemporarySite(["content/papers/a.jsonl": String(repeating: "x\n", count: 5000)])
  let messages = await site.diagnostics()
  #expect(messages.count == 1001)
  #expect(
    messages.last == "content/papers/a.jsonl:1000:2: error: from here on nothing is checked: there are too many errors")
}
