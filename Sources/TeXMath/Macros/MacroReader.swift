/// Reads control sequences and arguments from bytes.
struct MacroReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next byte, or nil at the end.
  var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  /// The next byte that is no white space. Moves to it.
  var peekPastSpaces: UInt8? {
    mutating get {
      while position < bytes.endIndex, bytes[position].isTeXSpace { position += 1 }
      return peek
    }
  }

  mutating func advance() { position += 1 }

  /// Moves behind this byte where it is next.
  mutating func skip(_ byte: UInt8) {
    if peekPastSpaces == byte { position += 1 }
  }

  /// Reads a control sequence, of which the backslash is next, and returns its name.
  mutating func controlSequence() -> ArraySlice<UInt8> {
    position += 1
    let start = position
    guard position < bytes.endIndex else { return bytes[start..<start] }
    if bytes[position].isASCIILetter {
      while position < bytes.endIndex, bytes[position].isASCIILetter { position += 1 }
    } else {
      position = min(position + Parser.sequenceLength(bytes[position]), bytes.endIndex)
    }
    return bytes[start..<position]
  }

  /// Reads the name that a definition is about: `\name` or `{\name}`.
  mutating func definedName() -> [UInt8]? {
    let isBraced = peekPastSpaces == UInt8(ascii: "{")
    if isBraced { position += 1 }
    guard peekPastSpaces == UInt8(ascii: "\\") else { return nil }
    let name = Array(controlSequence())
    if isBraced { skip(UInt8(ascii: "}")) }
    return name.isEmpty ? nil : name
  }

  /// Reads an argument: what stands in braces, a control sequence or a character.
  mutating func argument() -> [UInt8]? {
    guard let byte = peekPastSpaces else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return delimited(by: UInt8(ascii: "}"))
    case UInt8(ascii: "}"): return nil
    case UInt8(ascii: "\\"): return [byte] + controlSequence()
    default:
      let start = position
      position = min(position + Parser.sequenceLength(byte), bytes.endIndex)
      return Array(bytes[start..<position])
    }
  }

  /// Reads what stands in brackets, where they follow.
  mutating func bracketArgument() -> [UInt8]? {
    peekPastSpaces == UInt8(ascii: "[") ? delimited(by: UInt8(ascii: "]")) : nil
  }

  private mutating func delimited(by end: UInt8) -> [UInt8]? {
    position += 1
    let start = position
    var level = 0
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if level == 0, byte == end { return Array(bytes[start..<position - 1]) }
      if byte == UInt8(ascii: "\\") { position = min(position + 1, bytes.endIndex) }
      if byte == UInt8(ascii: "{") { level += 1 }
      if byte == UInt8(ascii: "}") { level -= 1 }
    }
    return nil
  }
}
