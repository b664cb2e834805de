import Jinja

/// How long one template took in a build, in its own instructions, on all workers together.
package struct ProfileRow: Sendable {
  /// The template's name.
  package var name: String
  /// How often it was rendered, included, extended or called.
  package var renders: Int
  /// Nanoseconds.
  package var time: UInt64

  /// The rows of what the workers measured, slowest first; templates that were not used are left out.
  static func rows(of profiles: [[TemplateProfile]]) -> [ProfileRow] {
    var rows: [String: ProfileRow] = [:]
    for profile in profiles.joined() where profile.renders > 0 {
      rows[profile.name, default: ProfileRow(name: profile.name, renders: 0, time: 0)].add(profile)
    }
    return rows.values.sorted { ($1.time, $0.name) < ($0.time, $1.name) }
  }

  /// A table of rows: template, renders, total and mean time, share.
  package static func table(_ rows: [ProfileRow]) -> String {
    let total = max(1, rows.reduce(0) { $0 + $1.time })
    let width = max(8, rows.map(\.name.count).max() ?? 0)
    var text = "\(padded("template", width))   renders   total ms   mean µs   share\n"
    for row in rows {
      let cells = [
        (String(row.renders), 10), (tenths(row.time / 100_000), 11),
        (tenths(row.time / UInt64(max(1, row.renders)) / 100), 10), ("\(tenths(row.time * 1000 / total)) %", 8),
      ]
      text += padded(row.name, width) + cells.map { aligned($0.0, $0.1) }.joined() + "\n"
    }
    return text
  }

  private mutating func add(_ profile: TemplateProfile) {
    renders += profile.renders
    time += profile.time
  }

  private static func tenths(_ number: UInt64) -> String { "\(number / 10).\(number % 10)" }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
