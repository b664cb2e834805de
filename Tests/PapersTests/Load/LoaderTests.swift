import ByteText
import Foundation
import TestSupport
import Testing

@testable import Papers

@Test func emptyContentLoads() async throws {
  for files in [
    [:], ["site.yml": ""], ["content/papers/.gitkeep": "x"], ["content/papers/a.json": " \n[ ]\n"],
    ["content/papers/a.jsonl": "\n\n"], ["content/papers/a.jsonl": ""],
  ] {
    let (store, warnings) = try await TemporarySite(files).load()
    #expect(store.papers.isEmpty && warnings.isEmpty)
  }
}

@Test func recordsAreOrderedByTheBytesOfTheirIds() async throws {
  let ids = ["b", "a/b", "2401.00001", "a.b", "a", "2401.0000", "B", "2401.00001v2"]
  let site = try TemporarySite()
  for (index, id) in ids.enumerated() {
    let record = #"{"id": "\#(id)", "title": "T", "abstract": "A", "published": "2024-01-02"}"#
    try site.write(Array(record.utf8), to: "content/papers/\(index % 3)/\(index).json")
  }
  let store = try await site.load().store
  #expect(
    store.papers.map { store.string($0.id) }
      == ["2401.0000", "2401.00001", "2401.00001v2", "B", "a", "a.b", "a/b", "b"])
  #expect(store.papers.map { store.files[Int($0.file)] }.first == "content/papers/2/5.json")
}

// MARK: - The daily_papers API

@Test func anItemWithNothingBesideItsPaperIsOne() async throws {
  let item = #"{"paper": {"id": "2501.00001", "title": "T", "summary": "S"}}"#
  let site = try TemporarySite(["content/papers/2025-01-03.json": "[\(item)]"])
  let store = try await site.load().store
  let paper = try #require(store.papers.first)
  #expect(paper.isDaily && store.string(paper.id) == "2501.00001")
  #expect(paper.comments == nil && paper.submittedBy == nil && paper.thumbnail.isEmpty && paper.media.count == 0)
  #expect(store.days(paper.featured) == ["2025-01-03"])
}

private func dailyItem(_ id: String, upvotes: Int, more: String = "", inPaper: String = "") -> String {
  """
  {"paper": {"id": "\(id)", "authors": [{"_id": "1", "name": "A B", "hidden": false}, {"name": "C", "hidden": true}],
   "publishedAt": "2025-01-01T10:00:00.000Z", "title": "Paper\\n  title", "summary": "It costs $5.",
   "upvotes": \(upvotes) \(inPaper)}, "publishedAt": "2025-01-01T05:00:00.000Z", "title": "Item title", "numComments": 2 \(more)}
  """
}

