import ByteText
import Foundation
import TestSupport
import Testing

@testable import DataFiles

/// Foundation's reading of a JSON text, in the terms of the tests.
private struct FoundationValue: Decodable {
  let value: Value

  init(from decoder: any Decoder) throws {
    if let array = try? decoder.singleValueContainer().decode([FoundationValue].self) {
      value = .array(array.map(\.value))
    } else if let object = try? decoder.singleValueContainer().decode([String: FoundationValue].self) {
      value = .object(object.mapValues(\.value))
    } else {
      value = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> Value {
    if container.decodeNil() { return .null }
    if let bool = try? container.decode(Bool.self) { return .bool(bool) }
    if let string = try? container.decode(String.self) { return .string(string) }
    if let integer = try? container.decode(Int.self) { return .integer(integer) }
    return .number(try container.decode(Double.self))
  }

  static func read(_ bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(FoundationValue.self, from: Data(bytes)).value
  }
}

extension Value {
  /// The value with whole numbers as integers: `1.0` and `1` are one number to Foundation.
  var normalized: Value {
    switch self {
    case .number(let number): Int(exactly: number).map(Value.integer) ?? self
    case .array(let values): .array(values.map(\.normalized))
    case .object(let members): .object(members.mapValues(\.normalized))
    default: self
    }
  }
}

private let constructed = #"""
  {"id": "2401.00001", "title": "A \"title\" with \\alpha, \u00e9 and \ud83d\ude00", "n": [0, -1, 1.5e3, 12345678901],
   "authors": [{"name": "Zoë Ünal", "orcid": null}, {"name": "日本"}], "ok": [true, false, {}], "e": {"x": [[], [[]]]}}
  """#

/// Texts made of pieces that broken files are made of.
private func mutated(_ bytes: [UInt8], by numbers: inout SeededNumbers) -> [UInt8] {
  let pieces: [[UInt8]] = [
    Array("\"".utf8), Array("\\".utf8), Array(",".utf8), Array("[".utf8), Array("}".utf8), Array("]".utf8),
    Array("{".utf8), Array(":".utf8), Array("\\u12".utf8), Array("1e5".utf8), Array("-".utf8), Array("0".utf8),
    Array("null".utf8), Array(" ".utf8), Array("\n".utf8), Array("é".utf8), [0xC3], [0xA9], [0x1F], Array(".".utf8),
  ]
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...3, using: &numbers) {
    let start = Int.random(in: 0..<bytes.count, using: &numbers)
    let end = min(bytes.count, start + Int.random(in: 0...2, using: &numbers))
    bytes.replaceSubrange(
      start..<end, with: Bool.random(using: &numbers) ? pieces.randomElement(using: &numbers) ?? [] : [])
    if bytes.isEmpty { return [0x20] }
  }
  return bytes
}

/// Where the two may differ: what we refuse and Foundation reads (as `[1,]`), or the other way round, by design.
private func mayDiffer(_ issues: [DataIssue]) -> Bool {
  issues.contains {
    ["json/duplicate-key", "json/surrogate", "json/number"].contains($0.id)
      || $0.message == JSONProblem.trailingComma.message
  }
}

private func compare(_ bytes: [UInt8], seed: UInt64) {
  let (tree, issues) = json(bytes)
  if mayDiffer(issues) { return }
  let ours = issues.isEmpty ? tree.value.normalized : nil
  let theirs = FoundationValue.read(bytes)?.normalized
  #expect(ours == theirs, "seed \(seed): \(issues) in \(String(decoding: bytes.prefix(2000), as: UTF8.self))")
}

@Test func mutatedTextsReadAsInFoundation() {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  compare(Array(constructed.utf8), seed: seed)
  for _ in 0..<3000 { compare(mutated(Array(constructed.utf8), by: &numbers), seed: seed) }
}

@Test(.enabled(if: SharedData.contains("seed_papers.json"), "\(SharedData.reason)"))
func realRecordsReadAsInFoundation() throws {
  let data = try Data(contentsOf: SharedData.folder.appending(path: "seed_papers.json"))
  compare([UInt8](data), seed: 0)
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  for _ in 0..<30 { compare(mutated([UInt8](data), by: &numbers), seed: seed) }
}

@Test func mutatedTextsNeverTrapAsYAMLOrLines() {
  let seed = UInt64.random(in: 0...UInt64.max)
  print("seed \(seed)")
  var numbers = SeededNumbers(seed: seed)
  var tree = DataTree()
  for _ in 0..<2000 {
    let text = FrozenBytes(copying: mutated(Array(constructed.utf8), by: &numbers).span)
    var yaml = YAMLReader(text)
    let isRead = yaml.readDocument(into: &tree)
    if isRead { _ = tree.value }
    #expect(isRead || !yaml.issues.isEmpty)
    var lines = JSONReader(text)
    while lines.nextLine(into: &tree) != .end {}
    var elements = JSONReader(text)
    while elements.nextElement(into: &tree) != .end {}
    let issues = yaml.issues + lines.issues + elements.issues
    #expect(issues.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.bytes.count + 1 })
  }
}
