import ByteText
import Testing

@testable import DataFiles

@Test func yamlValuesOfEachKind() {
  let text = """
    # a comment
    title: A "title" with é
    day: 2026-01-07
    yes: no
    empty:
    list: [1, 0x1F, 0o17, 1.5, -.inf, ~, true, 'true', "\\u00e9"]
    folded: >
      two
      lines
    nested:
      - name: a
        n: 007
      - {name: b}
    """
  let (tree, issues) = yaml(text)
  #expect(issues.isEmpty)
  #expect(
    tree.value
      == .object([
        "title": .string("A \"title\" with é"), "day": .string("2026-01-07"), "yes": .string("no"), "empty": .null,
        "list": .array([
          .integer(1), .integer(31), .integer(15), .number(1.5), .number(-.infinity), .null, .bool(true),
          .string("true"), .string("é"),
        ]),
        "folded": .string("two lines\n"),
        "nested": .array([
          .object(["name": .string("a"), "n": .integer(7)]), .object(["name": .string("b")]),
        ]),
      ]))
}

@Test func numbersKeepTheirSource() throws {
  let (tree, _) = yaml("é: x\nid: 2401.00010\n")
  let id = try #require(tree[tree.root, "id"])
  #expect(id.kind == .number)
  #expect(tree.string(id) == "2401.00010")
  #expect(tree.path(of: id) == "id")
}

@Test func emptyYAMLIsNull() {
  for text in ["", "# only a comment\n", "---\n", "\u{FEFF}"] {
    #expect(yaml(text).tree.value == .null)
    #expect(yaml(text).issues.isEmpty)
  }
}

@Test(arguments: [
  ("a: b: c", "yaml/syntax", 4), ("é: 1\nb: [1, 2\n", "yaml/syntax", 15), ("a: 1\na: 2\n", "yaml/duplicate-key", 5),
  ("a: \"x", "yaml/syntax", 3), ("a: 1\n---\nb: 2\n", "yaml/documents", 5), ("? [1]\n: 2\n", "yaml/key", 2),
  ("a: *nothing", "yaml/alias", 3), ("a: !!binary x", "yaml/tag", 3), ("a: &x [*x]", "yaml/alias", 7),
  ("a: \u{1}", "yaml/syntax", 3), ("\tx: 1", "yaml/syntax", 0),
])
func brokenYAML(_ text: String, _ id: String, _ offset: Int) {
  let issues = yaml(text).issues
  #expect(issues.first?.id == id)
  #expect(issues.first?.range.lowerBound == offset)
}

@Test func invalidUTF8InYAML() {
  let issues = yaml(Array("a: é ".utf8) + [0xFF]).issues
  #expect(issues.map(\.id) == ["data/utf8"])
  #expect(issues.first?.range == 6..<7)
}

@Test func explicitTags() {
  let (tree, issues) = yaml("a: !!str 1\nb: !!int \"3\"\nc: ! 4\nd: !!map {}\n")
  #expect(issues.isEmpty)
  #expect(tree.value == .object(["a": .string("1"), "b": .integer(3), "c": .string("4"), "d": .object([:])]))
}

@Test func aliasesAreCopies() throws {
  let (tree, issues) = yaml("a: &x {n: [1, 2]}\nb: *x\nc: [*x, 3]\n")
  let value = Value.object(["n": .array([.integer(1), .integer(2)])])
  #expect(issues.isEmpty)
  #expect(tree.value == .object(["a": value, "b": value, "c": .array([value, .integer(3)])]))
  let second = try #require(tree[tree.root, "c"].flatMap { tree.elements(of: $0).first { _ in true } })
  #expect(tree[second, "n"].map { tree.path(of: $0) } == "c[0].n")
}

@Test func aliasesCannotGrowWithoutLimit() {
  var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  for level in 1..<40 {
    text += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
  }
  #expect(yaml(text).issues.map(\.message) == ["aliases make the text too large"])
}

@Test func yamlNestingIsLimited() {
  #expect(yaml(String(repeating: "[", count: 100_000)).issues.count == 1)
  #expect(yaml(String(repeating: "- ", count: 2000)).issues.map(\.id) == ["yaml/depth"])
}

@Test func partOfAText() throws {
  let text = FrozenBytes(copying: Array("--- junk: [\nkey: é\nend".utf8).span)
  var reader = YAMLReader(text, range: 12..<20)
  var tree = DataTree()
  let isRead = reader.readDocument(into: &tree)
  #expect(isRead)
  let node = try #require(tree[tree.root, "key"])
  #expect(node.range == 17..<19)
  #expect(tree.string(node) == "é")
}
