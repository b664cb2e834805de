import DataFiles
import Foundation
import TestSupport
import Testing

@testable import Papers

private let schemaPath = "Sources/Papers/Schema/record.schema.json"
private let manualPath = "content/pages/manual/content.md"

/// Whether files that follow from the table are written anew. Review the difference by eye.
private let isUpdate = ProcessInfo.processInfo.environment["SITEGEN_UPDATE_GOLDEN"] == "1"

@Test func theSchemaFollowsFromTheTable() throws {
  let schema = RecordSchema.json()
  if isUpdate { try Data(schema.utf8).write(to: URL(fileURLWithPath: schemaPath)) }
  #expect(try String(contentsOfFile: schemaPath, encoding: .utf8) == schema, "SITEGEN_UPDATE_GOLDEN=1 rewrites it")
  let tree = try #require(DataTree(json: schema))
  let record = try #require(tree[tree.root, "$defs"].flatMap { tree[$0, "record"] })
  let properties = try #require(tree[record, "properties"])
  #expect(tree.members(of: properties).map { tree.string($0.key) } == RecordFields.names)
}

@Test func theManualFollowsFromTheTable() throws {
  let text = try String(contentsOfFile: manualPath, encoding: .utf8)
  let start = try #require(text.range(of: "<!-- fields -->\n")).upperBound
  let end = try #require(text.range(of: "<!-- end of fields -->")).lowerBound
  let expected = "\n" + FieldManual.markdown() + "\n"
  if isUpdate {
    try Data((text[..<start] + expected + text[end...]).utf8).write(to: URL(fileURLWithPath: manualPath))
  } else {
    #expect(text[start..<end] == expected, "SITEGEN_UPDATE_GOLDEN=1 rewrites it")
  }
}

/// Values that fit one field and not another.
private let values =
  [
    "null", "true", "0", "7", "-1", "1.5", "3.0", "-0.0", "2147483647", "2147483648", "1e2", "1e300", "\"\"", "\" \"",
    "\"\\u00a0\"", "\"x\"", "\"markdown\"", "\"..\"", "\"a/../b\"", "\"a/b.c_d-e\"", "\"a//b\"", "\"ü\"",
    "\"2024-01-02\"", "\"2024-13-02\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"1900-02-29\"", "\"2000-02-29\"",
    "\"2024-04-31\"", "\"2024-12-31\"", "\"0000-01-01\"", "\"0001-01-01\"", "\"9999-12-26\"", "\"9999-12-27\"",
    "\"2024-01-02T03:04:05Z\"", "\"2024-01-02 03:04:60.25+01:00\"", "\"2024-01-02T24:00:00Z\"",
    "\"2024-01-02T03:04:05\"", "\"https://a.example/b?c\"", "\"HTTP://a\"", "\"https://-a\"", "\"https://[::1]/\"",
    "\"https://ü.example\"", "\"https:///a\"", "\"https://a b\"", "\"https://a\\u00a0b\"", "\"javascript:x\"",
    "\"//a.example\"", "\"a.example\"", "\"a.example/b\"", "\"a..example\"", "\"a.png\"", "\"A.PNG\"", "\"a.png/b\"",
    "\"a/b.png\"", "\"a?b:c\"", "\"a:b\"", "\"/a<b\"", "[]", "{}", "[null]", "[1]", "[true]", "[[]]", "[{}]", "[\"\"]",
    "[\"x\"]", "[\"2024-01-02\"]", "[\"2024-01-02\", null]", "[\"*\"]", "[\"../x\"]", "[\"/a.png\", \"b.example/c\"]",
  ] + people + links

private let people = [
  "[{\"name\": \"x\"}]", "[{\"name\": 1}]", "[{\"name\": null}]", "[{\"name\": \"x\", \"orcid\": null}]",
  "[{\"name\": \"x\", \"orcid\": \"https://ORCID.org/0000-0002-1825-0097\", \"affiliation\": \"\"}]",
  "[{\"name\": \"x\", \"date\": \"2024-01-02\"}]", "[{\"name\": \"x\", \"dat\": null}]",
  "[{\"name\": \"x\", \"url\": \"https://a.example\"}]", "[{\"name\": \" \"}]", "{\"name\": \"x\"}",
  "{\"name\": \"x\", \"url\": \"b\"}", "{\"name\": \"\"}", "{\"name\": null, \"fullname\": \"x\"}",
  "{\"name\": \"\", \"fullname\": \"x\", \"url\": null}", "{\"fullname\": \"x\", \"avatar\": \"a.png\"}",
  "{\"fullname\": \" \"}", "{\"name\": \"\\u0001\"}", "{\"name\": 5, \"fullname\": \"x\"}", "{\"nam\": \"x\"}",
]

