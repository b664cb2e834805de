/// White space as Python's `str` has it, in UTF-8 bytes.
enum Whitespace {
  /// How many bytes the white space character at `index` has; 0 where there is none.
  static func length(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    if index + 1 < bytes.count, byte == 0xC2, bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 { return 2 }
    guard index + 2 < bytes.count, byte >= 0xE1, byte <= 0xE3 else { return 0 }
    return isSpace(UInt32(byte) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])) ? 3 : 0
  }

  /// How many bytes the white space character that ends before `index` has; 0 where there is none.
  static func length(in bytes: UnsafeRawBufferPointer, before index: Int) -> Int {
    guard index > 0 else { return 0 }
    if bytes[index - 1] < 0x80 { return isASCIISpace(bytes[index - 1]) ? 1 : 0 }
    for width in 2...3 where index >= width && length(in: bytes, at: index - width) == width { return width }
    return 0
  }

  static func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
  }

  /// The three bytes of U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isSpace(_ bytes: UInt32) -> Bool {
    switch bytes {
    case 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: true
    default: false
    }
  }

  /// The index of the first byte from `start` that is no white space.
  static func skip(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while true {
      let width = length(in: bytes, at: index)
      if width == 0 { return index }
      index += width
    }
  }

  /// The range without white space at both ends.
  static func trimmed(_ bytes: UnsafeRawBufferPointer, leading: Bool = true, trailing: Bool = true) -> Range<Int> {
    var end = bytes.count
    let start = leading ? skip(in: bytes, from: 0) : 0
    while trailing, end > start {
      let width = length(in: bytes, before: end)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }
}
