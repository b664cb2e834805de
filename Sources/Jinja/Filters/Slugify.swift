import ByteText

extension Scratch {
  /// Lowercase ASCII letters and digits with `-` between words; accents are folded, other characters left out.
  mutating func slugify(_ value: Value) throws(TemplateFailure) -> Value {
    try transform(try softText(value), safe: false) { bytes, out in
      var (index, needsDash) = (0, false)
      let start = out.count
      while index < bytes.count {
        let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
        index += width
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        let letters = Slug.letters(of: scalar)
        if letters.isEmpty {
          needsDash = scalar != "'" && scalar != "’" || needsDash
          continue
        }
        if needsDash, out.count > start { out.append(UInt8(ascii: "-")) }
        needsDash = false
        for letter in letters { out.append(letter) }
      }
    }
  }
}

/// The ASCII letters that stand for a character in a URL.
enum Slug {
  static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      switch byte {
      case 48...57, 97...122: return [byte]
      case 65...90: return [byte | 0x20]
      default: return []
      }
    }
    if let special = special[scalar] { return Array(special.utf8) }
    return folded(scalar)
  }

  private static let special: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ħ": "h", "Ħ": "h", "ı": "i", "ŋ": "n", "Ŋ": "n", "ŧ": "t", "Ŧ": "t",
  ]

  /// The base letter of a letter with accents. Two strings are equal where their decompositions are, so the accents
  /// are tried out.
  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    guard scalar.value >= 0xC0, scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) else { return [] }
    return table[scalar].map { [$0] } ?? []
  }

  private static let table: [Unicode.Scalar: UInt8] = {
    var table: [Unicode.Scalar: UInt8] = [:]
    let marks = [
      0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x30F, 0x311,
      0x31B, 0x323, 0x324, 0x325, 0x326, 0x327, 0x328, 0x32D, 0x32E, 0x330, 0x331,
    ].compactMap(Unicode.Scalar.init)
    let candidates = (Array(0xC0..<0x250) + Array(0x1E00..<0x1F00)).compactMap(Unicode.Scalar.init)
    var known: [Character: Unicode.Scalar] = [:]
    for scalar in candidates { known[Character(scalar)] = scalar }
    var bases: [(String, UInt8)] = (UInt8(ascii: "a")...UInt8(ascii: "z")).flatMap {
      [(String(Unicode.Scalar($0)), $0), (String(Unicode.Scalar($0 - 32)), $0)]
    }
    for _ in 0..<2 {
      var next: [(String, UInt8)] = []
      for (base, letter) in bases {
        for mark in marks {
          let text = base + String(mark)
          if text.count == 1, let character = text.first, let scalar = known[character], table[scalar] == nil {
            table[scalar] = letter
            next.append((text, letter))
          }
        }
      }
      bases = next
    }
    return table
  }()
}
