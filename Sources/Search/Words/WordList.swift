import ByteText

/// The words of a text, one after the other in one buffer that is used again for the next text.
struct WordList: ~Copyable {
  /// The most bytes of a word: what is longer is no word that anybody types.
  static let longestWord = 64

  private var text = ByteBuffer(capacity: 4096)
  private var ends: [Int] = []

  /// The number of words.
  var count: Int { ends.count }

  /// A word by its position.
  subscript(position: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let start = position > 0 ? ends[position - 1] : 0
      return _overrideLifetime(text.span.extracting(start..<ends[position]), borrowing: self)
    }
  }

  /// Forgets the words.
  mutating func removeAll() {
    text.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a word of ASCII letters as its stem, unless it is too long.
  mutating func append(letters: Span<UInt8>) {
    guard letters.count <= Self.longestWord else { return }
    let start = text.count
    text.append(lowercasing: letters)
    finish(start)
  }

  /// Adds a folded word as its stem, unless it is too long.
  mutating func append(_ word: Span<UInt8>) {
    guard (1...Self.longestWord).contains(word.count) else { return }
    let start = text.count
    text.append(word)
    finish(start)
  }

  /// Makes what was appended a stem.
  private mutating func finish(_ start: Int) {
    if text.span[text.count - 1] == UInt8(ascii: "s") {
      let stem = WordStem(of: text.span.extracting(start..<text.count))
      let end = start + stem.kept
      text.truncate(to: end)
      if stem.endsInY { text.append(UInt8(ascii: "y")) }
    }
    ends.append(text.count)
  }
}
