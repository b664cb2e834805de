import Foundation
import Testing

/// A site of which no source has changed: nothing is read, and the result is as if everything had been.
@Suite struct UnchangedSiteTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "content/papers/a.json": #"{"id":"a","title":"A","abstract":"Text.","published":"2026-01-06","colour":1}"#,
      "content/papers/b.json": #"{"id":"b","title":"B","abstract":"Text.","published":"2026-01-07","tags":["x"]}"#,
    ])
    // So soon after a change a build believes no times.
    usleep(80_000)
  }

  @Test func nothingIsWrittenAndWarningsAreShownAgain() throws {
    let first = try site.build()
    let before = FolderSnapshot(of: "\(site.path)/public")
    let second = try site.build("--verbose")
    #expect(first.diagnostics.contains { $0.contains("colour") })
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.errors.hasPrefix(first.errors))
    #expect(second.output.contains(" 0 written, \(before.files.count) unchanged, 0 removed"))
    #expect(FolderSnapshot(of: "\(site.path)/public").files == before.files)
  }

  @Test func whatWasDoneToTheOutputIsMended() throws {
    try site.build()
    let clean = site.tree()
    let page = "public/papers/a/index.html"
    let text = try #require(site.read(page))
    let edits: [() throws -> Void] = [
      { try site.write(text + "edited by hand", to: page) },
      { try site.write(text.replacingOccurrences(of: "a", with: "b"), to: page) },
      { try site.remove(page) },
      { try site.remove("public/papers") },
      { try site.remove("public") },
    ]
    for edit in edits {
      usleep(20_000)
      try edit()
      let run = try site.build()
      #expect(!run.output.contains(" 0 written"))
      #expect(site.tree() == clean)
      #expect(try site.build().output.contains(" 0 written"))
    }
  }

  @Test func anotherRequestIsAnotherSite() throws {
    try site.build()
    let clean = site.tree()
    try site.build("--base-url", "https://other.example/")
    #expect(site.tree() != clean)
    try site.build()
    #expect(site.tree() == clean)
    try site.build("--output", "\(site.path)/elsewhere")
    #expect(site.tree("elsewhere") == clean)
  }

  @Test func aFileThatChangedAndChangedBackIsReadAgain() throws {
    try site.build()
    let clean = site.tree()
    let record = try #require(site.read("content/papers/b.json"))
    try site.write(record.replacingOccurrences(of: "\"B\"", with: "\"C\""), to: "content/papers/b.json")
    try site.build()
    #expect(site.tree() != clean)
    try site.write(record, to: "content/papers/b.json")
    try site.build()
    #expect(site.tree() == clean)
  }
}
