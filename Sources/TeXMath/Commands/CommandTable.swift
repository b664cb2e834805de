/// Maps the bytes of a control sequence's name (without backslash), of an environment's name (in braces) or of a
/// character to its meaning.
///
/// A hash table with linear probing over one array, filled once from the lists in this folder and in `Symbols`.
struct CommandTable: Sendable {
  private struct Slot: BitwiseCopyable {
    var hash: UInt32 = 0
    var nameStart: UInt32 = 0
    var nameCount: UInt32 = 0
    var meaning = Meaning.unknown
  }

  private static let slotCount = 8192

  /// The table of everything this module knows.
  static let standard = CommandTable()

  private var slots = [Slot](repeating: Slot(), count: CommandTable.slotCount)
  private var names: [UInt8] = []
  private let ascii = CommandTable.asciiMeanings()

  private init() {
    definePhrases()
    defineTemplates()
    defineSymbols()
    defineStructures()
    defineTextCommands()
    defineEnvironments()
  }

  /// The meaning of the name in `bytes[range]`, or nil.
  func meaning(of range: Range<Int>, in bytes: [UInt8]) -> Meaning? {
    let hash = CommandTable.hash(range, in: bytes)
    var index = Int(hash) & (CommandTable.slotCount - 1)
    while slots[index].nameCount > 0 {
      if slots[index].hash == hash, isName(of: slots[index], equalTo: range, in: bytes) { return slots[index].meaning }
      index = (index + 1) & (CommandTable.slotCount - 1)
    }
    return nil
  }

  private func isName(of slot: Slot, equalTo range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard Int(slot.nameCount) == range.count else { return false }
    let start = Int(slot.nameStart)
    for offset in 0..<range.count where names[start + offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  private static func hash(_ range: Range<Int>, in bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}

extension CommandTable {
  /// Gives a name its meaning; the first definition of a name stays.
  mutating func define(_ name: some Sequence<UInt8>, as meaning: Meaning) {
    let start = names.count
    names.append(contentsOf: name)
    let range = start..<names.count
    guard !range.isEmpty, self.meaning(of: range, in: names) == nil else { return }
    let hash = CommandTable.hash(range, in: names)
    var index = Int(hash) & (CommandTable.slotCount - 1)
    while slots[index].nameCount > 0 { index = (index + 1) & (CommandTable.slotCount - 1) }
    slots[index] = Slot(
      hash: hash, nameStart: UInt32(range.lowerBound), nameCount: UInt32(range.count), meaning: meaning)
  }

  /// Gives every name of a list, separated by spaces, one meaning.
  mutating func define(_ names: String, as meaning: Meaning) {
    for name in names.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      define(name, as: meaning)
    }
  }

  /// Gives the characters of a list their meaning: each line has a character, then its names.
  ///
  /// A character that is written with an escape in TeX stands for itself in names only.
  mutating func defineCharacters(_ lines: String, as meaning: Meaning) {
    for line in lines.split(separator: "\n") {
      guard let scalar = line.unicodeScalars.first else { continue }
      var meaning = meaning
      meaning.scalar = scalar.value
      if !scalar.isASCII { define(scalar.utf8, as: meaning) }
      define(String(line.dropFirst()), as: meaning)
    }
  }
}

extension CommandTable {
  /// The meaning of a character of ASCII that stands for itself.
  func meaning(ofASCII byte: UInt8) -> Meaning { ascii[Int(byte)] }

  static func asciiMeanings() -> [Meaning] {
    (0..<128).map { meaning(of: UInt8($0)) }
  }

  private static func meaning(of byte: UInt8) -> Meaning {
    let scalar = UInt32(byte)
    switch byte {
    case 0x30...0x39: return Meaning(role: .digit, scalar: scalar)
    case 0x41...0x5A, 0x61...0x7A: return Meaning(role: .letter, scalar: scalar)
    case UInt8(ascii: "+"): return Meaning(role: .operation, atom: .binary, scalar: scalar)
    case UInt8(ascii: "-"): return Meaning(role: .operation, atom: .binary, scalar: 0x2212)
    case UInt8(ascii: "*"): return Meaning(role: .operation, atom: .binary, scalar: 0x2217)
    case UInt8(ascii: "/"): return Meaning(role: .operation, scalar: scalar)
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"):
      return Meaning(role: .operation, atom: .relation, scalar: scalar)
    case UInt8(ascii: ","), UInt8(ascii: ";"): return Meaning(role: .operation, atom: .punctuation, scalar: scalar)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return Meaning(role: .operation, atom: .closing, scalar: scalar)
    case UInt8(ascii: "("), UInt8(ascii: "["): return Meaning(role: .fence, atom: .opening, scalar: scalar)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return Meaning(role: .fence, atom: .closing, scalar: scalar)
    case UInt8(ascii: "|"): return Meaning(role: .fence, scalar: scalar)
    case UInt8(ascii: "~"): return Meaning(role: .space, atom: .none, scalar: 6)
    // As in Computer Modern, where a quotation mark is at the backtick's place.
    case UInt8(ascii: "`"): return Meaning(role: .ordinary, scalar: 0x2018)
    default: return syntax(of: byte) ?? Meaning(role: .ordinary, scalar: scalar)
    }
  }

  private static func syntax(of byte: UInt8) -> Meaning? {
    let role: Role? =
      switch byte {
      case UInt8(ascii: "{"): .groupStart
      case UInt8(ascii: "}"): .groupEnd
      case UInt8(ascii: "^"): .upperScript
      case UInt8(ascii: "_"): .lowerScript
      case UInt8(ascii: "'"): .prime
      case UInt8(ascii: "&"): .tab
      case UInt8(ascii: "$"): .dollar
      default: nil
      }
    return role.map { Meaning(role: $0) }
  }
}
