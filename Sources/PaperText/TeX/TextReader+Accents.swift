import ByteText

extension TextReader {
  /// `\'e`, `\'{e}`, `\' e`, `\'{\i}`.
  mutating func readSymbolAccent() {
    let sign = peek(1)
    let start = index
    index += 2
    guard !readAccented(mark: Self.mark(of: sign)) else { return }
    index = start + 2
    if source.holds("{}", at: index) { index += 2 }
    appendSign(sign)
  }

  /// The combining mark that a sign after a backslash means.
  static func mark(of sign: UInt8) -> Unicode.Scalar {
    switch sign {
    case UInt8(ascii: "'"): "\u{301}"
    case UInt8(ascii: "`"): "\u{300}"
    case UInt8(ascii: "^"): "\u{302}"
    case UInt8(ascii: "\""): "\u{308}"
    case UInt8(ascii: "~"): "\u{303}"
    case UInt8(ascii: "="): "\u{304}"
    default: "\u{307}"
    }
  }

  /// An accent sign without a letter means itself; a quote was escaped for another language.
  private mutating func appendSign(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "'"): tree.append("’", leaving: .other)
    case UInt8(ascii: "\""): appendDoubleQuote(opening: tree.preceding != .word && !isQuoteOpen)
    default: tree.append(Unicode.Scalar(sign))
    }
  }

  /// `\c{c}`, `\v s`; also `\r{ho}`, which once was `\rho`, and `\u2019`, which was JSON.
  mutating func readLetterAccent(_ mark: Unicode.Scalar, name: Range<Int>) {
    if let scalar = symbolBrokenByAccent(name) { return tree.append(scalar) }
    if mark == "\u{306}", let scalar = escapedScalar() { return tree.append(scalar) }
    let start = index
    if readAccented(mark: mark) { return }
    index = start
    readUnknown(name)
  }

  /// The symbol whose name an accent command tore apart: `\b{eta}` is `\beta`.
  private mutating func symbolBrokenByAccent(_ name: Range<Int>) -> Unicode.Scalar? {
    guard let rest = source.braced(at: index), rest.count > 1, rest.count < 12 else { return nil }
    var whole = ByteBuffer(capacity: 16)
    whole.append(source.slice(name))
    whole.append(source.slice(rest))
    guard whole.span.indices.allSatisfy({ whole.span[$0].isLetter }) else { return nil }
    guard case .symbol(let scalar) = TeXCommand.named(whole.span) else { return nil }
    index = rest.upperBound + 1
    return scalar
  }

  private mutating func escapedScalar() -> Unicode.Scalar? {
    var value: UInt32 = 0
    for offset in 0..<4 {
      guard WebAddress.isHexDigit(peek(offset)) else { return nil }
      let byte = peek(offset)
      value = value << 4 | UInt32(byte.isDigit ? byte - 0x30 : WebAddress.lowercased(byte) - 0x57)
    }
    guard let scalar = Unicode.Scalar(value), value >= 0x20 else { return nil }
    index += 4
    return CharacterFilter.allowed(scalar) ?? "\u{FFFD}"
  }

  /// Reads the letter that a mark belongs to; false where there is none. Of several letters in braces the mark is the
  /// first one's.
  private mutating func readAccented(mark: Unicode.Scalar) -> Bool {
    let start = index
    index = source.indexAfterSpaces(from: index)
    if index > start, !mayStandApart(mark) { return false }
    var braces = 0
    while peek() == UInt8(ascii: "{"), braces < 4 {
      braces += 1
      index = source.indexAfterSpaces(from: index + 1)
    }
    guard let base = readBase(depth: 0) else { return false }
    guard appendComposed(base, mark) else { return false }
    while braces > 0, peek() == UInt8(ascii: "}") {
      braces -= 1
      index += 1
    }
    for _ in 0..<braces { openGroup() }
    return true
  }

  /// Whether a mark and the letter after a space belong together, as in `Fr\' echet`: the signs are also used for
  /// themselves, as in `speakers\' intentions`, and short names are also macros of authors.
  private func mayStandApart(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "\u{301}", "\u{308}":
      "aeiouyAEIOUY\\{".utf8.contains(peek()) && tree.lastByte != UInt8(ascii: "s")
        || mark == "\u{301}" && "cnzCNZ".utf8.contains(peek()) && tree.lastByte == UInt8(ascii: "y")
    case "\u{303}", "\u{304}", "\u{307}": false
    case "\u{323}", "\u{331}", "\u{361}", "\u{309}": tree.preceding == .word
    default: true
    }
  }

  private mutating func appendComposed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
    if let composed = Self.compose(base, mark) {
      tree.append(composed)
      return true
    }
    guard base.properties.isAlphabetic, mark != "\u{308}", mark != "\u{301}" else { return false }
    tree.append(base)
    tree.append(mark)
    return true
  }

  private static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    if mark == "\u{307}", base == "i" { return base }
    return ComposedLetters.compose(base, mark)
  }

  /// A letter, `\i`, `\j`, `\ae` or a letter that already has a mark.
  private mutating func readBase(depth: Int) -> Unicode.Scalar? {
    guard peek() == UInt8(ascii: "\\") else { return readPlainBase() }
    if !peek(1).isLetter { return depth < 3 ? readMarkedBase(depth: depth) : nil }
    let name = index + 1..<source.endOfName(from: index + 1)
    index = name.upperBound
    switch TeXCommand.named(source.slice(name)) {
    case .letter(let text):
      index = indexAfterName()
      if name.count == 1, source[name.lowerBound] == UInt8(ascii: "i") { return "i" }
      if name.count == 1, source[name.lowerBound] == UInt8(ascii: "j") { return "j" }
      return String(describing: text).unicodeScalars.first
    default: return nil
    }
  }

  private mutating func readPlainBase() -> Unicode.Scalar? {
    let (scalar, end) = source.scalar(at: index)
    guard index < source.count, scalar.properties.isAlphabetic else { return nil }
    index = end
    return scalar
  }

  private mutating func readMarkedBase(depth: Int) -> Unicode.Scalar? {
    let mark = Self.mark(of: peek(1))
    guard "'`^\"~=.".utf8.contains(peek(1)) else { return nil }
    index += 2
    let isBraced = peek() == UInt8(ascii: "{")
    if isBraced { index += 1 }
    guard let base = readBase(depth: depth + 1) else { return nil }
    if isBraced, peek() == UInt8(ascii: "}") { index += 1 }
    return Self.compose(base, mark)
  }
}
