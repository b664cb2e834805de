import DataFiles
import Foundation
import Testing

import ByteText
@testable import Papers

private let schemaPath = "Sources/Papers/Schema/record.schema.json"

@Test func theSchemaKnowsTheFieldsOfTheDecoder() throws {
  let data = try #require(FileManager.default.contents(atPath: schemaPath))
  var reader = JSONReader(FrozenBytes(copying: [UInt8](data).span))
  var tree = DataTree()
  #expect(reader.readDocument(into: &tree) && reader.issues.isEmpty)
  let record = try #require(tree[tree.root, "$defs"].flatMap { tree[$0, "record"] })
  let properties = try #require(tree[record, "properties"])
  #expect(Set(tree.members(of: properties).map { tree.string($0.key) }) == Set(RecordFields.names))
}

/// Values that fit one field and not another.
private let values = [
  "true", "0", "7", "-1", "1.5", "\"x\"", "\"\"", "\" \"", "\"2024-01-02\"", "\"2024-13-02\"",
  "\"2024-01-02T03:04:05Z\"",
  "\"https://a.example/b?c\"", "\"javascript:x\"", "\"a.example/b\"", "\"a/b.png\"", "\"markdown\"", "\"..\"", "[]",
  "[1]",
  "[\"x\"]", "[\"2024-01-02\"]", "[\"*\"]", "[\"../x\"]", "[{}]", "[{\"name\": \"x\"}]", "[{\"name\": 1}]",
  "[{\"name\": \"x\", \"date\": \"2024-01-02\"}]", "[{\"name\": \"x\", \"url\": \"https://a.example\"}]", "{}",
  "{\"name\": \"x\"}", "{\"name\": \"x\", \"url\": \"b\"}", "{\"code\": \"https://a.example\"}",
  "{\"code\": [\"x y\"]}",
  "{\"doi\": \"10.1000/182\"}", "{\"doi\": \"x\"}", "{\"arxiv\": \"2401.00001v2\"}", "{\"arxiv\": \"2413.00001\"}",
  "{\"fullname\": \"x\", \"avatar\": \"a.png\"}", "{\"nam\": \"x\"}",
]

/// One record a line: each field with each value, the other required fields right.
private func records() -> [String] {
  RecordFields.all.enumerated().flatMap { field, name in
    values.enumerated().map { index, value in
      var fields = [
        "id": "\"r\(field)-\(index)\"", "title": "\"T\"", "abstract": "\"A\"", "published": "\"2024-01-01\"",
      ]
      fields[name.name] = value
      return "{" + fields.map { "\"\($0.key)\": \($0.value)" }.sorted().joined(separator: ", ") + "}"
    }
  }
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

@Test func theSchemaJudgesAsTheDecoderDoes() async throws {
  let records = records()
  let site = try TemporarySite(["content/papers/a.jsonl": records.joined(separator: "\n")])
  guard let verdicts = try schemaVerdicts(on: "\(site.folder)/content/papers/a.jsonl") else {
    return print("skipped: Python's jsonschema is not there")
  }
  let flagged = Set(
    await site.diagnostics().compactMap { $0.split(separator: ":").dropFirst().first.flatMap { Int($0) } })
  try #require(verdicts.count == records.count)
  for (index, record) in records.enumerated() {
    #expect(verdicts[index] == !flagged.contains(index + 1), "\(record)")
  }
}

@Test func theSeedPapersFitTheSchema() throws {
  let path = "../shared/data/seed_papers.json"
  guard let data = FileManager.default.contents(atPath: path) else { return print("skipped: \(path) is not there") }
  let site = try TemporarySite()
  let line = String(decoding: data, as: UTF8.self).replacing("\n", with: " ")
  try site.write(Array(line.utf8), to: "seed.jsonl")
  guard let verdicts = try schemaVerdicts(on: "\(site.folder)/seed.jsonl") else {
    return print("skipped: Python's jsonschema is not there")
  }
  #expect(verdicts == [true])
}