@Test func daysOfTheAPIAreReadAsTheyAre() async throws {
  let more = """
    , "thumbnail": "https://t.example/a.png", "mediaUrls": ["https://m.example/a.mp4"], "unheardOf": {"x": 1},
     "submittedBy": {"name": "reader", "fullname": "A Reader", "avatarUrl": "/avatars/a.svg"}
    """
  let inPaper = """
    , "ai_summary": "Short.", "ai_keywords": ["one", "", "two"], "githubRepo": "github.com/o/r", "projectPage": "javascript:x",
     "githubStars": 9, "discussionId": "abc", "organization": {"name": "org", "fullname": "Org", "avatar": "https://a.example"}
    """
  let item = dailyItem("2501.00001", upvotes: 4, more: more, inPaper: inPaper)
  let site = try TemporarySite(["content/papers/2025-01-02.json": "[\(item)]"])
  let (store, warnings) = try await site.load()
  let paper = try #require(store.papers.first)
  #expect(warnings.isEmpty)
  #expect(paper.isDaily && paper.format == .daily)
  #expect(store.days(paper.featured) == ["2025-01-02"])
  #expect(paper.published == Moment("2025-01-01T10:00:00Z"))
  #expect(store.string(paper.title.source) == "Paper\n  title")
  #expect(store.authors(paper) == ["A B", "C"])
  #expect([paper.upvotes, paper.comments, paper.stars] == [4, 2, 9])
  #expect(store.strings(paper.keywords) == ["one", "two"])
  #expect(store.links(paper).last == "code https://github.com/o/r")
  #expect(store.string(paper.discussion) == "https://huggingface.co/papers/2501.00001")
  #expect(store.string(paper.thumbnail) == "https://t.example/a.png")
  #expect(store.strings(paper.media) == ["https://m.example/a.mp4"])
  let submitter = store.parties[Int(try #require(paper.submittedBy))]
  #expect(store.string(submitter.avatar) == "https://huggingface.co/avatars/a.svg")
  let organization = store.parties[Int(try #require(paper.organization))]
  #expect(store.string(organization.url) == "https://huggingface.co/org")
}

@Test func aPaperOfSeveralDaysIsOneRecord() async throws {
  let site = try TemporarySite([
    "content/papers/2025-01-03.json": "[\(dailyItem("2501.00001", upvotes: 8))]",
    "content/papers/2025-01-02.json":
      "[\(dailyItem("2501.00001", upvotes: 4)), \(dailyItem("2501.00002", upvotes: 1))]",
    "content/papers/more/saved.json":
      "[\(dailyItem("2501.00001", upvotes: 6, inPaper: #", "submittedOnDailyAt": "2025-01-01T00:00:00.000Z""#))]",
  ])
  let store = try await site.load().store
  #expect(store.papers.count == 2)
  #expect(store.days(store.papers[0].featured) == ["2025-01-01", "2025-01-02", "2025-01-03"])
  #expect(store.papers[0].upvotes == 8)
}

@Test func whatADayMayNotDo() async throws {
  let item = dailyItem("2501.00001", upvotes: 1)
  let twice = try TemporarySite(["content/papers/2025-01-02.json": "[\(item), \(item)]"])
  #expect(await twice.diagnostics().map { $0.hasSuffix("the id `2501.00001` stands twice") } == [true])
  let later = try TemporarySite([
    "content/papers/2025-01-01.json": "[\(item)]", "content/papers/2025-01-02.json": "[\(item), \(item)]",
  ])
  #expect(await later.diagnostics().map { $0.hasPrefix("content/papers/2025-01-02.json:") } == [true])
  let unknown = try TemporarySite(["content/papers/day.json": "[\(item)]"])
  #expect(await unknown.diagnostics().map { $0.hasSuffix("nothing says which day listed this paper") } == [true])
  let own = #"{"id": "2501.00001", "title": "T", "abstract": "A", "published": "2024-01-02"}"#
  let mixed = try TemporarySite(["content/papers/2025-01-02.json": "[\(item)]", "content/papers/own.json": own])
  #expect(await mixed.diagnostics().map { $0.hasSuffix("the id `2501.00001` stands twice") } == [true])
}

private let days = "hf_daily_papers/hf_daily_papers.tar.zst"

@Test(.enabled(if: SharedData.contains(days), "\(SharedData.reason)"))
func allRealDaysLoadWithoutAnError() async throws {
  let archive = SharedData.folder.appending(path: days).path
  let site = try TemporarySite(["content/papers/x.jsonl": ""])
  let tar = Process()
  tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  tar.arguments = ["tar", "--zstd", "-xf", archive, "-C", "\(site.folder)/content/papers"]
  try tar.run()
  tar.waitUntilExit()
  try #require(tar.terminationStatus == 0)
  let (store, warnings) = try await site.load()
  #expect(warnings.isEmpty)
  #expect(store.papers.count == 7982)
  #expect(Set(store.days).count == 465)
  #expect(store.papers.reduce(0) { $0 + $1.featured.count } == 7984)
}

// MARK: - Chunks and jobs

/// Records of very different lengths, so that lines lie across the borders of parts.
private func manyLines(_ count: Int) -> String {
  (0..<count).map { index in
    let abstract = String(repeating: "word ", count: 20 + index * 7919 % 400)
    return
      #"{"id": "p\#(index)", "title": "T \#(index)", "abstract": "\#(abstract)", "published": "2024-01-02", "odd": 1}"#
  }.joined(separator: "\n")
}

@Test func theNumberOfJobsDoesNotShow() async throws {
  let site = try TemporarySite(["content/papers/a.jsonl": manyLines(6000)])
  for index in 0..<600 {
    let record =
      #"{"id": "q\#(index)", "title": "T", "abstract": "A", "published": "2024-01-02", "tags": ["t\#(index)"]}"#
    try site.write(Array(record.utf8), to: "content/papers/\(index % 7)/\(index).json")
  }
  let (one, warnings) = try await site.load(jobs: 1)
  #expect(one.papers.count == 6600)
  #expect(one.segments.count > 4)
  #expect(warnings.map { $0.notes.map(\.message) } == [["and 5999 times more in this file"]])
  for jobs in [2, 7] {
    let (other, otherWarnings) = try await site.load(jobs: jobs)
    #expect(otherWarnings == warnings)
    #expect(other.segments.map { Fingerprint(of: $0.span) } == one.segments.map { Fingerprint(of: $0.span) })
    #expect(other.papers.map(\.fingerprints) == one.papers.map(\.fingerprints))
    #expect(other.papers.map(\.id) == one.papers.map(\.id))
    #expect(other.papers.map(\.tags) == one.papers.map(\.tags))
    #expect(other.texts == one.texts)
  }
}

@Test func linesAcrossPartsKeepTheirPlaces() async throws {
  var lines = manyLines(6000).split(separator: "\n").map(String.init)
  for index in stride(from: 10, to: 6000, by: 500) { lines[index] = "{\"id\": }" }
  let long = String(repeating: "long ", count: 1_000_000)
  lines[3000] = #"{"id": "long", "title": "T", "abstract": "\#(long)", "published": "2024-01-02"}"#
  let site = try TemporarySite(["content/papers/a.jsonl": lines.joined(separator: "\r\n") + "\r\n"])
  let errors = await site.diagnostics().filter { $0.contains("error") }
  #expect(
    errors
      == stride(from: 10, to: 6000, by: 500).map { "content/papers/a.jsonl:\($0 + 1):8: error: expected a JSON value" })
}

// MARK: - Symbolic links

@Test func symbolicLinksStayInTheSite() async throws {
  let record = #"{"id": "a", "title": "T", "abstract": "A", "published": "2024-01-02"}"#
  let outside = try TemporarySite(["secret.json": record])
  let site = try TemporarySite(["archive/a.json": record, "content/papers/empty.jsonl": ""])
  let papers = "\(site.folder)/content/papers"
  let manager = FileManager.default
  try manager.createSymbolicLink(atPath: "\(papers)/in", withDestinationPath: "../../archive")
  #expect(try await site.load().store.papers.count == 1)
  try manager.createSymbolicLink(atPath: "\(papers)/loop", withDestinationPath: ".")
  try manager.createSymbolicLink(atPath: "\(papers)/nowhere.json", withDestinationPath: "missing.json")
  try manager.createSymbolicLink(atPath: "\(papers)/out.json", withDestinationPath: "\(outside.folder)/secret.json")
  let messages = await site.diagnostics()
  #expect(
    messages == [
      "content/papers/loop:1:1: error: the files of this folder are read already, under another name",
      "content/papers/nowhere.json:1:1: error: the symbolic link leads nowhere",
      "content/papers/out.json:1:1: error: the symbolic link leads out of the site's folder",
    ])
}

@Test func theFolderOfTheRecordsMayNotLeadOutOfTheSite() async throws {
  let outside = try TemporarySite(["a.json": "{}"])
  let site = try TemporarySite(["content/x": ""])
  try FileManager.default.createSymbolicLink(
    atPath: "\(site.folder)/content/papers", withDestinationPath: outside.folder)
  #expect(await site.diagnostics() == ["content/papers:1:1: error: the folder leads out of the site's folder"])
}
