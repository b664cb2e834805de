import Foundation
import Testing

/// Parts of a site that are built apart make the site.
@Suite struct ShardTests {
  @Test(arguments: [2, 3])
  func thePartsTogetherAreTheSite(count: Int) throws {
    let output = try SiteFixture()
    try build(to: output, "whole", "--no-cache")
    let whole = output.tree("whole")
    #expect(whole.count > 1000)
    var union: [String: Data] = [:]
    for number in 1...count {
      try build(
        to: output, "part\(number)", "--cache-dir", "\(output.path)/cache\(number)", "--shard", "\(number)/\(count)")
      let part = output.tree("part\(number)")
      #expect(part.count > whole.count / count - 10)
      union.merge(part) { _, _ in
        Issue.record("two parts have the same file")
        return Data()
      }
    }
    #expect(union == whole)
  }

  @Test func aPartIsKeptFromBuildToBuild() throws {
    let output = try SiteFixture()
    let arguments = ["--cache-dir", "\(output.path)/cache", "--shard", "2/3"]
    try build(to: output, "part", arguments)
    let before = output.tree("part")
    let again = try build(to: output, "part", arguments)
    #expect(again.output.contains(" 0 written, \(before.count) unchanged, 0 removed"))
    #expect(output.tree("part") == before)
  }

  @Test(arguments: ["0/3", "4/3", "1", "1/0", "a/b", "1/2/3", "-1/3"])
  func onlyPartsThatThereAreCanBeBuilt(part: String) throws {
    let run = try SiteFixture().build("--shard=\(part)")
    #expect(run.status == 64)
    #expect(run.errors.contains("--shard takes a part and a count, as 2/5"))
  }

  @discardableResult
  private func build(to output: SiteFixture, _ folder: String, _ arguments: String...) throws -> SiteFixture.Run {
    try build(to: output, folder, arguments)
  }

  @discardableResult
  private func build(to output: SiteFixture, _ folder: String, _ arguments: [String]) throws -> SiteFixture.Run {
    let run = try SiteFixture.run(
      ["build", "--site", Repository.path, "--output", "\(output.path)/\(folder)"] + arguments)
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return run
  }
}
