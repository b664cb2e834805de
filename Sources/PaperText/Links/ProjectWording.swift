/// Words by which authors announce their project page.
enum ProjectWording {
  private static let words: [StaticString] = [
    "project page", "project website", "project webpage", "project web", "project site", "project homepage",
    "project is available at", "homepage", "demo page",
  ]

  /// Whether one of them stands in a text.
  static func occurs(in text: Span<UInt8>) -> Bool {
    text.indices.contains { start in words.contains { WebAddress.starts(text, with: $0, at: start) } }
  }

  /// Whether one of them stands near the end of a text, in its last sentence.
  static func ends(_ text: Span<UInt8>) -> Bool {
    var start = text.count
    while start > 0, text.count - start < 60 {
      if text[start - 1] == UInt8(ascii: "."), text.count - start > 1 { break }
      start -= 1
    }
    return occurs(in: text.extracting(start..<text.count))
  }
}
