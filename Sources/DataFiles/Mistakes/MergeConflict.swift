internal import ByteText

/// The lines that a version control system leaves in a file where it couldn't merge two versions.
enum MergeConflict {
  private static let length = 7

  /// The offset of the first line that begins a conflict, or nil. Linear.
  static func first(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Int? {
    var line = range.lowerBound
    while line < range.upperBound {
      if isMarker(in: bytes, at: line, before: range.upperBound), bytes[line] == UInt8(ascii: "<") { return line }
      while line < range.upperBound, bytes[line] != UInt8(ascii: "\n") { line += 1 }
      line += 1
    }
    return nil
  }

  /// Whether a line begins at an index that is one of the lines of a conflict: seven signs and a space or the line's end.
  static func isMarker(in bytes: UnsafeRawBufferPointer, at index: Int, before end: Int) -> Bool {
    guard index + length <= end, index == 0 || bytes[index - 1] == UInt8(ascii: "\n") else { return false }
    let sign = bytes[index]
    guard [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|")].contains(sign) else {
      return false
    }
    for position in index..<index + length where bytes[position] != sign { return false }
    return index + length == end || ASCII.isSpace(bytes[index + length])
  }

  /// What to say at a line of a conflict.
  static func issue(at offset: Int) -> DataIssue {
    DataIssue(
      "data/merge-conflict", "this line is left from a merge conflict", at: offset..<offset + length,
      help: "keep one of the two versions and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`")
  }
}
