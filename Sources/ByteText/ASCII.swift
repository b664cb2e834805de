/// What the bytes of ASCII are. A byte of any other character is none of these.
///
/// ```swift
/// ASCII.isDigit(UInt8(ascii: "7"))  // true
/// ASCII.hexValue(UInt8(ascii: "f"))  // 15
/// ```
public enum ASCII {
  /// Whether a byte is one of `0` to `9`.
  @inlinable @inline(__always) public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte is a digit of a hexadecimal number, in either case.
  @inlinable @inline(__always) public static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }

  /// Whether a byte is a letter of either case.
  @inlinable @inline(__always) public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a byte is a capital letter.
  @inlinable @inline(__always) public static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a byte is a small letter.
  @inlinable @inline(__always) public static func isLowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether a byte is a letter or a digit.
  @inlinable @inline(__always) public static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte)
  }

  /// Whether a byte is a space, a tab, or one of the line breaks LF, VT, FF and CR.
  @inlinable @inline(__always) public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// Whether a byte is LF or CR.
  @inlinable @inline(__always) public static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a byte is a control character, DEL included.
  @inlinable @inline(__always) public static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

  /// A capital letter as a small one; any other byte as it is.
  @inlinable @inline(__always) public static func lowercased(_ byte: UInt8) -> UInt8 {
    isUppercase(byte) ? byte | 0x20 : byte
  }

  /// A small letter as a capital one; any other byte as it is.
  @inlinable @inline(__always) public static func uppercased(_ byte: UInt8) -> UInt8 {
    isLowercase(byte) ? byte & 0xDF : byte
  }

  /// The value of a digit of a hexadecimal number, or nil where the byte is none.
  @inlinable public static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    return isHexDigit(byte) ? (byte | 0x20) &- 0x61 &+ 10 : nil
  }
}
