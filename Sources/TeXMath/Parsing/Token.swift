/// A control sequence or a character, with its meaning and the bytes of its name.
struct Token: BitwiseCopyable {
  var meaning: Meaning
  /// The bytes of the name, without the backslash.
  var start: Int
  var end: Int
  /// Whether it was written with a backslash.
  var isCommand: Bool

  var range: Range<Int> { start..<end }
}

/// What ended a list.
enum ListEnd {
  case input, group, bracket, middle, right, tab, newRow, environment, dollar
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// Space, tab or line break.
  var isTeXSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
