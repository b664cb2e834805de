import Foundation
import Testing

/// A machine that builds each commit from a new checkout, with the folders of the last build brought back.
@Suite struct FreshCheckoutTests {
  @Test func onlyWhatChangedIsRendered() throws {
    let papers = (0..<60).map { number in
      (
        path: "content/papers/\(number).json",
        text: #"{"id":"p\#(number)","title":"T\#(number)","abstract":"A.","published":"2026-01-0\#(1 + number % 9)"}"#
      )
    }
    let before = try checkout(papers)
    try before.build()
    try tar("--posix", "-C", before.path, "-cf", "\(before.path)/kept.tar", "public", ".sitegen")

    let edited = papers.map { $0.path.hasSuffix("/7.json") ? ($0.path, $0.text.replacing("A.", with: "B.")) : $0 }
    let after = try checkout(edited)
    try tar("-C", after.path, "-xf", "\(before.path)/kept.tar")
    let run = try after.build("--verbose")
    #expect(run.status == 0)
    let rendered = run.errors.split(separator: "\n").filter { $0.hasPrefix("rendered ") }
    let papersRendered = rendered.filter { $0.contains(" papers/") && $0.contains("/index.html") }
    #expect(papersRendered.count == 1 && papersRendered[0].contains("papers/p7/index.html"))
    #expect(rendered.count < after.tree().count / 4)

    let clean = try checkout(edited)
    try clean.build()
    #expect(after.tree() == clean.tree())
  }

  private func tar(_ arguments: String...) throws {
    #expect(try Command.run("/bin/tar", arguments).status == 0)
  }

  /// A site whose files all have been written just now.
  private func checkout(_ files: [(path: String, text: String)]) throws -> SiteFixture {
    let site = try SiteFixture()
    for file in files { try site.write(file.text, to: file.path) }
    return site
  }
}
