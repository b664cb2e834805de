import TestSupport
import Foundation

/// Real titles and abstracts that lie beside the checkout, where they are there.
enum SharedTexts {
  /// One record's texts.
  struct Record: Decodable {
    var id: String
    var title: String
    var abstract: String
  }

  /// A snippet of the long tail.
  struct Sample: Decodable {
    var snippet: String
    var context: String
    var feature: String
  }

  private static let folder = SharedData.folder

  /// The samples of rare constructs.
  static func samples() throws -> [Sample] {
    try lines(of: Data(contentsOf: folder.appending(path: "latex_samples.jsonl"))).map {
      try JSONDecoder().decode(Sample.self, from: $0)
    }
  }

  /// The records of arXiv: every `step`th one, from a random first one on.
  static func records(every step: Int, from first: Int) throws -> [Record] {
    var records: [Record] = []
    var number = first
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "arxiv").path).sorted()
    for file in files where file.hasSuffix(".zst") {
      for line in lines(of: try decompressed(folder.appending(path: "arxiv/\(file)"))) {
        number += 1
        if number % step == 0 { records.append(try JSONDecoder().decode(Record.self, from: line)) }
      }
    }
    return records
  }

  /// The summaries of the daily papers.
  static func summaries() throws -> [String] {
    struct Entry: Decodable {
      struct Paper: Decodable {
        var title: String
        var summary: String
      }
      var paper: Paper
    }
    let archive = folder.appending(path: "hf_daily_papers/hf_daily_papers.tar.zst").path
    let text = try output(of: "/usr/bin/env", ["tar", "--zstd", "-xOf", archive, "--wildcards", "*.json"])
    let joined = String(decoding: text, as: UTF8.self).replacing("][", with: "]\n[").replacing("]\n[", with: ",")
    let entries = try JSONDecoder().decode([Entry].self, from: Data(joined.utf8))
    return entries.flatMap { [$0.paper.title, $0.paper.summary] }
  }

  private static func decompressed(_ file: URL) throws -> Data {
    try output(of: "/usr/bin/env", ["zstd", "-dc", file.path])
  }

  private static func output(of program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private static func lines(of data: Data) -> [Data] {
    data.split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }
}
