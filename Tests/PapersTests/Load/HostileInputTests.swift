import ByteText
import Testing

@testable import Papers

private let record = #"""
  {"id": "math/0309136v2", "title": "A \"title\"", "abstract": "An $x$ abstract.", "text": "plain",
   "authors": ["Ada", {"name": "Alan", "orcid": "0000-0002-1825-0097", "affiliation": "K", "url": "https://t.example"}],
   "author_count": 5, "organization": {"name": "org", "avatar": "images/o.png", "url": "https://org.example"},
   "published": "2003-09-08T12:00:00Z", "updated": "2004-01-01", "featured": ["2026-01-07", "2026-01-05"],
   "tags": ["cs.CL"], "summary": "Short.", "links": {"video": "https://v.example", "doi": "10.1000/182"}, "upvotes": 7,
   "versions": ["v1", {"name": "v2", "date": "2004-01-01"}], "withdrawn": true, "aliases": ["old/id"]}
  """#

private let markdown = """
  ---
  id: 2401.00010
  title: "A title"
  authors: &a [Ada, {name: Alan}]
  published: 2024-01-01
  links: {code: github.com/o/r}
  ---
  Body *text* with $x$.
  """

private let daily = #"""
  [{"paper": {"id": "2501.00001", "authors": [{"name": "A B", "hidden": false}], "publishedAt": "2025-01-01T10:00:00.000Z",
    "title": "T", "summary": "S $5", "upvotes": 3, "ai_keywords": ["one"], "githubRepo": "github.com/o/r",
    "organization": {"name": "org", "avatar": "/a.png"}}, "publishedAt": "2025-01-01T05:00:00.000Z", "numComments": 2}]
  """#

private struct Mutator {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  /// The text with some bytes gone, doubled or replaced.
  mutating func mutate(_ text: String) -> [UInt8] {
    let pieces = [
      "", "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "-", "0", "null", "é", "\u{0}", "---\n", "$", "/",
    ]
    var bytes = Array(text.utf8)
    for _ in 0...next(4) {
      let start = next(bytes.count)
      let end = min(bytes.count, start + next(12))
      bytes.replaceSubrange(
        start..<end, with: next(10) == 0 ? [UInt8(next(256))] : Array(pieces[next(pieces.count)].utf8))
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }
}

@Test func brokenFilesNeverTrap() async throws {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var mutator = Mutator(state: seed)
  let site = try TemporarySite()
  for index in 0..<400 {
    try site.write(mutator.mutate(record), to: "content/papers/\(index).json")
    try site.write(mutator.mutate(markdown), to: "content/papers/\(index).md")
    try site.write(mutator.mutate(daily), to: "content/papers/2025-\(10 + index % 3)-\(10 + index % 19).\(index).json")
    try site.write(
      mutator.mutate(record.replacing("\n", with: " ") + "\n" + record), to: "content/papers/\(index).jsonl")
  }
  #expect(await site.diagnostics().count > 100)
}
