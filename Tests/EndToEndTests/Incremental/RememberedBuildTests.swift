import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is remembered of the last build is not always what the output folder holds.
@Suite struct RememberedBuildTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture()
    for number in 0..<30 { try write(number) }
  }

  private func write(_ number: Int, _ text: String = "Text.") throws {
    try site.write(
      #"{"id": "p\#(number)", "title": "T\#(number)", "abstract": "\#(text)", "published": "2026-01-07"}"#,
      to: "content/papers/\(number).json")
  }

  /// Builds from nothing beside the site.
  private func cleanTree() throws -> [String: Data] {
    let other = try SiteFixture()
    for number in 0..<40 {
      if let text = site.read("content/papers/\(number).json") {
        try other.write(text, to: "content/papers/\(number).json")
      }
    }
    try other.build()
    return other.tree()
  }

  @Test func aPageIsMendedThoughItsTimeWasSetBack() throws {
    try site.build()
    let clean = site.tree()
    let page = "\(site.path)/public/papers/p3/index.html"
    var status = stat()
    try #require(stat(page, &status) == 0)
    // Once looked at with all sources as they were, once with another paper edited.
    for text in ["Text.", "Edited."] {
      try write(7, text)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: page))
      try file.seek(toOffset: 100)
      try file.write(contentsOf: Data("#".utf8))
      try file.close()
      var times = [status.st_atim, status.st_mtim]
      try #require(utimensat(AT_FDCWD, page, &times, 0) == 0)
      try site.build()
      #expect(site.tree()["papers/p3/index.html"] == clean["papers/p3/index.html"])
    }
    #expect(try cleanTree() == site.tree())
  }

  @Test func sitesDontTakeEachOthersMemoryForTheirs() throws {
    let other = try SiteFixture([
      "content/papers/a.json": #"{"id":"a","title":"A","abstract":"B","published":"2026-01-07"}"#
    ])
    let cache = "\(site.path)/cache"
    try site.write("---\ntitle: About\n---\nText.\n", to: "content/pages/about.md")
    try site.build("--cache-dir", cache)
    try other.write("by hand", to: "public/about/index.html")
    try other.build("--cache-dir", cache)
    #expect(other.read("public/about/index.html") == "by hand")
    try site.remove("content/pages/about.md")
    try site.build("--cache-dir", cache)
    #expect(site.read("public/about/index.html") == nil)
  }

  /// After a loss of power files may be there without their bytes.
  @Test(arguments: [
    ["manifest", "files"], ["manifest", "journal"], ["files"], ["journal"], ["manifest", "files", "journal"],
  ])
  func emptyFilesMeanThatNothingIsRemembered(names: [String]) throws {
    try site.build()
    for name in names { try site.write("", to: ".sitegen/\(name)") }
    try write(3, "Edited.")
    try write(31)
    #expect(try site.build().status == 0)
    #expect(try cleanTree() == site.tree())
    try write(4, "Edited.")
    try site.build()
    for name in ["manifest", "files"] { #expect(site.read(".sitegen/\(name)")?.isEmpty == false) }
    #expect(try cleanTree() == site.tree())
  }

  @Test func aBuildThatRemembersNothingIsNoStranger() throws {
    try site.build()
    try write(31)
    try site.remove("content/papers/5.json")
    try site.build("--no-cache")
    try write(31, "Edited.")
    try site.remove("content/papers/6.json")
    #expect(try site.build().status == 0)
    #expect(try cleanTree() == site.tree())
    #expect(try SiteFixture().build("--no-cache").status == 0)
  }
}
