import ByteText
import Testing

@testable import Papers

@Test func everyFieldIsRead() async throws {
  let record = """
    {"id": "math/0309136v2", "title": " A  title ", "abstract": "An abstract.", "text": "plain",
     "authors": ["Ada  Lovelace", {"name": "Alan Turing", "orcid": "https://orcid.org/0000-0002-1825-0097",
       "affiliation": "King's\\n College", "url": "https://turing.example"}], "author_count": 5,
     "organization": {"name": "org", "fullname": "The Org", "avatar": "images/o.png", "url": "https://org.example"},
     "published": "2003-09-08T12:00:00Z", "updated": "2004-01-01", "featured": ["2026-01-07", "2026-01-05", "2026-01-07"],
     "tags": ["cs.CL", "math.AG"], "keywords": ["k", ""], "summary": "Short.",
     "links": {"video": "https://v.example", "code": "github.com/o/r", "slides": "https://s.example", "doi": "10.1000/182"},
     "upvotes": 7, "comments": 0, "stars": 12, "discussion": "https://d.example", "submitted_by": "someone",
     "thumbnail": "a.png", "media": ["https://m.example/a.mp4", "b.webm"], "venue": "ICML", "journal_ref": "J 1",
     "license": "CC BY", "versions": ["v1", {"name": "v2", "date": "2004-01-01"}], "withdrawn": true,
     "aliases": ["old/id"], "draft": false}
    """
  let (store, warnings) = try await TemporarySite(["content/papers/a.json": record]).load()
  let paper = try #require(store.papers.first)
  #expect(warnings.isEmpty)
  #expect(store.string(paper.id) == "math/0309136v2")
  #expect(store.string(paper.arXivID) == "math/0309136")
  #expect(store.string(paper.doi) == "10.1000/182")
  #expect(paper.format == .plain)
  #expect(store.string(paper.title.source) == "A  title")
  #expect(store.string(paper.abstract.source) == "An abstract.")
  #expect(store.string(paper.summary.source) == "Short.")
  #expect(store.authors(paper).last == "Alan Turing")
  let turing = store.authorships[1]
  #expect(store.string(turing.orcid) == "0000-0002-1825-0097")
  #expect(store.string(turing.affiliation) == "King's College")
  #expect(store.string(turing.url) == "https://turing.example")
  #expect(paper.authorCount == 5)
  let organization = store.parties[Int(try #require(paper.organization))]
  #expect(store.string(organization.fullname) == "The Org")
  #expect(store.string(organization.avatar) == "images/o.png")
  #expect(paper.published == Moment("2003-09-08T12:00:00Z"))
  #expect(paper.updated == Moment("2004-01-01"))
  #expect(store.days(paper.featured) == ["2026-01-05", "2026-01-07"])
  #expect(store.strings(paper.tags) == ["cs.CL", "math.AG"])
  #expect(store.strings(paper.keywords) == ["k"])
  #expect(
    store.links(paper) == [
      "arxiv https://arxiv.org/abs/math/0309136v2", "pdf https://arxiv.org/pdf/math/0309136v2",
      "doi https://doi.org/10.1000/182", "code https://github.com/o/r", "video https://v.example",
      "slides https://s.example",
    ])
  #expect([paper.upvotes, paper.comments, paper.stars] == [7, 0, 12])
  #expect(store.string(paper.discussion) == "https://d.example")
  #expect(store.string(store.parties[Int(try #require(paper.submittedBy))].name) == "someone")
  #expect(store.string(paper.thumbnail) == "a.png")
  #expect(store.strings(paper.media) == ["https://m.example/a.mp4", "b.webm"])
  #expect([paper.venue, paper.journalRef, paper.license].map(store.string) == ["ICML", "J 1", "CC BY"])
  #expect(store.versions[paper.versions.range].map { store.string($0.name) } == ["v1", "v2"])
  #expect(store.versions.last?.date == Moment("2004-01-01"))
  #expect(paper.isWithdrawn && !paper.isDraft && !paper.isDaily)
  #expect(store.strings(paper.aliases) == ["old/id"])
}

@Test func markdownWithFrontMatter() async throws {
  let text =
    "\u{FEFF}---\r\nid: 2401.00010\r\ntitle: 1984\r\npublished: 2024-01-01\r\ntags: [a]\r\n---\r\n\r\nBody *text*.\r\n"
  let (store, warnings) = try await TemporarySite(["content/papers/x/y.md": text]).load()
  let paper = try #require(store.papers.first)
  #expect(warnings.isEmpty)
  #expect(store.string(paper.id) == "2401.00010")
  #expect(store.string(paper.title.source) == "1984")
  #expect(store.string(paper.abstract.source) == "Body *text*.")
  #expect(paper.format == .markdown)
  #expect(store.days(paper.featured) == ["2024-01-01"])
}

@Test func theAbstractOfAMarkdownFileMayBeAField() async throws {
  let head = "---\nid: a\ntitle: T\npublished: 2024-01-01\ntext: tex\nabstract: |\n  In the\n  fields.\n---\n"
  let store = try await TemporarySite(["content/papers/a.md": head]).load().store
  #expect(store.papers.map(\.format) == [.tex])
  #expect(store.string(store.papers[0].abstract.source) == "In the\nfields.")
  let twice = try TemporarySite(["content/papers/a.md": head + "And below.\n"])
  let messages = await twice.diagnostics()
  #expect(
    messages == [
      "content/papers/a.md:6:11: error: the abstract is given twice: as a field and as the text below the front matter"
    ])
}

