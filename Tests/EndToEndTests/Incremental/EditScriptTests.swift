import Foundation
import Testing

/// Whatever is edited, the next build gives the very files that a clean build gives, and writes no others.
///
/// `SITEGEN_SCRIPTS` says how many scripts are tried, `SITEGEN_SEED` with which seed the first site begins. All of
/// them, which take a release build not to last an hour:
///
///     SITEGEN_SCRIPTS=2000 swift test -c release --enable-testable-imports --filter EditScriptTests
@Suite struct EditScriptTests {
  /// How many scripts one site goes through.
  private static let scriptsOfSite = 25

  @Test func anIncrementalBuildEqualsACleanOne() async throws {
    let environment = ProcessInfo.processInfo.environment
    let scripts = environment["SITEGEN_SCRIPTS"].flatMap { Int($0) } ?? 40
    let seed = environment["SITEGEN_SEED"].flatMap { UInt64($0) } ?? 1
    var statistics = ScriptStatistics()
    for site in 0..<(scripts + Self.scriptsOfSite - 1) / Self.scriptsOfSite {
      let count = min(Self.scriptsOfSite, scripts - site * Self.scriptsOfSite)
      guard try await runSite(seed: seed + UInt64(site), scripts: count, &statistics) else { break }
    }
    print("edit scripts from seed \(seed): \(statistics)")
    #expect(statistics.built > statistics.scripts / 2)
  }

  /// Edits one site from script to script; false where something was not as it has to be.
  private func runSite(seed: UInt64, scripts: Int, _ statistics: inout ScriptStatistics) async throws -> Bool {
    var random = SeededRandom(seed: seed)
    let workshop = try SiteWorkshop()
    var site = try await firstSite(in: workshop, &random)
    for script in 0..<scripts {
      let before = site
      // Without a manifest nobody knows which files were pages of the site, so nothing is edited then.
      let damage = EditScript.forget(workshop.fixture, &random)
      let names = damage == nil ? EditScript.edit(&site, &random) : []
      try workshop.write(site)
      let nuisance = damage ?? EditScript.damageOutput(workshop.fixture, &random)
      let (complaints, isBuilt) = try await workshop.compare(site)
      statistics.add(names, isBuilt: isBuilt)
      guard complaints.isEmpty else {
        let history = (names + [nuisance].compactMap { $0 }).joined(separator: ", ")
        Issue.record(
          "seed \(seed), script \(script) (\(history)):\n  \(complaints.prefix(5).joined(separator: "\n  "))")
        return false
      }
      if !isBuilt { site = before }
    }
    return true
  }

  /// A built site; among random ones are some with mistakes, such as two pages on one address.
  private func firstSite(in workshop: SiteWorkshop, _ random: inout SeededRandom) async throws -> SiteDraft {
    var site = SiteDraft(random: &random, records: random.number(20..<40))
    for _ in 0..<5 {
      try workshop.write(site)
      if case .success = await workshop.build(site) { break }
      site = SiteDraft(random: &random, records: random.number(20..<40))
    }
    return site
  }
}

/// One script: some edits between two builds.
enum EditScript {
  private static let groups: [(weight: Int, edits: [(key: String, value: SiteEdit)])] = [
    (35, RecordEdits.fields), (25, Array(RecordEdits.all)), (10, Array(TermEdits.all)), (7, Array(PageEdits.all)),
    (12, Array(ThemeEdits.all)), (11, Array(SettingEdits.all)),
  ]

  /// Changes a site.
  ///
  /// - Returns: what was changed.
  static func edit(_ site: inout SiteDraft, _ random: inout SeededRandom) -> [String] {
    (0..<random.number(1..<4)).map { _ in
      var ticket = random.number(0..<groups.reduce(0) { $0 + $1.weight })
      let group = groups.first { group in
        ticket -= group.weight
        return ticket < 0
      }
      let edit = random.pick(group?.edits ?? groups[0].edits)
      edit.value(&site, &random)
      return edit.key
    }
  }

  /// Seldom, damages the manifest or the table that it names.
  ///
  /// - Returns: what was damaged.
  static func forget(_ fixture: SiteFixture, _ random: inout SeededRandom) -> String? {
    guard random.chance(3) else { return nil }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(fixture.path)/.sitegen")) ?? []
    let path = ".sitegen/" + random.pick(names.filter { $0.hasPrefix("outputs-") }.sorted() + ["manifest"])
    let bytes = FileManager.default.contents(atPath: "\(fixture.path)/\(path)") ?? Data()
    switch random.number(0..<3) {
    case 0: try? fixture.remove(path)
    case 1: try? fixture.write(bytes.prefix(random.number(0..<bytes.count + 1)), to: path)
    default: try? fixture.write("damaged", to: path)
    }
    return "damage what is remembered"
  }

  /// Seldom, damages a file that the last build wrote.
  ///
  /// - Returns: what was damaged.
  static func damageOutput(_ fixture: SiteFixture, _ random: inout SeededRandom) -> String? {
    guard random.chance(6) else { return nil }
    let paths = FolderSnapshot(of: "\(fixture.path)/public").files.keys.sorted()
    guard !paths.isEmpty else { return nil }
    let path = "public/\(random.pick(paths))"
    switch random.number(0..<3) {
    case 0: try? fixture.write("edited by hand", to: path)
    case 1: try? fixture.write(Data((fixture.read(path) ?? "").utf8), to: path)
    default: try? fixture.remove(path)
    }
    return "damage \(path)"
  }
}

/// What the scripts did.
struct ScriptStatistics: CustomStringConvertible {
  private(set) var scripts = 0
  private(set) var built = 0
  private var edits: [String: Int] = [:]

  mutating func add(_ names: [String], isBuilt: Bool) {
    scripts += 1
    built += isBuilt ? 1 : 0
    for name in names { edits[name, default: 0] += 1 }
  }

  var description: String {
    "\(scripts) scripts, \(built) of them built, \(edits.values.reduce(0, +)) edits of \(edits.count) kinds"
  }
}
