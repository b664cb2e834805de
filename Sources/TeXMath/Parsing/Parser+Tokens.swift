extension Parser {
  /// Moves after white space.
  mutating func skipSpaces() {
    while position < text.count, text[position].isTeXSpace { position += 1 }
  }

  /// Reads the next token, or nil at the end.
  mutating func next() -> Token? {
    skipSpaces()
    guard position < text.count else { return nil }
    let start = position
    let byte = text[start]
    if byte == UInt8(ascii: "\\") { return nextCommand() }
    if byte < 0x80 {
      position += 1
      return Token(meaning: commands.meaning(ofASCII: byte), start: start, end: start + 1, isCommand: false)
    }
    position += Parser.sequenceLength(byte)
    return token(start..<position, isCommand: false)
  }

  /// The number of bytes of a character that begins with `byte`.
  static func sequenceLength(_ byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// Reads a control sequence. A backslash at the very end is a space.
  private mutating func nextCommand() -> Token {
    position += 1
    let start = position
    guard start < text.count else {
      return Token(meaning: Meaning(role: .ignored), start: start, end: start, isCommand: true)
    }
    if text[start].isASCIILetter {
      while position < text.count, text[position].isASCIILetter { position += 1 }
      return controlWord(start..<position)
    }
    if text[start] == UInt8(ascii: "\\"), start + 1 < text.count, text[start + 1] == UInt8(ascii: "%") {
      // A per cent sign that was escaped twice: nobody begins a row with it.
      position += 2
      return token(start + 1..<position, isCommand: true)
    }
    position += Parser.sequenceLength(text[start])
    return token(start..<position, isCommand: true)
  }

  private mutating func controlWord(_ range: Range<Int>) -> Token {
    if position < text.count, text[position] == UInt8(ascii: "*") {
      let starred = range.lowerBound..<range.upperBound + 1
      if let meaning = commands.meaning(of: starred, in: text) {
        position += 1
        return Token(meaning: meaning, start: range.lowerBound, end: range.upperBound, isCommand: true)
      }
    }
    if let meaning = commands.meaning(of: range, in: text) {
      return Token(meaning: meaning, start: range.lowerBound, end: range.upperBound, isCommand: true)
    }
    return unknownWord(range)
  }

  /// A control word that nobody knows; one that begins with a font's name was glued to its argument.
  private mutating func unknownWord(_ range: Range<Int>) -> Token {
    if let length = gluedFontLength(range) {
      let font = range.lowerBound..<range.lowerBound + length
      position = font.upperBound
      return Token(
        meaning: GluedFont.meaning(text[font]) ?? commands.meaning(of: font, in: text) ?? .unknown,
        start: font.lowerBound, end: font.upperBound, isCommand: true)
    }
    return Token(meaning: .unknown, start: range.lowerBound, end: range.upperBound, isCommand: true)
  }

  /// The length of the font's name before one or two letters: `\mathbbR`, `\calF`.
  private func gluedFontLength(_ range: Range<Int>) -> Int? {
    let isMath = text[range].starts(with: "math".utf8)
    for letters in 1...(isMath ? 2 : 1) where range.count > letters + 1 {
      let font = range.lowerBound..<range.upperBound - letters
      if isMath, commands.meaning(of: font, in: text)?.role == .alphabet { return font.count }
      if !isMath, GluedFont.names.contains(where: { text[font].elementsEqual($0.utf8) }),
        text[font.upperBound] &- 0x41 < 26
      {
        return font.count
      }
    }
    return nil
  }

  private func token(_ range: Range<Int>, isCommand: Bool) -> Token {
    let meaning = commands.meaning(of: range, in: text) ?? unlisted(range)
    return Token(meaning: meaning, start: range.lowerBound, end: range.upperBound, isCommand: isCommand)
  }

  /// A character that is in no list is a letter that stands for itself.
  private func unlisted(_ range: Range<Int>) -> Meaning {
    Meaning(role: .letter, scalar: scalar(at: range.lowerBound))
  }

  /// The character that begins at a byte; `text` is valid UTF-8.
  func scalar(at index: Int) -> UInt32 {
    let lead = text[index]
    if lead < 0x80 { return UInt32(lead) }
    let length = Parser.sequenceLength(lead)
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < text.count {
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    return value
  }

  /// Whether the next character, white space aside, is this one.
  mutating func isNext(_ byte: UInt8) -> Bool {
    skipSpaces()
    return position < text.count && text[position] == byte
  }

  /// Reads the next character where it is this one.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard isNext(byte) else { return false }
    position += 1
    return true
  }
}

extension Parser {
  /// The bytes of an argument as they stand, without its braces.
  mutating func rawArgument() throws(BrokenFormula) -> Range<Int> {
    skipSpaces()
    guard position < text.count else { throw .missingArgument }
    guard text[position] == UInt8(ascii: "{") else {
      guard let token = next(), token.meaning.role != .groupEnd else { throw .missingArgument }
      return token.range
    }
    position += 1
    let start = position
    var level = 1
    while position < text.count {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\\") { position = min(position + 1, text.count) }
      if byte == UInt8(ascii: "{") { level += 1 }
      if byte == UInt8(ascii: "}") { level -= 1 }
      if level == 0 { return start..<position - 1 }
    }
    throw .unbalancedBraces
  }

  /// Reads a length, as `2pt` or `-.5em`, and returns it in mu.
  mutating func dimension() -> Int {
    skipSpaces()
    var sign = 1
    while position < text.count, text[position] == UInt8(ascii: "-") || text[position] == UInt8(ascii: "+") {
      if text[position] == UInt8(ascii: "-") { sign = -sign }
      position += 1
    }
    var thousandths = 0
    var scale = 0
    while position < text.count, text[position].isASCIIDigit || text[position] == UInt8(ascii: ".") {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: ".") {
        scale = 1000
      } else if scale == 0 {
        thousandths = min(thousandths * 10 + Int(byte - 0x30) * 1000, 1_000_000)
      } else {
        scale /= 10
        thousandths += Int(byte - 0x30) * scale
      }
    }
    return sign * thousandths * unit() / 100_000
  }

  /// Reads the unit of a length and returns it in hundredths of a mu, for a font of ten points.
  private mutating func unit() -> Int {
    skipSpaces()
    guard position + 1 < text.count, text[position].isASCIILetter else { return 0 }
    let name = (text[position], text[position + 1])
    let size: Int? =
      switch name {
      case (0x65, 0x6D): 1800
      case (0x65, 0x78): 775
      case (0x6D, 0x75): 100
      case (0x70, 0x74), (0x70, 0x78): 180
      case (0x6D, 0x6D): 512
      case (0x63, 0x6D): 5122
      case (0x69, 0x6E): 13009
      default: nil
      }
    guard let size else { return 0 }
    position += 2
    return size
  }
}

/// The short names of fonts that authors put before a capital.
private enum GluedFont {
  static let names = ["cal", "bb", "frak", "scr"]

  static func meaning(_ name: ArraySlice<UInt8>) -> Meaning? {
    let family: Alphabet.Family
    switch name.first {
    case UInt8(ascii: "b"): family = .doubleStruck
    case UInt8(ascii: "f"): family = .fraktur
    case UInt8(ascii: "m"): return nil
    default: family = .script
    }
    return Meaning(role: .alphabet, detail: Alphabet(family).rawValue)
  }
}
