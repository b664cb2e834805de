/// Measures how long templates run.
struct Profiler {
  let clock: () -> UInt64
  var profiles: [TemplateProfile]
  private var running: [Int] = []
  private var since: UInt64 = 0

  init(templates: [String], clock: @escaping () -> UInt64) {
    self.clock = clock
    profiles = templates.map { TemplateProfile(name: $0, renders: 0, time: 0) }
  }

  mutating func enter(_ template: Int, isTemplate: Bool) {
    lap()
    running.append(template)
    if isTemplate { profiles[template].renders += 1 }
  }

  mutating func leave() {
    lap()
    running.removeLast()
  }

  /// After a failure nothing is running.
  mutating func stop() { running.removeAll() }

  private mutating func lap() {
    let now = clock()
    if let last = running.last { profiles[last].time &+= now &- since }
    since = now
  }
}