@Test func valuesFollowFromOthers() async throws {
  let plain = try await store(of: "")
  #expect(plain.days(plain.papers[0].featured) == ["2024-01-02"])
  #expect(plain.string(plain.papers[0].doi) == "10.48550/arXiv.2401.00001")
  #expect(plain.papers[0].authorCount == 0)
  let own = try await store(of: #""id": "my-paper", "links": {"arxiv": "2401.00002v3"}"#)
  #expect(
    own.links(own.papers[0]) == ["arxiv https://arxiv.org/abs/2401.00002v3", "pdf https://arxiv.org/pdf/2401.00002"])
  #expect(own.string(own.papers[0].arXivID) == "2401.00002")
  let other = try await store(of: #""id": "my-paper", "links": {"pdf": "https://x.example/a.pdf"}"#)
  #expect(other.links(other.papers[0]) == ["pdf https://x.example/a.pdf"])
  #expect(other.papers[0].doi.isEmpty)
}

@Test func nullIsAbsent() async throws {
  let store = try await store(of: #""tags": null, "upvotes": null, "links": {"code": null}, "organization": null"#)
  #expect(store.papers[0].upvotes == nil)
  #expect(store.papers[0].organization == nil)
}

@Test func largeRecords() async throws {
  let names = (0..<3303).map { "\"Author \($0)\"" }.joined(separator: ", ")
  let abstract = String(repeating: "Words and words. ", count: 4000)
  let store = try await store(of: #""id": "hep-th/9401001", "authors": [\#(names)], "abstract": "\#(abstract)""#)
  #expect(store.papers[0].authorCount == 3303)
  #expect(store.authors(store.papers[0]).last == "Author 3302")
  #expect(store.string(store.papers[0].abstract.source).utf8.count == abstract.utf8.count - 1)
}

@Test func textsComeInAllTheirForms() async throws {
  let record = """
    {"id": "a", "title": "The {\\\\it Big} \\u201CIdea\\u201D & more", "abstract": "One $x<y$.\\n\\nTwo: \\\\textbf{bold}.",
     "authors": ["J\\\\\\"urgen Fuchs", "Mark~B. Foo"], "summary": "S", "published": "2024-01-02"}
    """
  let store = try await TemporarySite(["content/papers/a.json": record]).load().store
  let paper = store.papers[0]
  #expect(store.string(paper.title.html) == "The <em>Big</em> “Idea” &amp; more")
  #expect(store.string(paper.title.plain) == "The Big “Idea” & more")
  #expect(store.string(paper.abstract.html).contains("<strong>bold</strong>"))
  #expect(store.string(paper.abstract.plain).hasSuffix("Two: bold."))
  #expect(store.string(paper.summary.plain) == "S")
  #expect(store.authors(paper) == ["Jürgen Fuchs", "Mark B. Foo"])
}

@Test func linksOfTheAbstractFillWhatTheRecordDoesNotSay() async throws {
  let abstract = "Code: https://github.com/o/first and https://github.com/o/second."
  let found = try await store(of: #""id": "a", "abstract": "\#(abstract)""#)
  #expect(found.links(found.papers[0]) == ["code https://github.com/o/first"])
  let given = try await store(of: #""id": "a", "abstract": "\#(abstract)", "links": {"code": "https://x.example"}"#)
  #expect(given.links(given.papers[0]) == ["code https://x.example"])
}
