import ByteText
import Testing

@testable import DataFiles

/// Texts that are large in one way: what is done for each of their parts does not depend on how many there are.
@Suite struct LinearityTests {
  private let large = 50_000

  @Test func pathsCostAsMuchAsTheyAreDeep() throws {
    let members = (0..<large).map { "\"k\($0)\":{\"a\":[0,\($0)]}" }.joined(separator: ",")
    let (tree, issues) = json("{\(members)}")
    #expect(issues.isEmpty)
    let last = try #require(tree.nodes.last)
    #expect(tree.path(of: last) == "k\(large - 1).a[1]")
    #expect(tree.ancestors(of: last).count == 3)
    #expect(tree.path(of: last, withIndices: false) == "k\(large - 1).a[]")
  }

  @Test func longKeysAreCutInPaths() throws {
    let (tree, _) = json(
      "{\"\(String(repeating: "é", count: 100_000))\":[1],\"\(String(repeating: "x", count: 81))\":2}")
    let paths = tree.nodes.map { tree.path(of: $0) }
    #expect(paths[3] == String(repeating: "é", count: 80) + "…[0]")
    #expect(paths[5] == String(repeating: "x", count: 80) + "…")
  }

  /// Each of these has so many mistakes that each must be done with at once.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "\"a\":0", "\"a\":\"\\q\"", "\"b\":\"\\ud800\"", "\"c\":\"\u{1}\"", "\"d\":1e999",
    ]) func manyMistakesAreCounted(member: String)
  {
    let text = "{" + Array(repeating: member, count: large).joined(separator: ",") + "}"
    let issues = json(text).issues
    #expect(issues.count == JSONReader.issueLimit + 1)
    #expect(issues.last?.message.hasSuffix("more mistakes up to here are not shown") == true)
    let file = SourceFile(path: "a", text: FrozenBytes(copying: text.utf8.span))
    #expect(issues.allSatisfy { $0.diagnostic(in: file).line == 1 })
  }

  @Test(.timeLimit(.minutes(1))) func unknownKeysAndTheirPlacesAreFoundAtOnce() {
    let text = "{" + (0..<large).map { "\"titel\($0 % 10)\($0)\": 0" }.joined(separator: ",\n") + "}"
    let (tree, _) = json(text)
    let file = SourceFile(path: "a", text: FrozenBytes(copying: text.utf8.span))
    var last = Diagnostic(.error, "", "", path: "")
    for (key, _) in tree.members(of: tree.root) {
      last = tree.unknownKeyIssue(key, among: ["title", "authors", "abstract"], severity: .warning).diagnostic(in: file)
    }
    #expect(last.line == large)
    #expect(last.message == "unknown field `titel9\(large - 1)`")
  }

  @Test func aMisspeltKeyIsStillSuggested() throws {
    let (tree, _) = json("{\"titel\": 1, \"\(String(repeating: "t", count: 1_000))\": 2}")
    let issues = tree.members(of: tree.root).map { tree.unknownKeyIssue($0.key, among: ["title"], severity: .error) }
    #expect(issues.map(\.help) == ["did you mean `title`?", nil])
  }

  @Test func noMoreThanTheFirstUnknownKeysAreCompared() {
    let (tree, _) = json(
      "{"
        + (0..<1001).map { "\"titl\($0 == 0 || $0 == 1000 ? "" : String($0))\($0 == 1000 ? "x" : "")\":0" }.joined(
          separator: ",") + "}")
    let helps = tree.members(of: tree.root).map {
      tree.unknownKeyIssue($0.key, among: ["title"], severity: .error).help
    }
    #expect(helps.first == "did you mean `title`?")
    #expect(helps.last == .some(nil))
  }

  @Test func textsOfManyMegabytesAreRefused() {
    let text = String(repeating: "a", count: DataTree.textLimit + 1)
    for issues in [json("[\"\(text)\"]").issues, json("[\"\\n\(text)\"]").issues, yaml("- \(text)").issues] {
      #expect(issues.map(\.id) == ["data/size"])
    }
    #expect(json("[\"\(text.dropLast())\"]").issues.isEmpty)
  }
}
