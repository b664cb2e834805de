import ByteText

/// The parts of an author's name, as citation formats want them apart.
///
/// Records give names as one text. The last word is the family name, with the particles before it that begin with a
/// small letter (`van`, `de la`) and without a suffix (`Jr.`). `Family, Given` is taken as it says. What has one word
/// or names a group is no person's name and stays whole.
struct PersonName {
  /// The family name with its particles, or the whole name where it can't be parted.
  private(set) var family: UnsafeRawBufferPointer
  /// The given names, or empty.
  private(set) var given = UnsafeRawBufferPointer(start: nil, count: 0)
  /// `Jr.`, `III`, or empty.
  private(set) var suffix = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether the name stays whole: a group, or a name of one word.
  var isLiteral: Bool { given.isEmpty }

  /// The parts of a name, which has to stay where it is for as long as they are used.
  init(_ name: UnsafeRawBufferPointer) {
    family = name
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
  private mutating func split(_ name: UnsafeRawBufferPointer, at comma: Int) {
    let before = UnsafeRawBufferPointer(rebasing: name[..<comma])
    let behind = UnsafeRawBufferPointer(rebasing: name[(comma + 1)...]).trimmingSpaces
    guard !before.isEmpty, !behind.isEmpty, !behind.contains(UInt8(ascii: ",")) else { return }
    guard NameSuffix.matches(behind) else {
      (family, given) = (before.trimmingSpaces, behind)
      return
    }
    let name = PersonName(before)
    if !name.isLiteral { (family, given, suffix) = (name.family, name.given, behind) }
  }

  private mutating func split(_ name: UnsafeRawBufferPointer) {
    var end = name.count
    var start = name.startOfWord(endingAt: end)
    let tail = UnsafeRawBufferPointer(rebasing: name[start..<end])
    if NameSuffix.matches(tail) {
      let shorter = name.endOfWord(before: start)
      let family = name.startOfWord(endingAt: shorter)
      if family > 0 { (suffix, end, start) = (tail, shorter, family) }
    }
    while true {
      let particle = name.startOfWord(endingAt: name.endOfWord(before: start))
      guard particle > 0, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name[particle]) else { break }
      start = particle
    }
    given = UnsafeRawBufferPointer(rebasing: name[..<name.endOfWord(before: start)])
    family = UnsafeRawBufferPointer(rebasing: name[start..<end])
  }
}

extension UnsafeRawBufferPointer {
  /// Without the spaces at both ends.
  fileprivate var trimmingSpaces: UnsafeRawBufferPointer {
    var start = 0
    while start < count, self[start] == UInt8(ascii: " ") { start += 1 }
    return UnsafeRawBufferPointer(rebasing: self[start..<Swift.max(start, endOfWord(before: count))])
  }

  /// Where the word begins that ends at an offset.
  fileprivate func startOfWord(endingAt end: Int) -> Int {
    var start = end
    while start > 0, self[start - 1] != UInt8(ascii: " ") { start -= 1 }
    return start
  }

  /// Where the word ends that comes before an offset: behind it are only spaces.
  fileprivate func endOfWord(before start: Int) -> Int {
    var end = start
    while end > 0, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }

  /// Whether the bytes are a word in small letters, capitals counting as small.
  fileprivate func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices {
      let byte = self[index]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[index] { return false }
    }
    return true
  }
}

/// What stands behind a family name.
private enum NameSuffix {
  static func matches(_ word: UnsafeRawBufferPointer) -> Bool {
    switch word.count {
    case 2: word.isWord("jr") || word.isWord("sr") || word.isWord("ii") || word.isWord("iv")
    case 3: word.isWord("jr.") || word.isWord("sr.") || word.isWord("iii")
    default: false
    }
  }
}

/// Names behind which many people stand.
private enum GroupName {
  static func matches(_ name: UnsafeRawBufferPointer, firstSpace space: Int) -> Bool {
    let first = UnsafeRawBufferPointer(rebasing: name[..<space])
    let last = UnsafeRawBufferPointer(rebasing: name[name.startOfWord(endingAt: name.count)...])
    return first.isWord("the") || isGroup(last) || joinsNames(name)
  }

  /// Whether a group's name may end with a word; those of one length are looked at.
  private static func isGroup(_ word: UnsafeRawBufferPointer) -> Bool {
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
  private static func joinsNames(_ name: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    for end in 0...name.count where end == name.count || name[end] == UInt8(ascii: " ") {
      if joinsNames(word: UnsafeRawBufferPointer(rebasing: name[start..<end])) { return true }
      start = end + 1
    }
    return false
  }

  @inline(__always) private static func joinsNames(word: UnsafeRawBufferPointer) -> Bool {
    switch word.count {
    case 1: word[0] == UInt8(ascii: "&")
    case 3: word.isWord("and")
    default: false
    }
  }
}
