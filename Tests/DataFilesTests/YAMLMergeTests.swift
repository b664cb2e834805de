import ByteText
import Testing

@testable import DataFiles

/// Merge keys: what they give is what PyYAML gives.
@Suite struct YAMLMergeTests {
  private func value(_ text: String) -> Value {
    let (tree, issues) = yaml(text)
    #expect(issues.isEmpty, "\(issues)")
    return tree.value
  }

  private let base = "base: &b {x: 1, y: [2, {z: 3}]}\n"
  private let baseValue = Value.object(["x": .integer(1), "y": .array([.integer(2), .object(["z": .integer(3)])])])

  @Test func membersAreAddedAndOwnOnesCount() {
    let merged = Value.object(["x": .integer(9), "y": .array([.integer(2), .object(["z": .integer(3)])])])
    for own in ["{<<: *b, x: 9}", "{x: 9, <<: *b}", "\n  <<: *b\n  x: 9", "\n  x: 9\n  <<: *b"] {
      #expect(value(base + "a: \(own)\nc: 1") == .object(["base": baseValue, "a": merged, "c": .integer(1)]))
    }
  }

  @Test func ofSeveralMappingsTheFirstCounts() {
    let text = "- &a {x: 1}\n- &b {x: 2, y: 3}\n- {<<: [*a, *b], w: 0}\n- {<<: *b, <<: *a}\n"
    let expected: [Value] = [
      .object(["x": .integer(1)]), .object(["x": .integer(2), "y": .integer(3)]),
      .object(["x": .integer(1), "y": .integer(3), "w": .integer(0)]), .object(["x": .integer(2), "y": .integer(3)]),
    ]
    #expect(value(text) == .array(expected))
  }

  @Test func mergedMappingsCanBeMergedAgain() {
    let text = "- &a {x: 1}\n- &b {<<: *a, y: {<<: *a, v: 2}}\n- {<<: {<<: *b, z: 3}, t: 4}\n- *b"
    let y = Value.object(["x": .integer(1), "v": .integer(2)])
    let b = Value.object(["x": .integer(1), "y": y])
    let last = Value.object(["x": .integer(1), "y": y, "z": .integer(3), "t": .integer(4)])
    #expect(value(text) == .array([.object(["x": .integer(1)]), b, last, b]))
  }

  @Test func mergedMembersHavePaths() throws {
    let (tree, _) = yaml("- &a {x: 1, y: [5]}\n- {w: 0, <<: *a, v: {u: 7}}")
    var paths: [String] = []
    for (key, value) in tree.members(of: tree.elements(of: tree.root).dropFirst().first { _ in true }!) {
      paths += [tree.path(of: key)] + tree.elements(of: value).map { tree.path(of: $0) }
      paths += tree.members(of: value).map { tree.path(of: $0.value) }
    }
    #expect(paths == ["[1].w", "[1].v", "[1].v.u", "[1].x", "[1].y", "[1].y[0]"])
  }

  @Test func manyKeysAreMerged() {
    let members = (0..<200).map { "k\($0): \($0)" }.joined(separator: ", ")
    let (tree, issues) = yaml("- &a {\(members)}\n- {k7: x, <<: *a, k9: y}")
    #expect(issues.isEmpty)
    let merged = tree.elements(of: tree.root).dropFirst().first { _ in true }!
    #expect(merged.count == 200)
    #expect(tree[merged, "k7"].map(tree.string) == "x")
    #expect(tree[merged, "k9"].map(tree.string) == "y")
    #expect(tree[merged, "k199"]?.integer == 199)
  }

  @Test(arguments: ["- {<<: 1}", "- {<<: [{a: 1}, 2]}", "- {<<: x, a: 1}", "<<:"])
  func onlyMappingsCanBeMerged(text: String) {
    #expect(yaml(text).issues.map(\.id) == ["yaml/merge"])
  }

  @Test func aQuotedKeyIsAKeyLikeOthers() {
    #expect(value("'<<': 1") == .object(["<<": .integer(1)]))
  }

  @Test func whatAMergeNamesCannotBeUsed() {
    #expect(yaml("- {<<: &x {a: &y 1}}\n- *x").issues.map(\.id) == ["yaml/alias"])
    #expect(yaml("- {<<: &x {a: &y [1]}, c: 1}\n- [1, 2, 3]\n- *y").issues.map(\.id) == ["yaml/alias"])
  }

  /// Each mapping merges the one before twice, so that copies of copies would double each time.
  @Test func amplificationIsRefused() {
    let members = (0..<100).map { "k\($0): [1, 2, 3, 4, 5, 6, 7, 8, 9]" }.joined(separator: ", ")
    var text = "- &a0 {\(members)}\n"
    for level in 1...200 { text += "- &a\(level) {x\(level): *a\(level - 1), <<: *a\(level - 1)}\n" }
    let (tree, issues) = yaml(text)
    #expect(issues.map(\.id) == ["yaml/alias"])
    #expect(tree.nodes.count < YAMLReader.aliasedNodeLimit * 2)
  }

  /// Mutations of texts with merges: whatever comes out, the tree holds together.
  @Test func brokenMergesLeaveASoundTree() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let parts = [
      "<<: *a", "<<: [*a, *b]", "<<: {x: 1}", "&a", "&b", "*a", "*b", "{", "}", "[", "]", ", ", "x: 1", "y: ", "\n- ",
    ]
    for _ in 0..<5_000 {
      let text = "- &a {x: 1}\n- &b {y: [*a]}\n- " + (0..<8).map { _ in parts.randomElement(using: &numbers)! }.joined()
      let tree = yaml(text).tree
      let isSound = tree.nodes.allSatisfy { $0.parent <= $0.index && tree.path(of: $0).utf8.count < 200 }
      if !isSound { Issue.record("seed \(seed): \(text)") }
      _ = tree.value
    }
  }
}
