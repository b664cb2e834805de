import ByteText

/// The parts of an author's name, as citation formats want them apart.
///
/// Records give names as one text. The last word is the family name, with the particles before it that begin with a
/// small letter (`van`, `de la`) and without a suffix (`Jr.`). `Family, Given` is taken as it says. What has one word
/// or names a group is no person's name and stays whole.
struct PersonName: ~Escapable {
  private let name: Span<UInt8>
  private let parts: NameParts

  /// The parts of a name.
  @_lifetime(copy name)
  init(_ name: Span<UInt8>) {
    self.name = name
    parts = NameParts(of: name)
  }

  /// The family name with its particles, or the whole name where it can't be parted.
  var family: Span<UInt8> { @_lifetime(copy self) get { name.extracting(parts.family) } }
  /// The given names, or empty.
  var given: Span<UInt8> { @_lifetime(copy self) get { name.extracting(parts.given) } }
  /// `Jr.`, `III`, or empty.
  var suffix: Span<UInt8> { @_lifetime(copy self) get { name.extracting(parts.suffix) } }
  /// Whether the name stays whole: a group, or a name of one word.
  var isLiteral: Bool { parts.given.isEmpty }
}

/// Where the parts of a name are in it.
private struct NameParts {
  var family: Range<Int>
  var given = 0..<0
  var suffix = 0..<0

  init(of name: Span<UInt8>) {
    family = 0..<name.count
    guard let space = name.firstIndex(of: UInt8(ascii: " ")), !GroupName.matches(name, firstSpace: space) else {
      return
    }
    if let comma = name.firstIndex(of: UInt8(ascii: ",")) {
      split(name, at: comma)
    } else {
      split(name)
    }
  }

  /// `Family, Given` or `Given Family, Jr.`; more commas make no name of a person.
  private mutating func split(_ name: Span<UInt8>, at comma: Int) {
    let before = name.withoutSpaces(at: 0..<comma)
    let after = name.withoutSpaces(at: comma + 1..<name.count)
    guard comma > 0, !after.isEmpty, name.firstIndex(of: UInt8(ascii: ","), from: comma + 1) == nil else { return }
    guard NameSuffix.matches(name.extracting(after)) else {
      (family, given) = (before, after)
      return
    }
    let parts = NameParts(of: name.extracting(0..<comma))
    if !parts.given.isEmpty { (family, given, suffix) = (parts.family, parts.given, after) }
  }

  private mutating func split(_ name: Span<UInt8>) {
    var end = name.count
    var start = name.startOfWord(endingAt: end)
    let tail = start..<end
    if NameSuffix.matches(name.extracting(tail)) {
      let shorter = name.endOfWord(before: start)
      let family = name.startOfWord(endingAt: shorter)
      if family > 0 { (suffix, end, start) = (tail, shorter, family) }
    }
    while true {
      let particle = name.startOfWord(endingAt: name.endOfWord(before: start))
      guard particle > 0, ASCII.isLowercase(name[particle]) else { break }
      start = particle
    }
    given = 0..<name.endOfWord(before: start)
    family = start..<end
  }
}

extension Span<UInt8> {
  /// A range without the spaces at both ends.
  fileprivate func withoutSpaces(at range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// Where the word begins that ends at an offset.
  fileprivate func startOfWord(endingAt end: Int) -> Int {
    var start = end
    while start > 0, self[start - 1] != UInt8(ascii: " ") { start -= 1 }
    return start
  }

  /// Where the word ends that comes before an offset: after it are only spaces.
  fileprivate func endOfWord(before start: Int) -> Int {
    var end = start
    while end > 0, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }

  /// Whether the bytes are a word in small letters, capitals counting as small.
  fileprivate func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return indices.allSatisfy { ASCII.lowercased(self[$0]) == word.utf8Start[$0] }
  }
}

/// What follows a family name.
private enum NameSuffix {
  static func matches(_ word: Span<UInt8>) -> Bool {
    switch word.count {
    case 2: word.isWord("jr") || word.isWord("sr") || word.isWord("ii") || word.isWord("iv")
    case 3: word.isWord("jr.") || word.isWord("sr.") || word.isWord("iii")
    default: false
    }
  }
}

/// Names of groups of people.
private enum GroupName {
  static func matches(_ name: Span<UInt8>, firstSpace space: Int) -> Bool {
    let first = name.extracting(0..<space)
    let last = name.extracting(name.startOfWord(endingAt: name.count)..<name.count)
    return first.isWord("the") || isGroup(last) || joinsNames(name)
  }

  /// Whether a group's name may end with a word; those of one length are looked at.
  private static func isGroup(_ word: Span<UInt8>) -> Bool {
    switch word.count {
    case 3: word.isWord("lab")
    case 4: word.isWord("labs") || word.isWord("team")
    case 5: word.isWord("group")
    case 7: word.isWord("authors") || word.isWord("project")
    case 9: word.isWord("institute")
    case 10:
      word.isWord("consortium") || word.isWord("foundation") || word.isWord("initiative") || word.isWord("university")
    case 13: word.isWord("collaboration")
    default: false
    }
  }

  /// Whether one of the words is `and` or `&`: BibTeX would take it for the border between two names.
  private static func joinsNames(_ name: Span<UInt8>) -> Bool {
    var start = 0
    for end in 0...name.count where end == name.count || name[end] == UInt8(ascii: " ") {
      if joinsNames(word: name.extracting(start..<end)) { return true }
      start = end + 1
    }
    return false
  }

  @inline(__always) private static func joinsNames(word: Span<UInt8>) -> Bool {
    switch word.count {
    case 1: word[0] == UInt8(ascii: "&")
    case 3: word.isWord("and")
    default: false
    }
  }
}
