/// Finds the known name that a misspelt one was meant to be.
///
/// ```swift
/// Suggestion.nearest(to: "titel", among: ["title", "authors"])  // title
/// ```
public enum Suggestion {
  private static let longestName = 256

  /// The candidate nearest to `name` by edit distance, where it is near enough to be meant; of equals, the first.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    // What is much longer than any name is not one that was misspelt.
    guard name.utf8.count <= longestName else { return nil }
    let scalars = Array(name.lowercased().unicodeScalars)
    let length = name.unicodeScalars.count
    let limit = max(1, length / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name && abs(candidate.unicodeScalars.count - length) <= limit {
      let other = Array(candidate.lowercased().unicodeScalars)
      let farthest = min(limit, (best?.distance ?? .max) - 1)
      if let distance = distance(from: scalars, to: other, upTo: farthest) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours; nil where it is
  /// more than a limit.
  private static func distance(from a: [Unicode.Scalar], to b: [Unicode.Scalar], upTo limit: Int) -> Int? {
    var (older, previous) = ([Int](repeating: 0, count: b.count + 1), Array(0...b.count))
    var current = older
    for i in 0..<a.count {
      current[0] = i + 1
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        current[j + 1] = cost
      }
      // Whatever follows costs as much as the least of the two last rows.
      if current.min() ?? 0 > limit, previous.min() ?? 0 >= limit { return nil }
      (older, previous, current) = (previous, current, older)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
