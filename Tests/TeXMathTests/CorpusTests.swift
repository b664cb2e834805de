import Foundation
import TeXMath
import TestSupport
import Testing

/// Real formulas, read from beside the checkout where they are.
///
/// A seeded tenth of them, or all with `SITEGEN_FULL=1` in the environment.
@Suite(.enabled(if: SharedData.contains("arxiv"), "\(SharedData.reason)")) struct CorpusTests {
  @Test func samplesConvert() throws {
    let lines = try Corpus.lines(of: "latex_samples.jsonl")
    var refused: [String] = []
    for line in lines {
      guard let record = Corpus.object(line), record["kind"] as? String == "math",
        let snippet = record["snippet"] as? String
      else { continue }
      for formula in FormulaScanner.formulas(in: snippet) {
        let converted = Converted(formula)
        if let mathML = converted.mathML {
          #expect(MathMLCoreChecker.problem(in: mathML) == nil, "\(snippet)")
        } else {
          refused.append(formula.source)
        }
        #expect(!converted.plainText.contains("\\"), "\(snippet)")
      }
    }
    print("samples refused: \(refused)")
    #expect(refused.count <= 3)
  }

  @Test func formulasOfAbstractsConvert() throws {
    let formulas = try Corpus.formulas()
    var refused: [String: Int] = [:]
    for formula in formulas {
      let converted = Converted(formula)
      if let mathML = converted.mathML {
        if let problem = MathMLCoreChecker.problem(in: mathML) { Issue.record("\(problem): \(formula.source)") }
      } else {
        refused[formula.source, default: 0] += 1
      }
      if converted.plainText.contains("\\") { Issue.record("a backslash in the text of \(formula.source)") }
    }
    report(refused, of: formulas.count)
    let share = Double(refused.values.reduce(0, +)) / Double(max(formulas.count, 1))
    #expect(share <= 0.003)
  }

  private func report(_ refused: [String: Int], of count: Int) {
    print("\(refused.values.reduce(0, +)) of \(count) formulas have no structure; the most frequent:")
    for (source, times) in refused.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(40) {
      print("  \(times)  \(source.prefix(120).replacing("\n", with: " "))")
    }
  }
}

/// The real data beside the checkout.
enum Corpus {
  private static let folder = SharedData.folder

  /// The lines of a file.
  static func lines(of name: String) throws -> [Substring] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
  }

  static func object(_ line: some StringProtocol) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  }

  /// The formulas of titles and abstracts.
  static func formulas() throws -> [Formula] {
    let arxiv = folder.appending(path: "arxiv")
    let names = try FileManager.default.contentsOfDirectory(atPath: arxiv.path)
    var random = SeededGenerator(seed: 2026)
    let isFull = ProcessInfo.processInfo.environment["SITEGEN_FULL"] == "1"
    var formulas: [Formula] = []
    for name in names.sorted() where name.hasSuffix(".jsonl.zst") {
      for line in decompressed(arxiv.appending(path: name)).split(separator: UInt8(ascii: "\n")) {
        guard isFull || Int.random(in: 0..<10, using: &random) == 0 else { continue }
        guard let record = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else { continue }
        for key in ["title", "abstract"] {
          if let text = record[key] as? String { formulas += FormulaScanner.formulas(in: text) }
        }
      }
    }
    return formulas
  }

  private static func decompressed(_ file: URL) -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zstd", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return Data() }
    return pipe.fileHandleForReading.readDataToEndOfFile()
  }
}
