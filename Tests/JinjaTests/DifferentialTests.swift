import Foundation
import Testing

/// The engine and a live Jinja2 on templates and contexts that `Tests/Oracles/jinja/fuzz.py` makes up: the same bytes,
/// or both fail. SITEGEN_SEED chooses others, SITEGEN_PAIRS how many.
@Suite struct DifferentialTests {
  @Test func agreesWithLiveJinja2() throws {
    guard Oracle.isPresent else {
      print("Skipped: the differential test needs python3 with Jinja2 3.1.6 and MarkupSafe 3.0.3.")
      return
    }
    let seed = Oracle.setting("SITEGEN_SEED") ?? 20_260_107
    let pairs = Oracle.setting("SITEGEN_PAIRS") ?? 20_000
    print("Differential test: seed \(seed), \(pairs) pairs")
    let tally = try Tally.of(Oracle.lines(seed: seed, pairs: pairs))
    print("Differential test: \(tally.pairs) pairs, \(tally.renders) rendered, \(tally.failures.count) differ")
    FailureReport.write(tally.failures, as: "differential")
    #expect(tally.pairs == pairs)
    #expect(tally.renders * 10 >= tally.pairs * 6)
    let different = tally.failures.count
    #expect(different == 0, "seed \(seed): \(tally.failures.prefix(3).joined(separator: "\n"))")
  }

  /// The cases of a file that SITEGEN_CASES names, as `Tests/Oracles/jinja/mutate.py` writes them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SITEGEN_CASES"] != nil))
  func agreesOnCasesOfAFile() throws {
    let path = ProcessInfo.processInfo.environment["SITEGEN_CASES"] ?? ""
    let lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
    let tally = try Tally.of(lines)
    FailureReport.write(tally.failures, as: "file")
    let different = tally.failures.count
    #expect(different == 0, "of \(tally.pairs): \(tally.failures.prefix(3).joined(separator: "\n"))")
  }
}

/// What came of the pairs.
private struct Tally {
  var pairs = 0
  var renders = 0
  var failures: [String] = []

  /// Runs the engine on each case as it comes in; cases that follow each other share their compiled templates.
  static func of(_ lines: some Sequence<Data>) throws -> Tally {
    var tally = Tally()
    var compiled: CompiledTemplates?
    for line in lines {
      let pair = try JinjaCase(line: line)
      if compiled?.templates != pair.templates { compiled = CompiledTemplates(pair) }
      guard let outcome = compiled?.outcome(of: pair) else { continue }
      tally.add(pair, outcome)
    }
    return tally
  }

  private mutating func add(_ pair: JinjaCase, _ outcome: JinjaCase.Outcome) {
    pairs += 1
    if case .output = pair.expected { renders += 1 }
    if !pair.agrees(with: outcome) { failures.append(pair.report(outcome)) }
  }
}

/// Jinja2 in a process of its own.
private enum Oracle {
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Oracles/jinja/fuzz.py").standardizedFileURL.path

  static var isPresent: Bool {
    guard let process = try? process(["--count", "0"], output: FileHandle.nullDevice) else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// The lines that the generator writes, as it writes them.
  static func lines(seed: Int, pairs: Int) throws -> some Sequence<Data> {
    let pipe = Pipe()
    _ = try process(["--seed", "\(seed)", "--count", "\(pairs)"], output: pipe)
    return Lines(handle: pipe.fileHandleForReading)
  }

  private static func process(_ arguments: [String], output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", script] + arguments
    process.standardOutput = output
    try process.run()
    return process
  }
}

/// The lines of a file that is still being written.
private struct Lines: Sequence, IteratorProtocol {
  let handle: FileHandle
  private var pending: [Data] = []
  private var rest = Data()

  init(handle: FileHandle) {
    self.handle = handle
  }

  mutating func next() -> Data? {
    while pending.isEmpty {
      let chunk = handle.availableData
      guard !chunk.isEmpty else { return nil }
      var lines = (rest + chunk).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      rest = lines.popLast().map { Data($0) } ?? Data()
      pending = lines.reversed()
    }
    return pending.popLast()
  }
}
