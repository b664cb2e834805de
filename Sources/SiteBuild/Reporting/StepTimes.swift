/// How long each step of a build took, for `--verbose`.
package struct StepTimes: Sendable {
  /// The steps in their order, with the seconds that each took.
  package private(set) var steps: [(name: String, seconds: Double)] = []
  private let clock = ContinuousClock()

  /// No steps yet.
  init() {}

  /// Runs a step and notes how long it took.
  mutating func time<Result: ~Copyable, Failure: Error>(
    _ name: String, _ step: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    let start = clock.now
    let result = try await step()
    steps.append((name, start.duration(to: clock.now) / .seconds(1)))
    return result
  }

  /// A line for each step: its name and milliseconds.
  package var table: String {
    steps.map { step in
      let tenths = Int((step.seconds * 10_000).rounded())
      let number = "\(tenths / 10).\(tenths % 10)"
      let name = step.name + String(repeating: " ", count: max(1, 10 - step.name.count))
      return "\(name)\(String(repeating: " ", count: max(0, 9 - number.count)))\(number) ms\n"
    }.joined()
  }
}
