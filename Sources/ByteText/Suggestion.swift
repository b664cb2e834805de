/// Finds the known name that a misspelt one was meant to be.
public enum Suggestion {
  private static let longestName = 256

  /// The candidate nearest to `name` by edit distance, where it is near enough to be meant; of equals, the first.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    // What is much longer than any name is not one that was misspelt.
    guard name.utf8.count <= longestName else { return nil }
    let limit = max(1, name.unicodeScalars.count / 3)
    var best: (name: String, distance: Int)?
    let length = name.unicodeScalars.count
    for candidate in candidates where candidate != name && abs(candidate.unicodeScalars.count - length) <= limit {
      let distance = distance(from: name, to: candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
  static func distance(from left: String, to right: String) -> Int {
    let a = Array(left.lowercased().unicodeScalars)
    let b = Array(right.lowercased().unicodeScalars)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        var cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, older[j - 2] + 1) }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
