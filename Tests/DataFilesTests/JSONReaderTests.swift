import ByteText
import Testing

@testable import DataFiles

@Test func valuesOfEachKind() {
  let (tree, issues) = json(#" {"a": [null, true, false, 1, -2.5, "x", {}, []], "b": {"c": "\u00e9\n\"\\\/"}} "#)
  #expect(issues.isEmpty)
  #expect(
    tree.value
      == .object([
        "a": .array([
          .null, .bool(true), .bool(false), .integer(1), .number(-2.5), .string("x"), .object([:]), .array([]),
        ]),
        "b": .object(["c": .string("é\n\"\\/")]),
      ]))
}

@Test func nodesKnowTheirPlacesAndPaths() throws {
  let (tree, _) = json(#"{"authors": [{"name": "A"}, {"name": "B", "odd key": 1}]}"#)
  let authors = try #require(tree[tree.root, "authors"])
  let second = try #require(tree.elements(of: authors).map { $0 }.last)
  let name = try #require(tree[second, "name"])
  #expect(authors.count == 2)
  #expect(name.range == 37..<40)
  #expect(tree.path(of: name) == "authors[1].name")
  #expect(tree[second, "odd key"].map { tree.path(of: $0) } == #"authors[1]."odd key""#)
  #expect(tree.path(of: tree.root) == "")
  #expect(tree[tree.root, "author"] == nil)
}

@Test(arguments: [
  ("0", Value.integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
  ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
  ("1e3", .number(1000)), ("1.5E-2", .number(0.015)), ("0.1", .number(0.1)),
])
func numbers(_ text: String, _ expected: Value) {
  let (tree, issues) = json(text)
  #expect(issues.isEmpty)
  #expect(tree.value == expected)
}

@Test(arguments: [
  ("", "json/syntax", 0), ("{", "json/syntax", 1), (#"{"a" 1}"#, "json/syntax", 5), (#"{"a": 1,}"#, "json/syntax", 7),
  ("[1 2]", "json/syntax", 3), ("[01]", "json/syntax", 1), ("[1.]", "json/syntax", 1), ("[+1]", "json/syntax", 1),
  ("[-]", "json/syntax", 1), ("[1e]", "json/syntax", 1), ("[.5]", "json/syntax", 1), ("nul", "json/syntax", 0),
  ("[truee]", "json/syntax", 1), ("{a: 1}", "json/syntax", 1), ("['a']", "json/syntax", 1), ("1 2", "json/syntax", 2),
  ("\"a", "json/syntax", 2), ("\"a\nb\"", "json/syntax", 2), ("\"a\tb\"", "json/syntax", 2),
  (#""\x""#, "json/syntax", 1),
  (#""\u12G4""#, "json/syntax", 1), (#"{"a":1,"b":2,"a":3}"#, "json/duplicate-key", 13), ("[1e999]", "json/number", 1),
  ("[1]\u{0}", "json/syntax", 3), ("\"\u{0}\"", "json/syntax", 1), ("[NaN]", "json/syntax", 1),
  ("[1,,2]", "json/syntax", 3),
  ("]", "json/syntax", 0), ("[}", "json/syntax", 1), ("\"\\", "json/syntax", 2),
])
func brokenTexts(_ text: String, _ id: String, _ offset: Int) {
  let issues = json(text).issues
  #expect(issues.first?.id == id)
  #expect(issues.first?.range.lowerBound == offset)
}

@Test func surrogatesInEscapes() {
  let (tree, issues) = json(#"["\ud83d\ude00", "\ud83d", "\udE00x", "\ud83d\u0041"]"#)
  #expect(tree.value == .array([.string("😀"), .string("\u{FFFD}"), .string("\u{FFFD}x"), .string("\u{FFFD}A")]))
  #expect(issues.map(\.severity) == [.warning, .warning, .warning])
  #expect(issues.first?.range == 18..<24)
}

@Test(
  arguments: [
    [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xC3], [0xE2, 0x82], [0x80],
  ] as [[UInt8]])
func invalidUTF8(_ sequence: [UInt8]) {
  let issues = json(Array("[\"ok é 1234567890 ".utf8) + sequence + Array("\"]".utf8)).issues
  #expect(issues.first?.id == "data/utf8")
  #expect(issues.first?.range.lowerBound == 19)
}

@Test func byteOrderMarkAtTheStart() {
  let (tree, issues) = json("\u{FEFF}[1]")
  #expect(issues.isEmpty)
  #expect(tree.value == .array([.integer(1)]))
}

@Test func nestingIsLimited() {
  let allowed = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
  #expect(json(allowed).issues.isEmpty)
  #expect(json("[" + allowed + "]").issues.map(\.message) == ["arrays and objects are nested more than 256 deep"])
  #expect(json(String(repeating: "{\"a\":", count: 1_000_000)).issues.count == 1)
}

@Test func repeatedKeysInLargeObjects() {
  let members = (0..<20_000).map { "\"k\($0)\": \($0)" }
  #expect(json("{" + members.joined(separator: ",") + "}").issues.isEmpty)
  for repeated in [0, 30, 60, 19_999] {
    let issues = json("{" + (members + ["\"k\(repeated)\": 0"]).joined(separator: ",") + "}").issues
    #expect(issues.map(\.id) == ["json/duplicate-key"])
  }
  let nested = (0..<100).map { "\"k\($0)\": {\"k\($0)\": 1}" }
  #expect(json("{" + nested.joined(separator: ",") + "}").issues.isEmpty)
}

@Test func theNumberOfValuesIsLimited() {
  let text =
    [UInt8](repeating: UInt8(ascii: "["), count: 1) + (0..<DataTree.nodeLimit).flatMap { _ in Array("1,".utf8) }
  #expect(json(text).issues.map(\.message) == ["the value has more than 4194304 values"])
}

@Test func elementsOneByOne() {
  let text = #" [ {"a": 1} , 2,{"b":"x,]"} , [3] ] "#
  let (values, issues) = elements(of: text)
  #expect(values == [.object(["a": .integer(1)]), .integer(2), .object(["b": .string("x,]")]), .array([.integer(3)])])
  #expect(issues.isEmpty)
  #expect(elements(of: "[]").values.isEmpty)
  #expect(elements(of: "[]").issues.isEmpty)
}

@Test func readingGoesOnBehindABrokenElement() {
  let text = #"[{"a": 1}, {"b": oops, "c": [1, "]"]}, {"d": "x" "y"}, {"e": 1, "e": 2}, {"f": 6}]"#
  let (values, issues) = elements(of: text)
  #expect(values == [.object(["a": .integer(1)]), .object(["f": .integer(6)])])
  #expect(issues.map(\.range.lowerBound) == [17, 49, 64])
}

@Test(arguments: [
  ("[1,2", 1, 4), ("[1,2] x", 2, 6), ("[1,]", 1, 2), ("[", 0, 1), ("[1 2]", 1, 3), ("[{\"a\": \"]", 0, 9),
])
func brokenArrays(_ text: String, _ values: Int, _ offset: Int) {
  let result = elements(of: text)
  #expect(result.values.count >= values)
  #expect(result.issues.first?.range.lowerBound == offset)
}

@Test func linesAreIndependent() {
  let lines = (1...5000).map { $0 == 4711 ? #"{"n": 4711, "x": }"# : #"{"n": \#($0)}"# }
  let text = FrozenBytes(copying: Array((lines.joined(separator: "\r\n") + "\n\n").utf8).span)
  var reader = JSONReader(text)
  var tree = DataTree()
  var (values, broken) = (0, 0)
  reading: while true {
    switch reader.nextLine(into: &tree) {
    case .value: values += 1
    case .broken: broken += 1
    case .end: break reading
    }
  }
  #expect((values, broken) == (4999, 1))
  let place = reader.issues.map { $0.diagnostic(in: SourceFile(path: "a.jsonl", text: text)).place }
  #expect(place == ["a.jsonl:4711:18"])
}

private func elements(of text: String) -> (values: [Value], issues: [DataIssue]) {
  var reader = JSONReader(FrozenBytes(copying: Array(text.utf8).span))
  var tree = DataTree()
  var values: [Value] = []
  for _ in 0...text.utf8.count {
    switch reader.nextElement(into: &tree) {
    case .value: values.append(tree.value)
    case .broken: continue
    case .end: return (values, reader.issues)
    }
  }
  Issue.record("the reader does not come to an end")
  return (values, reader.issues)
}
