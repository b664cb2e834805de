import ByteText

/// What went wrong in the rendering of pages.
enum PageFailures {
  /// After so many failures a worker gives up.
  static let limit = 1000

  /// Each mistake once, however many pages show it, with the way to the first of them.
  static func merged(_ failures: [Diagnostic]) -> [Diagnostic] {
    let mistakes = Dictionary(grouping: failures) { Mistake(place: $0.place, message: $0.message) }
    return mistakes.values.compactMap { failures in
      guard var first = failures.min(by: isBefore) else { return nil }
      if failures.count > 1 { first.notes.append(Diagnostic.Note("other pages show it too")) }
      return first
    }
  }

  private struct Mistake: Hashable {
    let place: String
    let message: String
  }

  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    left.notes.map(\.description).lexicographicallyPrecedes(right.notes.map(\.description))
  }
}

extension Diagnostic.Note {
  fileprivate var description: String { "\(message) \(place ?? "")" }
}
