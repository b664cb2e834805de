import ByteText

/// Takes texts apart into the words by which they are found.
///
/// - A word is a run of letters and digits, folded and without its plural. Apostrophes vanish: `Bayes'` → `baye`.
/// - Runs that hyphens, dots or underscores join are words each and all together: `GPT-4` → `gpt`, `4`, `gpt4`; so are
///   the letters and the digits of one run: `LLaMA2` → `llama2`, `llama`, `2`. So however a name is written it is
///   found however it is typed.
/// - Scripts without spaces between words are cut into pairs of neighbours: `机器学习` → `机器`, `器学`, `学习`.
struct WordScanner: ~Copyable {
  /// The most runs of a joined word; after them a new one begins.
  static let mostParts = 6

  /// The folded runs of the joined word that is being read.
  private var folded = ByteBuffer(capacity: 256)
  /// Where each run begins.
  private var parts: [Int] = []
  private var isInPart = false
  /// Whether any of them may have a digit.
  private var hasDigits = false
  /// The sign of a script without spaces that was read last, and whether it is in a pair already.
  private var neighbour: Unicode.Scalar?
  private var isPaired = false

  /// Adds the words of a text to a list.
  mutating func scan(_ text: Span<UInt8>, into words: inout WordList) {
    var index = 0
    while index < text.count {
      if parts.isEmpty, neighbour == nil { index = takePlainWords(of: text, from: index, &words) }
      guard index < text.count else { break }
      if text[index] < 0x80 {
        take(text[index], &words)
        index &+= 1
      } else {
        let (scalar, length) = UTF8Decoding.lossyScalar(in: text, at: index)
        take(scalar, &words)
        index += length
      }
    }
    separate(&words)
  }

  /// Adds words that are ASCII letters between spaces and the like: most are, and need not be folded letter by letter.
  ///
  /// - Returns: the index of what is anything else.
  private func takePlainWords(of text: Span<UInt8>, from start: Int, _ words: inout WordList) -> Int {
    var index = start
    while index < text.count {
      let end = ByteRuns.endOfLetters(in: text, from: index)
      guard end == text.count || Self.isSpace(text[end]) else { return index }
      if end > index { words.append(letters: text.extracting(index..<end)) }
      index = end &+ 1
    }
    return text.count
  }

  /// Whether a byte surely ends a word.
  @inline(__always) private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ":")
  }

  private mutating func take(_ byte: UInt8, _ words: inout WordList) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      beginPart(&words)
      folded.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      beginPart(&words)
      folded.append(byte | 0x20)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      beginPart(&words)
      folded.append(byte)
      hasDigits = true
    case UInt8(ascii: "'"): break
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): join(&words)
    default: separate(&words)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ words: inout WordList) {
    switch SignKind(of: scalar) {
    case .letter:
      beginPart(&words)
      WordFolding.append(scalar, to: &folded)
      hasDigits = true
    case .ideograph: takeIdeograph(scalar, &words)
    case .vanishing: break
    case .joiner: join(&words)
    case .separator: separate(&words)
    }
  }

  @inline(__always) private mutating func beginPart(_ words: inout WordList) {
    if !isInPart { startPart(&words) }
  }

  private mutating func startPart(_ words: inout WordList) {
    endIdeographs(&words)
    if parts.count == Self.mostParts { endCompound(&words) }
    parts.append(folded.count)
    isInPart = true
  }

  private mutating func join(_ words: inout WordList) {
    // Only one sign joins: `a--b` and `a- b` are two words.
    if isInPart { isInPart = false } else { separate(&words) }
  }

  private mutating func separate(_ words: inout WordList) {
    if !parts.isEmpty { endCompound(&words) }
    endIdeographs(&words)
  }

  private mutating func endCompound(_ words: inout WordList) {
    if parts.count == 1, !hasDigits {
      words.append(folded.span)
    } else {
      Self.append(folded.span, parts, to: &words)
    }
    parts.removeAll(keepingCapacity: true)
    folded.removeAll()
    (isInPart, hasDigits) = (false, false)
  }

  /// Adds the runs of a joined word, and where there are several, the whole.
  private static func append(_ whole: Span<UInt8>, _ parts: [Int], to words: inout WordList) {
    for index in parts.indices {
      let part = whole.extracting(parts[index]..<(index + 1 < parts.count ? parts[index + 1] : whole.count))
      words.append(part)
      appendPieces(of: part, to: &words)
    }
    if parts.count > 1 { words.append(whole) }
  }

  /// Adds the letters and the digits of a run that has both.
  private static func appendPieces(of part: Span<UInt8>, to words: inout WordList) {
    var start = 0
    for index in 1..<max(part.count, 1) where ASCII.isDigit(part[index]) != ASCII.isDigit(part[index - 1]) {
      words.append(part.extracting(start..<index))
      start = index
    }
    if start > 0 { words.append(part.extracting(start..<part.count)) }
  }

  private mutating func takeIdeograph(_ scalar: Unicode.Scalar, _ words: inout WordList) {
    if !parts.isEmpty { endCompound(&words) }
    if let first = neighbour {
      appendPair(first, scalar, &words)
      isPaired = true
    }
    neighbour = scalar
  }

  private mutating func endIdeographs(_ words: inout WordList) {
    guard let last = neighbour else { return }
    if !isPaired { appendPair(last, nil, &words) }
    (neighbour, isPaired) = (nil, false)
  }

  private mutating func appendPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar?, _ words: inout WordList) {
    folded.append(first)
    if let second { folded.append(second) }
    words.append(folded.span)
    folded.removeAll()
  }
}
