/// Gives each heading of a page an id that a link can lead to.
struct HeadingIdentifiers {
  private var used: [String: Int] = [:]

  /// The words in lower case with hyphens between them; a number behind it where it has been given out before.
  mutating func identifier(for words: String) -> String {
    let base = Self.slug(of: words)
    var identifier = base
    var number = used[base] ?? 0
    while used[identifier] != nil {
      number += 1
      identifier = "\(base)-\(number)"
    }
    used[base] = number
    used[identifier] = used[identifier] ?? 0
    return identifier
  }

  private static func slug(of words: String) -> String {
    var slug = ""
    for scalar in words.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug += scalar.properties.lowercaseMapping
      } else if !slug.isEmpty, slug.last != "-", scalar != "'", scalar != "’" {
        slug += "-"
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "section" : slug
  }
}
