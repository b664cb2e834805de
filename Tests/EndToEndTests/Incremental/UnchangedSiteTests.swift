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

  @Test func aFreshCheckoutWritesNothing() throws {
    try site.build()
    let before = FolderSnapshot(of: "\(site.path)/public")
    for name in ["content/papers/a.json", "content/papers/b.json", "site.yml"] {
      let text = try #require(site.read(name))
      try site.remove(name)
      try site.write(text, to: name)
    }
    let run = try site.build("--verbose")
    #expect(run.output.contains(" 0 written"))
    #expect(!run.errors.contains("papers/a/index.html"))
    #expect(FolderSnapshot(of: "\(site.path)/public").files == before.files)
  }

  @Test func warningsOfOtherFilesAreShownAgain() throws {
    let first = try site.build()
    let record = try #require(site.read("content/papers/b.json"))
    try site.write(record.replacingOccurrences(of: "Text.", with: "Other."), to: "content/papers/b.json")
    let second = try site.build()
    #expect(second.output.contains(" 0 removed") && !second.output.contains(" 0 written"))
    #expect(first.diagnostics.contains { $0.contains("colour") })
    #expect(second.diagnostics == first.diagnostics)
  }

  @Test func whatIsRememberedOfRecordsMayBeLost() throws {
    try site.build()
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(site.path)/.sitegen")
    for name in names where name.hasPrefix("records") { try site.write("damaged", to: ".sitegen/\(name)") }
    #expect(names.contains("records.index"))
    let record = try #require(site.read("content/papers/b.json"))
    try site.write(record.replacingOccurrences(of: "Text.", with: "Other."), to: "content/papers/b.json")
    try site.build()
    let tree = site.tree()
    try site.build("--no-cache", "--output", "\(site.path)/clean")
    #expect(tree == site.tree("clean"))
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

  /// Each output folder is remembered for itself.
  @Test func outputsElsewhereAreRememberedToo() throws {
    try site.build()
    try site.build("--output", "\(site.path)/elsewhere")
    try site.remove("content/papers/a.json")
    try site.build()
    let record = try #require(site.read("content/papers/b.json"))
    try site.write(record.replacingOccurrences(of: "Text.", with: "Other."), to: "content/papers/b.json")
    try site.build()
    let run = try site.build("--output", "\(site.path)/elsewhere", "--verbose")
    #expect(run.errors.contains("papers/b/index.html") && !run.errors.contains("404.html"))
    #expect(site.tree("elsewhere") == site.tree())
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

  /// What most pages are remembered by isn't written again for a few of them, whatever comes on top of it.
  @Test func aFewChangesLeaveTheTableAlone() throws {
    func expectClean(_ step: String) throws {
      try site.build("--no-cache", "--output", "\(site.path)/clean")
      #expect(site.tree() == site.tree("clean"), "\(step)")
      try site.remove("clean")
    }
    for number in 0..<20 { try site.write(record("more-\(number)", "Text."), to: "content/papers/more-\(number).json") }
    try site.build()
    let first = tables
    #expect(first.count == 1)
    for text in ["One.", "Two.", "One."] {
      try site.write(record("more-3", text), to: "content/papers/more-3.json")
      #expect(!(try site.build().output.contains(" 0 written")))
      try expectClean("the abstract is \(text)")
    }
    for id in ["new-1", "new-2"] {
      try site.write(record(id, "New."), to: "content/papers/\(id).json")
      try site.build()
      try site.write(record(id, "Newer."), to: "content/papers/\(id).json")
      try site.build()
      try expectClean("there is \(id)")
    }
    #expect(tables == first)
    try site.remove("content/papers/new-1.json")
    try site.build()
    try expectClean("a paper is gone")
    #expect(tables.count == 1 && Set(tables.keys).isDisjoint(with: first.keys))
  }

  /// When few changes have become many, the table is written again.
  @Test func manyChangesMakeANewTable() throws {
    for number in 0..<120 {
      try site.write(record("more-\(number)", "Text."), to: "content/papers/more-\(number).json")
    }
    try site.build()
    var names = [Set(tables.keys)]
    for start in stride(from: 0, to: 120, by: 20) {
      for number in start..<start + 20 {
        try site.write(record("more-\(number)", "Edited."), to: "content/papers/more-\(number).json")
      }
      try site.build()
      names.append(Set(tables.keys))
    }
    #expect(names[0] == names[1] && names[0].isDisjoint(with: names[6]))
    #expect(names.allSatisfy { $0.count == 1 })
    try site.build("--no-cache", "--output", "\(site.path)/clean")
    #expect(site.tree() == site.tree("clean"))
    #expect(try site.build().output.contains(" 0 written"))
  }

  /// Files that no template renders are looked at in every build; that they are as before is no change.
  @Test func filesOfAThemeAreNoChanges() throws {
    try site.write("title: Files\ntheme: files\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/files/theme.yml")
    for number in 0..<400 { try site.write("file \(number)", to: "themes/files/static/\(number).txt") }
    try site.build()
    let first = tables.keys
    let record = try #require(site.read("content/papers/b.json"))
    try site.write(record.replacingOccurrences(of: "Text.", with: "Other."), to: "content/papers/b.json")
    #expect(!(try site.build().output.contains(" 0 written")))
    #expect(first.count == 1 && tables.keys == first)
  }

  /// The files of tables of outputs that are remembered.
  private var tables: [String: FolderSnapshot.File] {
    FolderSnapshot(of: "\(site.path)/.sitegen").files.filter { $0.key.hasPrefix("outputs-") }
  }

  private func record(_ id: String, _ abstract: String) -> String {
    #"{"id":"\#(id)","title":"T","abstract":"\#(abstract)","published":"2026-01-05","tags":["y"]}"#
  }
}
