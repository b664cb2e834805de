import ByteText
import DataFiles
import Testing

@testable import Papers

private func json(_ store: PaperStore) -> String { String(decoding: store.extra(ofPaper: 0), as: UTF8.self) }

@Test func extraIsKeptAsItIs() async throws {
  let value = #"{"a":[1,2.50,-3e+2,"x\"\\\n\u0001ü",null,true,false,[],{}],"b":{"c.d":{"e":""}},"":"empty"}"#
  let store = try await store(of: "\"extra\": \(value.replacing(",", with: " , ").replacing(":", with: ": "))")
  #expect(json(store) == value)
  #expect(DataTree(json: json(store)) != nil)
}

@Test func extraIsEmptyWhereNothingIsSaid() async throws {
  for value in ["null", "{}"] {
    let store = try await store(of: "\"extra\": \(value)")
    #expect(store.papers[0].extra.isEmpty && store.extra(ofPaper: 0).isEmpty)
    #expect(store.extraTexts(at: ExtraPath("a"), ofPaper: 0) == [])
    #expect(try await plain().papers[0].fingerprints == store.papers[0].fingerprints)
  }
}

private func plain() async throws -> PaperStore { try await store(of: "") }

@Test func yamlBecomesJSON() async throws {
  let record = """
    ---
    id: a
    title: T
    published: 2024-01-02
    extra:
      day: 2024-01-02
      numbers: [007, 0x1F, +1, 1., .5, 1e3, .inf, -0, 12345678901234567890]
      yes: yes
      none: ~
      text: |
        two
        lines
    ---
    A
    """
  let store = try await TemporarySite(["content/papers/a.md": record]).load().store
  let numbers = "[7,31,1,1.0,0.5,1e3,\".inf\",-0,12345678901234567890]"
  #expect(
    json(store) == #"{"day":"2024-01-02","numbers":\#(numbers),"yes":"yes","none":null,"text":"two\nlines\n"}"#)
  #expect(store.extraTexts(at: ExtraPath("text"), ofPaper: 0) == ["two\nlines\n"])
}

@Test(arguments: [
  ("one", ["x"]), ("list", ["a", "b\"c", "7", "1.50", "\u{1}ü"]), ("deep.er.still", ["found"]), ("deep.er", []),
  ("deep", []), ("number", ["-0.5e3"]), ("none", []), ("flag", []), ("empty", []), ("missing", []), ("", []),
  ("one.x", []), ("ke\"y", ["quoted"]), ("deep.missing", []), ("list.a", []), ("last", ["end"]),
])
func textsAtAPath(_ path: String, _ texts: [String]) async throws {
  let store = try await store(
    of: #"""
      "extra": {"one": "x", "list": ["a", null, "b\"c", ["no"], 7, {"a": "no"}, 1.50, true, "\u0001ü"], "empty": [],
      "deep": {"list": [{"er": 1}], "er": {"x": "]}", "still": "found"}}, "number": -0.5e3, "none": null, "flag": true,
      "ke\"y": "quoted", "last": "end"}
      """#)
  #expect(store.extraTexts(at: ExtraPath(path), ofPaper: 0) == texts)
}

@Test func extraOfTheWrongTypeIsRefused() async throws {
  for value in ["[]", "\"x\"", "1", "true"] {
    let record = #"{"id": "a", "title": "T", "abstract": "A", "published": "2024-01-02", "extra": \#(value)}"#
    let messages = try await TemporarySite.messages(of: record)
    #expect(messages.count == 1 && messages[0].contains("`extra` must be an object of fields of your own"))
  }
}

/// A text of some kilobytes that YAML names a thousand times is not copied a thousand times.
@Test func extraHasALimit() async throws {
  let text = String(repeating: "long ", count: 1000)
  let record = """
    ---
    id: a
    title: T
    published: 2024-01-02
    extra:
      text: &t "\(text)"
      all: [\(Array(repeating: "*t", count: 1000).joined(separator: ", "))]
    ---
    A
    """
  let messages = try await TemporarySite.diagnostics(of: ["content/papers/a.md": record])
  #expect(messages.count == 1)
  #expect(messages.first?.hasPrefix("content/papers/a.md:6:") == true, "\(messages)")
  #expect(messages.first?.hasSuffix("error: `extra` has more than 1 MB") == true)
}

/// Whatever the bytes are, a search ends.
@Test func damagedExtraDoesNoHarm() {
  let seed = UInt64.random(in: 0 ... .max)
  print("seed \(seed)")
  var state = seed
  func number(below end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(end, 1)
  }
  let json = Array(#"{"a":{"b":["x\"y","\u0001",1.5,{"c":[]}]},"d":"\\"}"#.utf8)
  let paths = ["a", "a.b", "d", "a.b.c", "x"].map { ExtraPath($0) }
  for _ in 0..<20_000 {
    var altered = Array(json[..<number(below: json.count + 1)])
    for _ in 0..<number(below: 4) where !altered.isEmpty {
      altered[number(below: altered.count)] = Array("\"\\{}[]:,u1 ".utf8)[number(below: 11)]
    }
    for path in paths { altered.withUnsafeBytes { #expect(path.texts(in: $0).count < 60) } }
  }
}
