/// Lines as Python's `splitlines` finds them.
enum Lines {
  /// The ranges of the lines.
  static func split(_ bytes: UnsafeRawBufferPointer, keepEnds: Bool) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, index) = (0, 0)
    while index < bytes.count {
      let width = breakLength(bytes, at: index)
      if width == 0 {
        index += 1
        continue
      }
      lines.append(start..<(keepEnds ? index + width : index))
      index += width
      start = index
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  /// Whether a range ends with a line break.
  static func endsWithBreak(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    line.contains { breakLength(bytes, at: $0) > 0 }
  }

  /// How many bytes the line break at an index has; 0 where there is none.
  private static func breakLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    switch bytes[index] {
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: return 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
