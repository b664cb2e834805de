import Foundation
import Testing

/// Wherever a build is cut off, the next one ends in the files of a clean build.
///
/// `SITEGEN_FAULTS` says how many moments are tried for each kind of fault, `SITEGEN_SEED` with which seed.
@Suite struct CutOffBuildTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let trials = environment["SITEGEN_FAULTS"].flatMap { Int($0) } ?? 8
  private static let seed = environment["SITEGEN_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 32)

  @Test(arguments: FaultInjection.Kind.allCases)
  func theNextBuildMendsIt(_ kind: FaultInjection.Kind) throws {
    guard let library = try FaultInjection.library.get() else { return }
    print("\(kind): seed \(Self.seed)")
    var random = SeededRandom(seed: Self.seed &+ UInt64(kind.error))
    let site = try FaultSite()
    var cutOffs = 0
    for trial in 0..<Self.trials {
      // Now and then from nothing, and now and then the build that mends is cut off too.
      if random.chance(20) { try site.forget() }
      try site.write(site.edition.other)
      repeat { cutOffs += try cutOff(site, kind, library, &random) ? 1 : 0 } while random.chance(25)
      if random.chance(20) { try site.write(site.edition.other) }
      let complaints = try site.repairWithReport()
      #expect(complaints == [], "seed \(Self.seed), trial \(trial)")
      guard complaints.isEmpty else { return }
    }
    #expect(cutOffs > Self.trials / 2)
  }

  /// Builds with a fault at some change that the build makes.
  ///
  /// - Returns: whether that kept the build from its end.
  private func cutOff(
    _ site: FaultSite, _ kind: FaultInjection.Kind, _ library: String, _ random: inout SeededRandom
  ) throws -> Bool {
    let change = random.number(1..<(try countOfChanges(site, library) + 1))
    let jobs = random.chance(50) ? "1" : "3"
    let run = try site.fixture.build(
      "--jobs", jobs, "--report", site.report, environment: FaultInjection.fault(kind, at: change, with: library))
    site.readReport()
    if kind == .kill {
      // The copy may have more to do: a build of the site itself sees that nothing has changed.
      #expect(run.status == SIGKILL || run.status == 0, "change \(change): \(run.errors)")
    } else {
      // Some failures don't matter, such as that of removing a temporary file.
      #expect(run.status == 2 || run.status == 0, "change \(change): \(run.errors)")
      #expect(run.status == 0 || run.errors.contains("can't "), "change \(change)")
    }
    return run.status != 0
  }

  /// How many changes the build would make, found on a copy.
  private func countOfChanges(_ site: FaultSite, _ library: String) throws -> Int {
    let copy = NSTemporaryDirectory() + "sitegen-copy-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    _ = try Command.run("/usr/bin/env", ["cp", "-a", site.fixture.path, copy])
    let count = "\(copy)/count"
    _ = try SiteFixture.run(
      ["build", "--site", copy, "--jobs", "1"], environment: FaultInjection.counting(into: count, with: library))
    return try #require(Int(String(contentsOfFile: count, encoding: .utf8)))
  }
}
