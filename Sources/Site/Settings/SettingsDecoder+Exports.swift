import ByteText
import DataFiles

extension SettingsDecoder {
  /// Switches of one group: `true` or `false` for all, or a mapping that names some.
  mutating func switches<Group>(
    _ node: DataNode, of group: inout Group, _ switches: [(name: String, path: WritableKeyPath<Group, Bool>)]
  ) {
    guard node.kind == .object else {
      let isOn = bool(node) ?? true
      for (_, path) in switches { group[keyPath: path] = isOn }
      return
    }
    for (key, value) in tree.members(of: node) {
      let name = tree.string(key)
      if let path = switches.first(where: { $0.name == name })?.path {
        group[keyPath: path] = bool(value) ?? true
      } else {
        report(tree.unknownKeyIssue(key, among: switches.map(\.name), severity: .error))
      }
    }
  }

  /// The feeds: `true`, `false`, or a mapping.
  mutating func feeds(_ node: DataNode, into feeds: inout Outputs.Feeds) {
    if node.kind != .object {
      let isOn = bool(node) ?? true
      return (feeds.rss, feeds.atom, feeds.json) = (isOn, isOn, isOn)
    }
    decode(
      node, into: &feeds,
      [
        "rss": { $2.rss = $0.bool($1) ?? true },
        "atom": { $2.atom = $0.bool($1) ?? true },
        "json": { $2.json = $0.bool($1) ?? true },
        "archives": { $2.archives = $0.bool($1) ?? true },
        "limit": { $2.limit = $0.integer($1, in: 1...10_000) ?? $2.limit },
        "hub": { $2.hub = $0.hub($1) ?? "" },
        "for": { $2.kinds = $0.feedKinds($1) },
      ])
  }

  /// The listings that have feeds, by the names of their pages.
  private mutating func feedKinds(_ node: DataNode) -> Set<String> {
    var kinds: Set<String> = []
    for element in items(node) {
      guard let name = string(element) else { continue }
      if kindsWithFeeds.contains(name) {
        kinds.insert(name)
      } else {
        let help = Suggestion.nearest(to: name, among: kindsWithFeeds).map { "did you mean `\($0)`?" }
        report(
          "settings/feeds", "\"\(name)\" is no listing with feeds", at: element,
          help: help ?? "these have feeds: \(kindsWithFeeds.joined(separator: ", "))")
      }
    }
    return kinds
  }

  private mutating func hub(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    if BaseURL.normalized(text) != nil { return text }
    report("settings/feeds", "`hub` must be an http or https address: \"\(text)\"", at: node)
    return nil
  }
}
