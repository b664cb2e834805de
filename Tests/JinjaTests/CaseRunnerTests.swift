import Foundation
import Testing

/// Every case of `Cases/`, whose expectations Jinja2 itself gave (`Tests/Oracles/jinja/make_cases.py`).
@Suite struct CaseRunnerTests {
  static let areas: [(name: String, cases: [JinjaCase])] = {
    let cases = (try? JinjaCase.fixtures()) ?? []
    return Dictionary(grouping: cases, by: \.area).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }()

  @Test func thereAreCases() {
    #expect(Self.areas.reduce(0) { $0 + $1.cases.count } >= 3_000)
  }

  @Test(arguments: areas.map(\.name)) func agreesWithJinja2(area: String) {
    let cases = Self.areas.first { $0.name == area }?.cases ?? []
    let failures = cases.compactMap { one -> String? in
      let outcome = one.outcome()
      return one.agrees(with: outcome) ? nil : one.report(outcome)
    }
    FailureReport.write(failures, as: area)
    let different = failures.count
    #expect(different == 0, "of \(cases.count): \(failures.prefix(5).joined(separator: "\n"))")
  }
}

/// Where all failures go, for those who repair many: the folder named by SITEGEN_FAILURES.
enum FailureReport {
  static func write(_ failures: [String], as name: String) {
    guard let folder = ProcessInfo.processInfo.environment["SITEGEN_FAILURES"] else { return }
    let file = URL(filePath: folder).appending(path: "\(name).txt")
    try? Data(failures.joined(separator: "\n\n").utf8).write(to: file)
  }
}