private let links = [
  "{\"code\": \"https://a.example\"}", "{\"code\": null}", "{\"code\": [\"x y\"]}", "{\"code\": [null]}",
  "{\"code\": [[\"https://a.example\"]]}", "{\"code\": [\"https://a.example\", \"b.example/c\"]}", "{\"code\": 1}",
  "{\"slides\": \"https://a.example\"}", "{\"doi\": \"10.1000/182\"}", "{\"doi\": \"https://DX.doi.org/10.1000/182\"}",
  "{\"doi\": \"x\"}", "{\"doi\": \"10.1000/ 1\"}", "{\"doi\": [\"10.1000/182\"]}", "{\"arxiv\": \"2401.00001v2\"}",
  "{\"arxiv\": \"arXiv:math.GT/0309136\"}", "{\"arxiv\": \"2413.00001\"}", "{\"arxiv\": [\"2401.00001\"]}",
]

/// One record for each value of a field, the other required fields right.
private func records(_ field: RecordField) -> [String] {
  values.enumerated().map { index, value in
    var fields = [
      "id": "\"\(field.name)-\(index)\"", "title": "\"T\"", "abstract": "\"A\"", "published": "\"2024-01-01\"",
    ]
    fields[field.name] = value
    return "{" + fields.map { "\"\($0.key)\": \($0.value)" }.sorted().joined(separator: ", ") + "}"
  }
}

/// Each value of each field is right or wrong for both, be it that the decoder only warns.
@Test func theSchemaJudgesAsTheDecoderDoes() async throws {
  let files = RecordFields.all.map { ("content/papers/\($0.name).jsonl", records($0).joined(separator: "\n")) }
  let site = try TemporarySite(Dictionary(uniqueKeysWithValues: files))
  let flagged = Set(await site.diagnostics().map { $0.split(separator: ":").prefix(2).joined(separator: ":") })
  var evaluator = try #require(SchemaEvaluator(RecordSchema.json()))
  for (path, text) in files {
    let python = try schemaVerdicts(on: "\(site.folder)/\(path)")
    for (line, record) in text.split(separator: "\n").enumerated() {
      let isRight = evaluator.accepts(try #require(DataTree(json: String(record))))
      // Ids that stand twice are none of the schema's business.
      let isFlagged = flagged.contains("\(path):\(line + 1)")
      #expect(isRight == !isFlagged, "\(record)")
      if let python { #expect(python[line] == isRight, "\(record)") }
    }
  }
  #expect(evaluator.unknown.isEmpty)
}

@Test func examplesAreRight() async throws {
  var evaluator = try #require(SchemaEvaluator(RecordSchema.json()))
  for field in RecordFields.all {
    for value in [field.example, field.sample(0), field.sample(1)].compactMap(\.self) {
      let required = ["id": "\"a\"", "title": "\"T\"", "abstract": "\"A\"", "published": "\"2024-01-01\""]
      let fields = required.merging([field.name: value]) { $1 }
      let record = "{" + fields.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
      #expect(evaluator.accepts(try #require(DataTree(json: record))), "\(record)")
      #expect(try await TemporarySite.messages(of: record) == [], "\(record)")
    }
  }
}

/// The lists of the `daily_papers` API have counts that are null, and numbers that other programs wrote with a point.
@Test func countsOfDailyListsMayBeNullOrWrittenWithAPoint() async throws {
  let item = """
    [{"paper": {"id": "2601.00001", "title": "T", "summary": "S", "upvotes": 3.0, "githubStars": null},
    "numComments": null}]
    """
  let store = try await TemporarySite(["content/papers/2026-01-07.json": item]).load().store
  #expect(store.papers.map(\.upvotes) == [3] && store.papers[0].comments == nil && store.papers[0].stars == nil)
}

@Test(.enabled(if: SharedData.contains("seed_papers.json"), "\(SharedData.reason)"))
func theSeedPapersFitTheSchema() throws {
  let data = try Data(contentsOf: SharedData.folder.appending(path: "seed_papers.json"))
  var evaluator = try #require(SchemaEvaluator(RecordSchema.json()))
  #expect(evaluator.accepts(try #require(DataTree(json: String(decoding: data, as: UTF8.self)))))
}

/// What Python's `jsonschema` says of each line of a file; nil where it isn't there.
private func schemaVerdicts(on path: String) throws -> [Bool]? {
  let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    validator = Draft202012Validator(json.load(open(sys.argv[1])))
    for line in open(sys.argv[2]): print(validator.is_valid(json.loads(line)))
    """
  let python = Process()
  let output = Pipe()
  let installed = ".build/checkers/bin/python"
  let isInstalled = FileManager.default.isExecutableFile(atPath: installed)
  python.executableURL = URL(fileURLWithPath: isInstalled ? installed : "/usr/bin/env")
  python.arguments = (isInstalled ? [] : ["python3"]) + ["-c", script, schemaPath, path]
  (python.standardOutput, python.standardError) = (output, Pipe())
  try python.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  python.waitUntilExit()
  guard python.terminationStatus == 0 else { return nil }
  return String(decoding: data, as: UTF8.self).split(separator: "\n").map { $0 == "True" }
}
