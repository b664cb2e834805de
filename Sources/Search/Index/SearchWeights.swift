import Site

extension SearchField {
  /// What a word counts in relation to one of the abstract.
  var weight: Float {
    switch self {
    case .title: 4
    case .authors: 3
    case .subjects: 2
    case .text: 1
    }
  }

  /// How many words the field of a usual paper has. It is fixed, so that a paper's place in the ranking doesn't depend
  /// on the others and their files stay as they are.
  var usualLength: Float {
    switch self {
    case .title: 10
    case .authors: 12
    case .subjects: 8
    case .text: 120
    }
  }

  /// How much a word counts less in a longer field: from 0 for not at all to 1 for in proportion.
  var lengthPenalty: Float {
    switch self {
    case .title, .authors, .subjects: 0.4
    case .text: 0.6
    }
  }
}

/// How often a word is in each field of one paper, each up to 255.
struct FieldCounts {
  private var bytes: UInt32 = 0

  /// Whether the word is in none.
  var isZero: Bool { bytes == 0 }

  /// Counts one more.
  mutating func add(_ field: SearchField) {
    let shift = UInt32(field.rawValue * 8)
    if bytes >> shift & 0xFF < 0xFF { bytes += 1 << shift }
  }

  /// How often the word is in a field.
  func count(_ field: SearchField) -> Float { Float(bytes >> UInt32(field.rawValue * 8) & 0xFF) }
}

/// What the words of one paper weigh (the part of Okapi BM25F that follows from the paper alone).
struct PaperWeights {
  /// The weight of a word in the field of a paper, by field.
  private var factors: (Float, Float, Float, Float) = (0, 0, 0, 0)
  /// How soon more of the same word counts no more.
  private static let saturation: Float = 1.4
  /// The number of steps of an impact.
  static let steps: Float = 16

  /// The weights of a paper whose fields have so many words.
  init(lengths: [Int]) {
    factors = (
      Self.factor(.title, lengths), Self.factor(.authors, lengths), Self.factor(.subjects, lengths),
      Self.factor(.text, lengths)
    )
  }

  private static func factor(_ field: SearchField, _ lengths: [Int]) -> Float {
    let length = Float(lengths[field.rawValue]) / field.usualLength
    return field.weight / (1 - field.lengthPenalty + field.lengthPenalty * length)
  }

  /// How much a word says about the paper: from 1 to 15.
  func impact(of counts: FieldCounts) -> UInt32 {
    let sum =
      factors.0 * counts.count(.title) + factors.1 * counts.count(.authors)
      + factors.2 * counts.count(.subjects) + factors.3 * counts.count(.text)
    return UInt32(min(max(sum / (sum + Self.saturation) * Self.steps, 1), Self.steps - 1))
  }
}
